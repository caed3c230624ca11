package baton.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Brings the stream to publish-events and the topic to send-notifications, as well or as badly as Lambda and SNS may.
final class StreamDriver {
  private static final int MOST_TRIES = 6;

  private final Office office;
  private final List<TableStream.Entry> givenUp = new ArrayList<>();

  StreamDriver(Office office) {
    this.office = office;
  }

  /// What was tried as often as allowed.
  List<String> givenUp() {
    return givenUp.stream().map(TableStream.Entry::sequenceNumber).toList();
  }

  /// Once each, in order, in one batch.
  void inOrder(List<TableStream.Entry> entries) {
    publish(entries);
    office.topics().on(Topics.EVENTS).forEach(this::tell);
  }

  /// In batches of chance, some of them twice, items in any order among each other; then the topic's messages in any
  /// order, some of them twice.
  void atRandom(List<TableStream.Entry> entries, Random random) {
    var mixed = new ArrayList<>(entries);
    // Each record is the only one of its item (they are insertions), so every order is one that may come.
    Collections.shuffle(mixed, random);
    for (int from = 0; from < mixed.size(); ) {
      int to = Math.min(mixed.size(), from + 1 + random.nextInt(5));
      var batch = mixed.subList(from, to);
      publish(batch);
      if (random.nextInt(3) == 0) {
        publish(batch);
      }
      from = to;
    }
    var messages = new ArrayList<>(office.topics().on(Topics.EVENTS));
    Collections.shuffle(messages, random);
    for (String message : messages) {
      tell(message);
      if (random.nextInt(3) == 0) {
        tell(message);
      }
    }
  }

  /// A batch until it is done: from the first failed record on again, halved, and given up after so many tries.
  void publish(List<TableStream.Entry> entries) {
    var left = List.copyOf(entries);
    for (int tries = 1; !left.isEmpty(); tries++) {
      var batch = office.another().publish(TableStream.event(left));
      if (batch.isDone()) {
        return;
      }
      int failed = firstFailure(batch, left);
      tries = failed > 0 ? 1 : tries;
      left = left.subList(failed, left.size());
      if (left.size() > 1) {
        int middle = (left.size() + 1) / 2;
        publish(left.subList(0, middle));
        left = left.subList(middle, left.size());
        tries = 0;
      } else if (tries == MOST_TRIES) {
        givenUp.addAll(left);
        return;
      }
    }
  }

  private static int firstFailure(Batch batch, List<TableStream.Entry> entries) {
    for (int i = 0; i < entries.size() && !batch.whole(); i++) {
      if (batch.failures().contains(entries.get(i).sequenceNumber())) {
        return i;
      }
    }
    return 0;
  }

  /// A message of the topic until it is done.
  void tell(String message) {
    for (int tries = 1; tries <= MOST_TRIES; tries++) {
      if (office.another().notify(TableStream.topicEvent(message)).isDone()) {
        return;
      }
    }
  }
}
