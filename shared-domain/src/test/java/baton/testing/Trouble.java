package baton.testing;

import baton.conversation.Change;
import baton.conversation.Conversations;
import baton.conversation.Unavailable;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// A table that misbehaves at its next commits, as it is told.
public final class Trouble implements Conversations {
  private final Conversations table;
  private final Queue<Function<Change, Committed>> next = new ArrayDeque<>();
  private final AtomicInteger commits = new AtomicInteger();

  public Trouble(Conversations table) {
    this.table = table;
  }

  /// Before the next commit, somebody else does that.
  public Trouble meanwhile(Runnable somebody) {
    next.add(change -> {
      somebody.run();
      return table.commit(change);
    });
    return this;
  }

  /// The next commit is done, and its answer says that the race was lost: what a repeated attempt of the SDK sees.
  public Trouble answerLost() {
    next.add(change -> {
      table.commit(change);
      return Committed.LOST_RACE;
    });
    return this;
  }

  /// The next commit is done, somebody does that, and only then the answer says that the race was lost.
  public Trouble answerLostWhile(Runnable somebody) {
    next.add(change -> {
      table.commit(change);
      somebody.run();
      return Committed.LOST_RACE;
    });
    return this;
  }

  /// The next commit is done, and then nothing answers.
  public Trouble diesAfter() {
    next.add(change -> {
      table.commit(change);
      throw new Unavailable("timed out");
    });
    return this;
  }

  /// The next commits lose their race, so many of them.
  public Trouble loses(int times) {
    for (int i = 0; i < times; i++) {
      next.add(_ -> Committed.LOST_RACE);
    }
    return this;
  }

  /// How many commits were tried.
  public int commits() {
    return commits.get();
  }

  @Override
  public Loaded load(Wanted wanted) {
    return table.load(wanted);
  }

  @Override
  public Committed commit(Change change) {
    commits.incrementAndGet();
    var trouble = next.poll();
    return trouble == null ? table.commit(change) : trouble.apply(change);
  }
}
