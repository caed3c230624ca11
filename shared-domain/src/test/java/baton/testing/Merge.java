package baton.testing;

import baton.contact.Contact;
import baton.conversation.Conversation;
import baton.conversation.Conversation.Core;
import baton.conversation.Traffic;
import java.util.function.Function;

/// What changes without a version (messages, names) may have changed since the load: a change writes of it only what it
/// changed itself, and the rest stays as it is kept.
final class Merge {
  private Merge() {}

  static Conversation of(Conversation before, Conversation after, Conversation stored) {
    var core = after.core();
    var merged = new Core(
        core.workspace(), core.id(), core.channel(), core.channelKind(), core.contact(),
        field(before, after, stored, conversation -> conversation.core().contactName()), core.address(), core.team(),
        core.lastAssignee(), core.episode(), core.openedAt(), core.openedBy(), core.idleCheckAt(), core.version(), core.lastRequest(),
        of(before.core().traffic(), core.traffic(), stored.core().traffic()));
    return after.with(merged);
  }

  static Contact of(Contact before, Contact after, Contact stored) {
    return new Contact(
        after.id(), after.workspace(), field(before, after, stored, Contact::name),
        field(before, after, stored, Contact::originalName), after.phone(), after.pinnedTo(), after.pinnedAt(),
        after.blocked(), after.conversations(), after.version());
  }

  private static Traffic of(Traffic before, Traffic after, Traffic stored) {
    return new Traffic(
        field(before, after, stored, Traffic::lastKey),
        field(before, after, stored, Traffic::lateKey),
        field(before, after, stored, Traffic::lastAt),
        field(before, after, stored, Traffic::lastFrom),
        field(before, after, stored, Traffic::preview),
        field(before, after, stored, Traffic::unread),
        field(before, after, stored, Traffic::readAt),
        field(before, after, stored, Traffic::waitingSince));
  }

  private static <T, F> F field(T before, T after, T stored, Function<T, F> of) {
    return of.apply(before).equals(of.apply(after)) ? of.apply(stored) : of.apply(after);
  }
}
