package baton.sweepconversations;

import baton.conversation.IdleClosing;
import baton.conversation.IdleClosing.Looked;
import baton.http.Log;
import baton.publishing.Round;
import baton.table.DueWork;
import baton.table.DueWork.Due;
import baton.table.Keys;
import baton.table.Outbox;
import baton.table.Parallel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Touches only what is due: closes what lies still, publishes what was never published. One thing that fails holds up
/// nothing else: it stays due, behind the rest, and is tried again in a minute.
final class Sweep {
  private static final int MOST_IN_A_SHARD = 100;
  private static final Duration PUT_OFF = Duration.ofMinutes(1);

  private final DueWork due;
  private final IdleClosing closing;
  private final Supplier<Round> rounds;
  private final InstantSource clock;
  private final Log log;

  Sweep(DueWork due, IdleClosing closing, Supplier<Round> rounds, InstantSource clock, Log log) {
    this.due = due;
    this.closing = closing;
    this.rounds = rounds;
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

  /// @param timeIsUp asked before each thing: what is left then is still due in a minute
  Swept run(BooleanSupplier timeIsUp) {
    var round = rounds.get();
    var shards = shards();
    var swept = new Swept(0, 0, (int) shards.stream().filter(Optional::isEmpty).count());
    for (var one : inTurns(shards.stream().flatMap(Optional::stream).toList())) {
      if (timeIsUp.getAsBoolean()) {
        break;
      }
      swept = swept.and(look(one, round));
    }
    log.count("SweeperProcessed", swept.closed() + swept.published());
    log.count("SweepFailed", swept.failed());
    return swept;
  }

  // The shards have nothing to do with each other: they are asked at the same time, and one that does not answer (none)
  // keeps no other waiting.
  private List<Optional<List<Due>>> shards() {
    return Parallel.all(IntStream.range(0, Keys.DUE_SHARDS)
        .<Supplier<Optional<List<Due>>>>mapToObj(shard -> () -> shard(shard))
        .toList());
  }

  private Optional<List<Due>> shard(int shard) {
    try {
      return Optional.of(due.in(shard, clock.instant(), MOST_IN_A_SHARD));
    } catch (RuntimeException e) {
      log.failure("shard " + shard, e);
      return Optional.empty();
    }
  }

  // The oldest of each shard, then the next of each: a full one starves no other.
  private static List<Due> inTurns(List<List<Due>> shards) {
    var all = new ArrayList<Due>();
    for (int turn = 0; turn < MOST_IN_A_SHARD; turn++) {
      for (var shard : shards) {
        if (turn < shard.size()) {
          all.add(shard.get(turn));
        }
      }
    }
    return all;
  }

  private Swept look(Due one, Round round) {
    try {
      return switch (one) {
        case Due.Idle idle -> close(idle);
        case Due.Unpublished unpublished -> publish(unpublished, round);
      };
    } catch (RuntimeException e) {
      log.failure(one.toString(), e);
      if (one instanceof Due.Unpublished(var key) && Keys.isReply(key)) {
        round.stop(Keys.conversationOf(key.pk()));
      }
      return failed(one);
    }
  }

  // A reply keeps its place: the conversation's later ones stand behind it, and stay there.
  private Swept failed(Due one) {
    return one instanceof Due.Unpublished(var key) && Keys.isReply(key) ? Swept.FAILED : putOff(one);
  }

  private Swept publish(Due.Unpublished unpublished, Round round) {
    var item = due.stillWaiting(unpublished);
    if (item.isEmpty()) {
      return Swept.NOTHING;
    }
    var entry = Outbox.entry(item.get())
        .orElseThrow(() -> new IllegalStateException("nothing of this sort is ever published"));
    return switch (round.publish(entry)) {
      case DONE -> Swept.PUBLISHED;
      case FAILED -> failed(unpublished);
      // It is not its fault: what has failed goes behind it.
      case NOT_ASKED -> Swept.FAILED;
    };
  }

  private Swept putOff(Due one) {
    try {
      due.putOff(one, clock.instant().plus(PUT_OFF));
    } catch (RuntimeException e) {
      log.failure(one.toString(), e);
    }
    return Swept.FAILED;
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
