package baton.conversation;

import baton.conversation.Conversations.Wanted;
import baton.event.Actor;
import baton.id.ConversationId;
import baton.id.IdSource;
import baton.id.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Closes what has lain still for longer than its workspace allows, if nobody waits for an answer. A message that comes
/// at this moment wins.
public final class IdleClosing {
  /// Who it is in the log.
  public static final Actor ACTOR = Actor.system("sweep-conversations");

  private final Conversations conversations;
  private final IdSource ids;

  /// Around this store.
  public IdleClosing(Conversations conversations, IdSource ids) {
    this.conversations = conversations;
    this.ids = ids;
  }

  /// How a look ended.
  public sealed interface Looked {
    /// It is closed now.
    record Closed() implements Looked {}

    /// It is not due: to be looked at again then, or never because it is open no more.
    record NotYet(long version, Optional<Instant> then) implements Looked {}

    /// It moved at this moment, or is gone: nothing to do now.
    record Moved() implements Looked {}
  }

  /// Looks at one conversation.
  public Looked look(WorkspaceId workspace, ConversationId id, Instant now) {
    var loaded = conversations.load(new Wanted(workspace, Set.of(id), Set.of(), Set.of(), Set.of(), Optional.empty()));
    var conversation = loaded.conversations().get(id);
    if (conversation == null) {
      return new Looked.Moved();
    }
    var policy = loaded.workspace().policies().closing();
    return Closing.idle(conversation, policy, now)
        .map(event -> close(conversation, event, now))
        .orElseGet(() -> new Looked.NotYet(
            conversation.version(),
            conversation.isOpen() ? Optional.of(Closing.nextLook(conversation, policy, now)) : Optional.empty()));
  }

  private Looked close(Conversation conversation, ConversationEvent event, Instant now) {
    String request = ids.next();
    var moved = Transitions.apply(conversation, List.of(event), ACTOR, now);
    var after = moved.after().with(moved.after().core().movedBy(request));
    var change = new Change(
        conversation.core().workspace(), request, now,
        List.of(new Change.Move(Optional.of(conversation), after, moved.events())), Optional.empty(),
        Optional.empty(), true, Optional.empty());
    return switch (conversations.commit(change)) {
      case YES -> new Looked.Closed();
      case LOST_RACE -> new Looked.Moved();
    };
  }
}
