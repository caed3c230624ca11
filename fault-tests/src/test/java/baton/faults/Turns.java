package baton.faults;

import java.util.Random;
import java.util.TreeSet;

/// Lets one of several clients run at a time, each until its next call to the table; who is next, chance decides. With
/// the same seed the same happens again.
final class Turns {
  private final Random random;
  private final TreeSet<Integer> waiting = new TreeSet<>();
  private int alive;
  private int running = -1;

  Turns(int clients, Random random) {
    this.alive = clients;
    this.random = random;
  }

  /// This client waits until it is its turn.
  synchronized void await(int client) {
    waiting.add(client);
    next();
    while (running != client) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /// A client has nothing more to do.
  synchronized void leave() {
    alive--;
    next();
  }

  private void next() {
    if (waiting.size() == alive && alive > 0) {
      running = waiting.stream().skip(random.nextInt(waiting.size())).findFirst().orElseThrow();
      waiting.remove(running);
      notifyAll();
    } else {
      running = -1;
    }
  }
}
