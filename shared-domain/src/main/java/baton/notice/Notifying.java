package baton.notice;

import baton.conversation.Conversation;
import baton.event.Event;
import baton.id.AgentId;
import baton.notice.Recipients.Situation;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;

/// Tells agents of an event: decides once, keeps the decision, then says exactly that, however often the event comes.
public final class Notifying {
  private final Notices notices;
  private final Consumer<Notice> publisher;

  /// Around this store; `publisher` says a notice to the outside.
  public Notifying(Notices notices, Consumer<Notice> publisher) {
    this.notices = notices;
    this.publisher = publisher;
  }

  /// Tells whom this event concerns. May be repeated.
  public void tell(Event event) {
    var known = notices.load(event);
    var decided = known.decided().orElseGet(() -> decide(event, known));
    for (var notice : decided) {
      notices.show(notice);
      publisher.accept(notice);
    }
  }

  private List<Notice> decide(Event event, Notices.Known known) {
    var people = new HashMap<>(known.people());
    var missing = Recipients.named(event, known.conversation()).stream()
        .filter(id -> !people.containsKey(id))
        .toList();
    people.putAll(notices.agents(event.workspace(), missing));
    var asked = known.conversation()
        .filter(now -> Recipients.asksSubscribers(event, now, people))
        .map(this::subscribers)
        .orElse(List.of());
    var agents = notices.agents(event.workspace(), asked);
    var decided = Recipients.decide(new Situation(
        event, known.conversation(), asked.stream().filter(agents::containsKey).map(agents::get).toList(), people));
    return decided.isEmpty() ? decided : notices.decide(event, decided);
  }

  private List<AgentId> subscribers(Conversation conversation) {
    return notices.subscribers(conversation.core().channel());
  }
}
