package baton.local;

import baton.local.sns.Notification;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// What was published to the topic for assignees: the message, and its attributes as text.
public record Notice(String id, Instant at, String message, Map<String, String> attributes) {

  static Notice of(Notification notification) {
    var attributes = new TreeMap<String, String>();
    notification.attributes().forEach((name, attribute) -> attributes.put(name, attribute.value()));
    return new Notice(notification.id(), notification.at(), notification.message(), attributes);
  }
}
