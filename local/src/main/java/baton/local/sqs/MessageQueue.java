package baton.local.sqs;

import baton.local.sqs.SqsMessage.SendRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One queue: standard, or FIFO, where a group's messages wait while any of them is in flight. A message that
/// was received `maxReceiveCount` times moves to the dead-letter queue instead of being received again.
public final class MessageQueue {

  private static final Duration DEDUPLICATION = Duration.ofMinutes(5);

  private final QueueSettings settings;
  private final InstantSource clock;
  private final Function<String, MessageQueue> byArn;
  private final NavigableMap<Long, SqsMessage> messages = new TreeMap<>();
  private final Map<String, SqsMessage> recent = new HashMap<>();
  private long nextSequence = 1;

  MessageQueue(QueueSettings settings, InstantSource clock, Function<String, MessageQueue> byArn) {
    this.settings = settings;
    this.clock = clock;
    this.byArn = byArn;
  }

  /// The queue's name.
  public String name() {
    return settings.name();
  }

  /// The queue's attributes and counts, as `GetQueueAttributes` shows them.
  public synchronized Map<String, String> attributes() {
    var now = clock.instant();
    var inFlight = messages.values().stream().filter(m -> !m.visible(now) && m.receiveCount > 0).count();
    var delayed = messages.values().stream().filter(m -> !m.visible(now) && m.receiveCount == 0).count();
    var all = new TreeMap<>(settings.attributes());
    all.put("ApproximateNumberOfMessages", String.valueOf(messages.size() - inFlight - delayed));
    all.put("ApproximateNumberOfMessagesNotVisible", String.valueOf(inFlight));
    all.put("ApproximateNumberOfMessagesDelayed", String.valueOf(delayed));
    return all;
  }

  /// Puts a plain message in; `group` only for a FIFO queue.
  public void send(String body, Optional<String> group) {
    send(new SendRequest(body, JsonNodeFactory.instance.objectNode(), group,
        group.map(_ -> UUID.randomUUID().toString()),
        Optional.empty()));
  }

  /// Puts a message in, with attributes as the JSON protocol spells them.
  public void send(String body, JsonNode attributes) {
    send(new SendRequest(body, attributes, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  synchronized SqsMessage send(SendRequest request) {
    var now = clock.instant();
    if (!settings.fifo()) {
      return add(request, now);
    }
    var group = request.group()
        .orElseThrow(() -> SqsException.missing("The request must contain the parameter MessageGroupId."));
    var key = settings.deduplicationKey(request, group);
    recent.values().removeIf(message -> !message.sentAt.plus(DEDUPLICATION).isAfter(now));
    var before = recent.get(key);
    if (before != null) {
      return before;
    }
    var message = add(request, now);
    recent.put(key, message);
    return message;
  }

  /// Takes up to `max` messages, waiting for the first one; they stay invisible for a while.
  public List<ReceivedMessage> receive(int max, Optional<Duration> visibility, Duration wait)
      throws InterruptedException {
    var deadline = System.nanoTime() + wait.toNanos();
    while (true) {
      var received = take(max, visibility.orElse(settings.visibilityTimeout()));
      var left = deadline - System.nanoTime();
      if (!received.isEmpty() || left <= 0) {
        return received;
      }
      synchronized (this) {
        wait(Math.clamp(left / 1_000_000, 1, 50)); // what becomes visible by time alone wakes nobody
      }
    }
  }

  /// Deletes a message that was received; a second time does nothing.
  public synchronized void delete(String receipt) {
    messages.values().removeIf(message -> message.receipt.equals(receipt));
    notifyAll();
  }

  /// Lets a received message come back after another while, or at once.
  public synchronized void changeVisibility(String receipt, Duration timeout) {
    var message = messages.values().stream().filter(m -> m.receipt.equals(receipt)).findFirst()
        .orElseThrow(() -> new SqsException("ReceiptHandleIsInvalid", "ReceiptHandleIsInvalid",
        "The receipt handle is not known."));
    message.visibleAt = clock.instant().plus(timeout);
    notifyAll();
  }

  /// Forgets all messages.
  public synchronized void purge() {
    messages.clear();
  }

  /// The bodies of all messages, also of those in flight.
  public synchronized List<String> bodies() {
    return messages.values().stream().map(message -> message.request.body()).toList();
  }

  synchronized List<SqsMessage> messages() {
    return List.copyOf(messages.values());
  }

  /// Puts back what a queue of this name had when the run before ended, as it was.
  synchronized void restore(List<SqsMessage> kept) {
    for (var message : kept) {
      messages.put(message.sequence, message);
      nextSequence = Math.max(nextSequence, message.sequence + 1);
      if (settings.fifo()) {
        recent.put(settings.deduplicationKey(message.request, message.request.group().orElseThrow()), message);
      }
    }
  }

  private SqsMessage add(SendRequest request, Instant now) {
    var delay = request.delaySeconds().map(Duration::ofSeconds).orElse(settings.delay());
    var message = new SqsMessage(UUID.randomUUID().toString(), nextSequence++, request, now, now.plus(delay));
    messages.put(message.sequence, message);
    notifyAll();
    return message;
  }

  private synchronized List<ReceivedMessage> take(int max, Duration visibility) {
    var now = clock.instant();
    messages.values().removeIf(message -> message.sentAt.plus(settings.retention()).isBefore(now));
    var received = new ArrayList<ReceivedMessage>();
    var blocked = blockedGroups(now);
    for (var message : List.copyOf(messages.values())) {
      boolean waits = message.request.group().filter(blocked::contains).isPresent();
      if (received.size() < max && !waits && message.visible(now) && !moveToDeadLetters(message)) {
        received.add(deliver(message, now, visibility));
      }
    }
    return received;
  }

  // Any message of it will do, also one behind those that are visible: a group has one receiver at a time.
  private Set<String> blockedGroups(Instant now) {
    return settings.fifo()
        ? messages.values().stream().filter(message -> !message.visible(now))
            .map(message -> message.request.group().orElseThrow()).collect(Collectors.toSet())
        : Set.of();
  }

  private boolean moveToDeadLetters(SqsMessage message) {
    var redrive = settings.redrive().filter(policy -> message.receiveCount >= policy.maxReceiveCount());
    redrive.ifPresent(policy -> {
      messages.remove(message.sequence);
      byArn.apply(policy.deadLetterTargetArn()).send(settings.fifo()
          ? message.request.deduplicatedBy(settings.deduplicationId(message.request))
          : message.request);
    });
    return redrive.isPresent();
  }

  private ReceivedMessage deliver(SqsMessage message, Instant now, Duration visibility) {
    message.receiveCount++;
    message.receipt = UUID.randomUUID().toString();
    message.visibleAt = now.plus(visibility);
    message.firstReceivedAt = message.firstReceivedAt.or(() -> Optional.of(now));
    var system = new LinkedHashMap<String, String>();
    system.put("SenderId", "local");
    system.put("SentTimestamp", String.valueOf(message.sentAt.toEpochMilli()));
    system.put("ApproximateReceiveCount", String.valueOf(message.receiveCount));
    system.put("ApproximateFirstReceiveTimestamp", String.valueOf(message.firstReceivedAt.orElse(now).toEpochMilli()));
    if (settings.fifo()) {
      system.put("SequenceNumber", settings.sequenceNumber(message));
      system.put("MessageGroupId", message.request.group().orElseThrow());
      system.put("MessageDeduplicationId", settings.deduplicationId(message.request));
    }
    return new ReceivedMessage(message.id, message.receipt, message.request.body(), message.request.attributes(),
        system);
  }
}
