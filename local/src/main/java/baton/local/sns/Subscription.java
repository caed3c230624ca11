package baton.local.sns;

import baton.local.filter.EventPattern;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/// Who gets a topic's messages, and which of them.
public record Subscription(String arn, String topicArn, String protocol, String endpoint, Optional<EventPattern> filter,
    boolean filtersBody, boolean raw, Optional<String> deadLetterArn) {

  private static final ObjectMapper JSON = new ObjectMapper();

  boolean wants(Notification notification) {
    return filter.map(pattern -> filtersBody ? matchesBody(pattern, notification.message())
        : pattern.matches(notification.filteredAttributes())).orElse(true);
  }

  private static boolean matchesBody(EventPattern pattern, String body) {
    try {
      return pattern.matches(JSON.readTree(body));
    } catch (JsonProcessingException _) {
      return false; // SNS rejects what is no JSON, too
    }
  }
}
