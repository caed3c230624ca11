package baton.sweepconversations;

import baton.conversation.IdleClosing;
import baton.conversation.IdleClosing.Looked;
import baton.http.Log;
import baton.publishing.Publisher;
import baton.table.DueWork;
import baton.table.DueWork.Due;
import baton.table.Keys;
import baton.table.Outbox;
import baton.table.Parallel;
import java.time.InstantSource;
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

  // The shards have nothing to do with each other: each is looked through on its own, all at the same time.
  Swept run() {
    var swept = Parallel.all(IntStream.range(0, Keys.DUE_SHARDS)
            .<Supplier<Swept>>mapToObj(shard -> () -> sweep(shard))
            .toList())
        .stream().reduce(Swept.NOTHING, Swept::and);
    log.count("SweeperProcessed", swept.closed() + swept.published());
    return swept;
  }

  private Swept sweep(int shard) {
    return due.in(shard, clock.instant(), MOST_IN_A_SHARD).stream().map(this::look).reduce(Swept.NOTHING, Swept::and);
  }

  private Swept look(Due one) {
    try {
      return switch (one) {
        case Due.Idle idle -> close(idle);
        case Due.Unpublished unpublished -> due.stillWaiting(unpublished)
            .flatMap(Outbox::entry)
            .map(this::publish)
            .orElse(Swept.NOTHING);
      };
    } catch (RuntimeException e) {
      log.failure(one.toString(), e);
      return Swept.FAILED;
    }
  }

  private Swept publish(Outbox.Entry entry) {
    publisher.publish(entry);
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
