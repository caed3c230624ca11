package baton.faults;

import baton.table.Key;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/// Replies on their way: written, queued, and what the table says of them.
final class Mail {
  private final Office office;

  Mail(Office office) {
    this.office = office;
  }

  /// A conversation of that customer, held by that agent.
  void begin(Customer customer, String agent) {
    Stories.done(office.instance().webhook(customer.writes("wamid.of." + customer.number(), "hello", office.now())));
    Stories.done(office.instance().api(ApiCall.claim(customer.conversation(), agent)));
  }

  /// The agent's reply, in the queue.
  ///
  /// @return what the queue holds for it
  SendMessageRequest write(Customer customer, String agent, String text) {
    Stories.done(office.instance().api(ApiCall.reply(customer.conversation(), agent, text)));
    new StreamDriver(office).publish(
        TableStream.of(office).stream().filter(entry -> entry.json().contains(text)).toList());
    return office.queue().waiting().getLast();
  }

  Batch deliver(int tries, SendMessageRequest... messages) {
    return office.another().deliver(Queue.event(Queue.ARN, tries, List.of(messages)));
  }

  Batch giveUp(SendMessageRequest... messages) {
    return office.another().deliver(Queue.event(Queue.GIVEN_UP, 1, List.of(messages)));
  }

  /// What we call that message at the provider.
  static String name(SendMessageRequest message) {
    JsonNode body = Wire.json(message.messageBody());
    return body.path("conversation").asText() + "." + body.path("key").asText();
  }

  /// How the reply of that text fares: `sent`, `failed: …`.
  String status(String text) {
    var item = item(text);
    return item.get("delivery").s() + (item.containsKey("deliveryError") ? ": " + item.get("deliveryError").s() : "");
  }

  /// Its id at the provider, as we know it.
  String providerId(String text) {
    return item(text).get("providerId").s();
  }

  private Map<String, AttributeValue> item(String text) {
    return office.items().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(Key::sk)))
        .map(Map.Entry::getValue)
        .filter(item -> item.containsKey("text") && item.get("text").s().equals(text))
        .findFirst().orElseThrow();
  }
}
