package baton.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// Where failures go: the queue's ARN, out of the three ways the template spells it.
final class Destinations {

  private Destinations() {}

  static Optional<String> onFailure(Section destinationConfig) {
    return destinationConfig.section("OnFailure").whole(destination -> {
      var arn = destination.text("Destination");
      if (arn.isPresent() && !"SQS".equals(destination.text("Type").orElse(""))) {
        throw new TemplateException(destination.where() + ": without `Type: SQS` no right to the queue is generated");
      }
      return arn;
    });
  }

  static Optional<String> deadLetters(Section redrivePolicy) {
    return redrivePolicy.whole(policy -> policy.value("deadLetterTargetArn").map(JsonNode::asText));
  }
}
