package baton.sweepconversations;

import baton.conversation.IdleClosing;
import baton.conversation.IdleClosing.Looked;
import baton.conversation.OutgoingMessage;
import baton.http.Log;
import baton.id.ConversationId;
import baton.publishing.Publisher;
import baton.table.DueWork;
import baton.table.DueWork.Due;
import baton.table.Keys;
import baton.table.Outbox;
import baton.table.Parallel;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Touches only what is due: closes what lies still, publishes what was never published. One thing that fails holds up
/// nothing else; it stays due and is tried again in a minute.
final class Sweep {
  private static final int MOST_IN_A_SHARD = 100;

  private final DueWork due;
  private final IdleClosing closing;
  private final Publisher publisher;
  private final InstantSource clock;
  private final Log log;

  Sweep(DueWork due, IdleClosing closing, Publisher publisher, InstantSource clock, Log log) {
    this.due = due;
    this.closing = closing;
    this.publisher = publisher;
    this.clock = clock;
    this.log = log;
  }

  /// What was done.
  record Swept(int closed, int published, int failed) {
    private static final Swept NOTHING = new Swept(0, 0, 0);
    private static final Swept CLOSED = new Swept(1, 0, 0);
    private static final Swept PUBLISHED = new Swept(0, 1, 0);
    private static final Swept FAILED = new Swept(0, 0, 1);

    Swept and(Swept other) {
      return new Swept(closed + other.closed, published + other.published, failed + other.failed);
    }
  }

  Swept run() {
    var swept = Swept.NOTHING;
    var stopped = new HashSet<ConversationId>();
    for (var one : due()) {
      swept = swept.and(look(one, stopped));
    }
    log.count("SweeperProcessed", swept.closed() + swept.published());
    return swept;
  }

  // The shards have nothing to do with each other: they are asked at the same time.
  private List<Due> due() {
    return Parallel
        .all(IntStream.range(0, Keys.DUE_SHARDS)
            .<Supplier<List<Due>>>mapToObj(shard -> () -> due.in(shard, clock.instant(), MOST_IN_A_SHARD))
            .toList())
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private Swept look(Due one, Set<ConversationId> stopped) {
    try {
      return switch (one) {
        case Due.Idle idle -> close(idle);
        case Due.Unpublished unpublished -> due.stillWaiting(unpublished)
            .flatMap(Outbox::entry)
            .map(entry -> publish(entry, stopped))
            .orElse(Swept.NOTHING);
      };
    } catch (RuntimeException e) {
      log.failure(one.toString(), e);
      return Swept.FAILED;
    }
  }

  // What follows a failed reply in its conversation waits for it.
  private Swept publish(Outbox.Entry entry, Set<ConversationId> stopped) {
    var conversation = entry.send().map(OutgoingMessage::conversation);
    if (conversation.filter(stopped::contains).isPresent()) {
      return Swept.NOTHING;
    }
    try {
      publisher.publish(entry);
    } catch (RuntimeException e) {
      conversation.ifPresent(stopped::add);
      throw e;
    }
    return Swept.PUBLISHED;
  }

  private Swept close(Due.Idle idle) {
    return switch (closing.look(idle.workspace(), idle.conversation(), clock.instant())) {
      case Looked.Closed _ -> Swept.CLOSED;
      case Looked.NotYet(var version, var then) -> {
        due.lookAgain(idle.workspace(), idle.conversation(), version, then);
        yield Swept.NOTHING;
      }
      case Looked.Moved _ -> Swept.NOTHING;
    };
  }
}
