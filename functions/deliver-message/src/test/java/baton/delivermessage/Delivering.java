package baton.delivermessage;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.KIM;
import static org.assertj.core.api.Assertions.assertThat;

import baton.channel.Channel;
import baton.channel.Identity;
import baton.conversation.OutgoingMessage;
import baton.message.Delivery;
import baton.table.Outbox;
import baton.testing.Invocation;
import baton.testing.LambdaEvents;
import baton.testing.LogLines;
import baton.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/// What the tests of delivering have in common: a world, a provider, a handler.
abstract class Delivering {
  static final String MOVED =
      "{\"ok\": false, \"error_code\": 400, \"parameters\": {\"migrate_to_chat_id\": -1005}}";
  static final String TAKEN = "{\"messages\": [{\"id\": \"wamid.out\"}]}";

  final Provider provider = new Provider();
  final World world = World.fresh().with("WHATSAPP_API", provider.url()).with("TELEGRAM_API", provider.url());
  final LogLines log = new LogLines();
  DeliverMessageHandler handler = log.of(() -> new DeliverMessageHandler(world.wiring()));

  @AfterEach
  void end() {
    provider.close();
  }

  List<SendMessageRequest> queued(String... sentences) {
    world.given(sentences);
    world.stream().stream().flatMap(item -> Outbox.entry(item).stream()).forEach(world.wiring().round()::publish);
    return world.sqs().sent();
  }

  List<String> deliver(List<SendMessageRequest> sent) {
    return deliver(LambdaEvents.QUEUE_ARN, 1, sent);
  }

  List<String> deliver(String queue, int time, List<SendMessageRequest> sent) {
    return LambdaEvents.failures(Invocation.of(handler, LambdaEvents.sqs(queue, time, sent)));
  }

  List<Integer> pauses() {
    return world.sqs().putOff().stream().map(put -> put.visibilityTimeout()).toList();
  }

  JsonNode reply() {
    return replies().getFirst();
  }

  List<JsonNode> replies() {
    return world.table().ofType("message").stream()
        .filter(item -> item.path("direction").asText().equals("out"))
        .sorted(Comparator.comparing(item -> item.path("sk").asText()))
        .toList();
  }

  JsonNode on(Channel channel) {
    return world.table().timeline(ACME, Identity.conversation(channel, KIM)).getLast();
  }

  Map<String, AttributeValue> item() {
    return items().getFirst();
  }

  List<Map<String, AttributeValue>> items() {
    return world.table().items().stream()
        .filter(item -> item.containsKey("direction") && item.get("direction").s().equals("out"))
        .sorted(Comparator.comparing(item -> item.get("sk").s()))
        .toList();
  }

  // A reply whose sending got no answer.
  OutgoingMessage unknownReply() {
    queued("kim writes: hi", "ana replies to kim: hello");
    var message = message(items().getLast());
    provider.hangsUp();
    deliver(world.sqs().sent().subList(world.sqs().sent().size() - 1, world.sqs().sent().size()));
    assertThat(replies().getLast().path("delivery").asText()).isEqualTo("unknown");
    return message;
  }

  void receipt(Delivery delivery, OutgoingMessage message, String providerId) {
    world.wiring().deliveries()
        .receipt(World.WHATSAPP, providerId, delivery, world.now(), Optional.of(message.name()));
  }

  static OutgoingMessage message(Map<String, AttributeValue> item) {
    return Outbox.entry(item).flatMap(Outbox.Entry::send).orElseThrow();
  }

  static Channel with(Channel channel, String token) {
    return new Channel(
        channel.id(), channel.workspace(), channel.kind(), channel.name(), channel.account(), channel.team(),
        channel.signing(), channel.verifyToken(), token, channel.salt());
  }
}
