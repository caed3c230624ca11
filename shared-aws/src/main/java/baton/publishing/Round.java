package baton.publishing;

import baton.conversation.OutgoingMessage;
import baton.http.Log;
import baton.id.ConversationId;
import baton.table.Outbox;
import java.util.HashSet;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkServiceException;

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

  /// How it went: what is not done keeps its marker.
  public enum Went {
    DONE, FAILED,
    /// Others have failed before it, and it was not tried.
    NOT_ASKED
  }

  /// Nothing more of this conversation is sent in this round.
  public void stop(ConversationId conversation) {
    stopped.add(conversation);
  }

  /// Publishes what an item asks for.
  public Went publish(Outbox.Entry entry) {
    var enqueued = entry.send().map(this::enqueue).orElse(Went.DONE);
    return enqueued != Went.DONE ? enqueued : over(topic, entry.event().id(), () -> publisher.tell(entry));
  }

  private Went enqueue(OutgoingMessage message) {
    if (stopped.contains(message.conversation())) {
      return Went.NOT_ASKED;
    }
    var went = over(queue, message.name().toString(), () -> publisher.enqueue(message));
    if (went != Went.DONE) {
      stop(message.conversation());
    }
    return went;
  }

  private Went over(Road road, String what, Runnable doing) {
    if (!road.isOpen()) {
      return Went.NOT_ASKED;
    }
    try {
      doing.run();
      road.took(true);
    } catch (RuntimeException e) {
      log.failure(what, e);
      if (!isOfThisAlone(e)) {
        road.took(false);
      }
      return Went.FAILED;
    }
    return Went.DONE;
  }

  // What is refused for its content says nothing of the next one.
  private static boolean isOfThisAlone(RuntimeException e) {
    return e instanceof SdkServiceException said && said.statusCode() >= 400 && said.statusCode() < 500
        && !said.isThrottlingException();
  }
}
