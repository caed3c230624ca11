package baton.table;

import baton.agent.Account;
import baton.agent.Availability;
import baton.contact.Contact;
import baton.conversation.Change;
import baton.conversation.Change.Move;
import baton.event.Event;
import baton.id.AgentId;
import baton.table.Attributes.ItemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// A change as the parts of one transaction: heads under their versions, events, exact counters, the contact, the reply,
/// the remembered answer. What follows from before and after is derived here; no rule names it.
final class ChangeParts {
  private final Table table;
  private final Change change;
  private final List<TransactWriteItem> parts = new ArrayList<>();

  private ChangeParts(Table table, Change change) {
    this.table = table;
    this.change = change;
  }

  /// The parts; the heads come first, in the order of the change's moves.
  static List<TransactWriteItem> of(Table table, Change change) {
    var it = new ChangeParts(table, change);
    change.moves().forEach(it::head);
    change.moves().stream().flatMap(move -> move.events().stream()).forEach(it::event);
    it.counters();
    change.contact().ifPresent(it::contact);
    change.reply().ifPresent(reply -> it.parts.add(table.putsNew(MessageItem.write(reply))));
    change.remembered().ifPresent(it::remember);
    return it.parts;
  }

  private void head(Move move) {
    var after = ConversationItem.write(move.after());
    if (move.before().isEmpty()) {
      parts.add(table.putsNew(after));
      return;
    }
    var before = ConversationItem.write(move.before().get());
    var update = new Expression()
        .setDifference(before, after)
        .whenEqual("version", before.get("version"));
    if (change.guardTraffic()) {
      update.whenEqual("lastKey", before.get("lastKey"));
      if (before.containsKey("lateKey")) {
        update.whenEqual("lateKey", before.get("lateKey"));
      } else {
        update.whenAbsent("lateKey");
      }
    }
    var core = move.after().core();
    parts.add(table.updates(Keys.head(core.workspace(), core.id()), update));
  }

  private void event(Event event) {
    parts.add(table.putsNew(EventItem.write(event)));
  }

  private void counters() {
    change.counts().forEach(count -> {
      var update = new Expression().addInTransaction("open", count.more());
      switch (count.guard()) {
        case NONE -> update.whenPresent("pk");
        case ACTIVE -> whenActive(update);
        case ELIGIBLE -> whenActive(update)
            .whenEqual("availability", Availability.AVAILABLE.word())
            .when(update.name("open") + " < " + update.name("capacity"));
      }
      parts.add(table.updates(Keys.agent(change.workspace(), count.agent()), update));
    });
  }

  private static Expression whenActive(Expression update) {
    return update.whenEqual("account", Account.ACTIVE.word());
  }

  private void contact(Change.ContactMove move) {
    var after = ContactItem.write(move.after());
    if (move.before().isEmpty()) {
      parts.add(table.putsNew(after));
    } else {
      var before = ContactItem.write(move.before().get());
      parts.add(table.updates(
          Keys.contact(change.workspace(), move.after().id()),
          new Expression()
              .setDifference(before, after)
              .whenEqual("version", before.get("version"))
              .whenEqual("conversations", before.get("conversations"))));
    }
    pin(move.before().flatMap(Contact::pinnedTo), move.after());
    move.events().forEach(this::event);
  }

  private void pin(Optional<AgentId> before, Contact contact) {
    var after = contact.pinnedTo();
    if (before.equals(after)) {
      return;
    }
    before.ifPresent(agent -> parts.add(table.deletes(Keys.pin(change.workspace(), agent, contact.id()))));
    after.ifPresent(agent -> parts.add(table.putsNew(
        Attributes.of(Keys.pin(change.workspace(), agent, contact.id()), ItemType.OTHER)
            .put("at", change.at())
            .map())));
  }

  private void remember(Change.Remembered remembered) {
    parts.add(OnceItem.part(table, change.workspace(), remembered, change.at()));
  }

  /// Whether the head that was found was last moved by this very change.
  static boolean isOwn(Change change, Map<String, AttributeValue> found) {
    return Attributes.of(found).text("lastRequest").equals(change.request());
  }
}
