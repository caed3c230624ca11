package baton.sendnotifications;

import baton.table.Outbox;
import baton.testing.Invocation;
import baton.testing.LambdaEvents;
import baton.testing.RecordingSns;
import baton.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/// Agents' ears: what they are told of what happens in a world.
final class Told {
  private final World world;
  private final SendNotificationsHandler handler;

  Told(World world) {
    this.world = world;
    this.handler = new SendNotificationsHandler(world.wiring());
  }

  /// The events published since this was last asked; nobody has been told of them yet.
  List<PublishRequest> events() {
    world.sns().take();
    world.stream().stream().flatMap(item -> Outbox.entry(item).stream()).forEach(world.wiring().round()::publish);
    return world.sns().take();
  }

  /// What is said because of this event, whole.
  List<JsonNode> notices(PublishRequest event) {
    return published(event).stream().map(RecordingSns::json).toList();
  }

  /// The same as SNS gets it.
  List<PublishRequest> published(PublishRequest event) {
    world.sns().take();
    Invocation.of(handler, LambdaEvents.sns(event));
    return world.sns().take();
  }

  /// What is said after these sentences: `taken to bo, mia: Kim was taken by ana`.
  List<String> after(String... sentences) {
    world.given(sentences);
    return events().stream().flatMap(event -> notices(event).stream()).map(Told::line).sorted().toList();
  }

  static String line(JsonNode notice) {
    return "%s to %s: %s".formatted(
        notice.path("message").path("kind").asText(),
        String.join(", ", notice.path("message").path("recipients").valueStream().map(JsonNode::asText).toList()),
        notice.path("message").path("title").asText());
  }
}
