package baton.channels.whatsapp;

import baton.channel.Channel;
import baton.channels.OutgoingText;
import baton.channels.ProviderAnswer;
import baton.channels.SendCall;
import baton.channels.SendResult;
import baton.channels.wire.Answers;
import baton.channels.wire.Json;
import baton.channels.wire.Part;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The call that sends a text by WhatsApp, and its answers. WhatsApp knows no idempotency key: what we call the message
/// comes back in its receipts instead.
final class WhatsAppSending {
  private static final String VERSION = "v25.0";
  private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.(?:ENT\\.)?[A-Za-z0-9]{1,128}");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{5,15}");

  private WhatsAppSending() {}

  static Optional<SendCall> call(OutgoingText message, Channel channel, URI api) {
    if (channel.sendToken().isBlank() || channel.account().isBlank()) {
      return Optional.empty();
    }
    URI uri = Answers.address(api, VERSION, channel.account(), "messages");
    return Optional.of(
        SendCall.post(uri, Map.of("Authorization", "Bearer " + channel.sendToken()), body(message).toString()));
  }

  private static ObjectNode body(OutgoingText message) {
    ObjectNode body = Json.object().put("messaging_product", "whatsapp");
    addressed(body, message.address());
    body.put("type", "text");
    body.putObject("text").put("body", message.text()).put("preview_url", false);
    message.replyTo().ifPresent(quoted -> body.putObject("context").put("message_id", quoted));
    return body.put("biz_opaque_callback_data", message.ourId());
  }

  private static void addressed(ObjectNode body, String address) {
    if (USER_ID.matcher(address).matches()) {
      body.put("recipient_type", "individual").put("recipient", address);
    } else {
      String type = PHONE.matcher(address).matches() ? "individual" : "group";
      body.put("recipient_type", type).put("to", address);
    }
  }

  static SendResult result(ProviderAnswer answer, Part body) {
    if (answer.status() >= 200 && answer.status() < 300) {
      return body.list("messages").stream().findFirst().flatMap(first -> first.id("id"))
          .<SendResult>map(SendResult.Sent::new)
          .orElse(Answers.unnamed());
    }
    Part error = body.at("error");
    Optional<Integer> code = WhatsAppFailure.codeOf(error);
    return code.isEmpty() && answer.broken() ? Answers.wordless(answer) : refused(answer, code, error);
  }

  private static SendResult refused(ProviderAnswer answer, Optional<Integer> code, Part error) {
    String name = code.map(String::valueOf).orElse("http-" + answer.status());
    String reason = error.at("error_data").label("details").or(() -> error.label("message"))
        .orElse("HTTP " + answer.status());
    return switch (failure(answer, code, error)) {
      case RETRY -> new SendResult.Retry(reason, code.flatMap(WhatsAppSending::pause).or(answer::retryAfter));
      case PERMANENT -> new SendResult.Rejected(name, reason);
      case STOPS_CHANNEL -> new SendResult.ChannelStopped(name, reason);
    };
  }

  // The code is the better witness: Meta sends many of them with status 400.
  private static WhatsAppFailure failure(ProviderAnswer answer, Optional<Integer> code, Part error) {
    return code.flatMap(WhatsAppFailure::of)
        .orElseGet(() -> {
          if (answer.broken() || answer.turnedAway() || error.flag("is_transient")) {
            return WhatsAppFailure.RETRY;
          }
          return answer.status() == 401 || answer.status() == 403
              ? WhatsAppFailure.STOPS_CHANNEL
              : WhatsAppFailure.PERMANENT;
        });
  }

  private static Optional<Duration> pause(int code) {
    return switch (code) {
      // One message in six seconds to one person.
      case 131056 -> Optional.of(Duration.ofSeconds(6));
      // Maintenance takes up to a minute.
      case 131057 -> Optional.of(Duration.ofSeconds(60));
      default -> Optional.empty();
    };
  }
}
