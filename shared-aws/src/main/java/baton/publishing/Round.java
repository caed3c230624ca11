package baton.publishing;

import baton.conversation.OutgoingMessage;
import baton.http.Log;
import baton.id.ConversationId;
import baton.table.Outbox;
import java.util.HashSet;
import java.util.Set;

/// What is published in one go. One thing that fails holds up nothing else, with one exception: the queue keeps the
/// order of a conversation's replies, so none may get there before one that the queue did not take.
public final class Round {
  private final Publisher publisher;
  private final Log log;
  private final Set<ConversationId> stopped = new HashSet<>();
  private final Road queue = new Road();
  private final Road topic = new Road();

  /// By that publisher.
  public Round(Publisher publisher, Log log) {
    this.publisher = publisher;
    this.log = log;
  }

  // After two failures in a row it is not asked any more: each takes seconds, and the round must come to its end.
  private static final class Road {
    private static final int MOST_FAILURES = 2;

    private int failures;

    boolean isOpen() {
      return failures < MOST_FAILURES;
    }

    void took(boolean it) {
      failures = it ? 0 : failures + 1;
    }
  }

  /// Publishes what an item asks for.
  ///
  /// @return whether that is done: what is not keeps its marker
  public boolean publish(Outbox.Entry entry) {
    if (entry.send().isPresent() && !enqueue(entry.send().get())) {
      return false;
    }
    return over(topic, entry.event().id(), () -> publisher.tell(entry));
  }

  private boolean enqueue(OutgoingMessage message) {
    if (stopped.contains(message.conversation())) {
      return false;
    }
    boolean took = over(queue, message.name().toString(), () -> publisher.enqueue(message));
    if (!took) {
      stopped.add(message.conversation());
    }
    return took;
  }

  private boolean over(Road road, String what, Runnable doing) {
    if (!road.isOpen()) {
      return false;
    }
    try {
      doing.run();
      road.took(true);
    } catch (RuntimeException e) {
      log.failure(what, e);
      road.took(false);
      return false;
    }
    return true;
  }
}
