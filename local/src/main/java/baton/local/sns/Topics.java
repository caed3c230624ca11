package baton.local.sns;

import baton.local.filter.EventPattern;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// The topics there are, and who subscribed to them.
final class Topics {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> PROTOCOLS = Set.of("lambda", "sqs", "http", "https");

  private final Map<String, List<Subscription>> byArn = new ConcurrentHashMap<>();
  private final Map<String, Subscription> unconfirmed = new ConcurrentHashMap<>();

  void create(String arn) {
    byArn.computeIfAbsent(arn, _ -> new CopyOnWriteArrayList<>());
  }

  Set<String> arns() {
    return byArn.keySet();
  }

  List<Subscription> subscriptions(String topicArn) {
    var subscriptions = byArn.get(topicArn);
    if (subscriptions == null) {
      throw SnsException.notFound("Topic");
    }
    return subscriptions;
  }

  /// What a subscription would be, of a topic that exists.
  Subscription requested(String topicArn, String protocol, String endpoint, Map<String, String> attributes) {
    subscriptions(topicArn);
    if (!PROTOCOLS.contains(protocol)) {
      throw SnsException.invalid("Protocol " + protocol + " is not known by the local run");
    }
    return new Subscription(topicArn + ":" + UUID.randomUUID(), topicArn, protocol, endpoint,
        Optional.ofNullable(attributes.get("FilterPolicy")).map(Topics::json).map(Topics::filter),
        "MessageBody".equals(attributes.get("FilterPolicyScope")),
        Boolean.parseBoolean(attributes.get("RawMessageDelivery")),
        Optional.ofNullable(attributes.get("RedrivePolicy")).map(p -> json(p).path("deadLetterTargetArn").asText()));
  }

  void add(Subscription subscription) {
    subscriptions(subscription.topicArn()).add(subscription);
  }

  /// Keeps a subscription until its endpoint confirms the token that is returned.
  String await(Subscription subscription) {
    var token = UUID.randomUUID().toString();
    unconfirmed.put(token, subscription);
    return token;
  }

  Subscription confirm(String token) {
    var subscription = unconfirmed.remove(token);
    if (subscription == null) {
      throw SnsException.invalid("Token");
    }
    add(subscription);
    return subscription;
  }

  void remove(String subscriptionArn) {
    byArn.values().forEach(list -> list.removeIf(subscription -> subscription.arn().equals(subscriptionArn)));
  }

  static EventPattern filter(JsonNode policy) {
    try {
      return EventPattern.of(policy);
    } catch (IllegalArgumentException e) {
      throw SnsException.invalid("FilterPolicy: " + e.getMessage());
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw SnsException.invalid(e.getOriginalMessage());
    }
  }
}
