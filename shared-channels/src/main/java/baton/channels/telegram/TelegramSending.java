package baton.channels.telegram;

import baton.channel.Channel;
import baton.channels.OutgoingText;
import baton.channels.SendCall;
import baton.channels.SendResult;
import baton.channels.wire.Answers;
import baton.channels.wire.Json;
import baton.channels.wire.Malformed;
import baton.channels.wire.Part;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The call that sends a text by Telegram, and its answers. Telegram knows neither an idempotency key nor receipts:
/// what became of a call that was not answered is never known.
final class TelegramSending {
  private static final long LONGEST_PAUSE = 86_400;

  private TelegramSending() {}

  static Optional<SendCall> call(OutgoingText message, Channel channel, URI api) {
    if (channel.sendToken().isBlank()) {
      return Optional.empty();
    }
    URI uri = Answers.address(api, "bot" + channel.sendToken(), "sendMessage");
    return Optional.of(SendCall.post(uri, Map.of(), body(message).toString()));
  }

  private static ObjectNode body(OutgoingText message) {
    ObjectNode body = Json.object();
    Optional<Chat> chat = Chat.at(message.address());
    chat.flatMap(Chat::business).ifPresent(business -> body.put("business_connection_id", business));
    chat.ifPresentOrElse(known -> body.put("chat_id", known.number()), () -> body.put("chat_id", message.address()));
    body.put("text", message.text());
    // The customer may have deleted what is quoted; the answer has to arrive nevertheless.
    chat.flatMap(known -> message.replyTo().flatMap(known::numberOf))
        .ifPresent(quoted ->
            body.putObject("reply_parameters").put("message_id", quoted).put("allow_sending_without_reply", true));
    return body;
  }

  static SendResult result(int status, Part answer) {
    if (status >= 200 && status < 300 && answer.at("result").isObject()) {
      return sent(answer.at("result"));
    }
    Integer code =
        answer.integer("error_code").filter(known -> known >= 400 && known < 600).map(Long::intValue).orElse(status);
    String reason = answer.label("description").orElse("HTTP " + code);
    Optional<Long> movedTo = answer.at("parameters").integer("migrate_to_chat_id");
    if (movedTo.isPresent()) {
      return new SendResult.Rejected("migrated", "The group goes on as chat " + movedTo.get() + ".");
    }
    return switch (code) {
      case 401, 404, 409 -> new SendResult.ChannelStopped(code.toString(), reason);
      case 408, 429 -> new SendResult.Retry(reason, pause(answer));
      case Integer other when other >= 500 -> new SendResult.Retry(reason, pause(answer));
      case Integer other when other < 300 -> Answers.unclear();
      case Integer other -> new SendResult.Rejected(other.toString(), reason);
    };
  }

  private static SendResult sent(Part message) {
    try {
      return new SendResult.Sent(Chat.of(message).message(message.requireNumber("message_id")));
    } catch (Malformed _) {
      return Answers.unclear();
    }
  }

  private static Optional<Duration> pause(Part answer) {
    return answer.at("parameters").integer("retry_after")
        .filter(seconds -> seconds > 0)
        .map(seconds -> Duration.ofSeconds(Math.min(seconds, LONGEST_PAUSE)));
  }
}
