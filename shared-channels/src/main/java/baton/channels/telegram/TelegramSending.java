package baton.channels.telegram;

import baton.channel.Channel;
import baton.channels.OutgoingText;
import baton.channels.ProviderAnswer;
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

  static SendResult result(ProviderAnswer answer, Part body) {
    if (isYes(answer) && body.at("result").isObject()) {
      return sent(body.at("result"));
    }
    Optional<Integer> code =
        body.integer("error_code").filter(known -> known >= 400 && known < 600).map(Long::intValue);
    if (code.isEmpty() && isYes(answer)) {
      return Answers.unnamed();
    }
    return code.isEmpty() && answer.broken()
        ? Answers.wordless(answer)
        : refused(code.orElse(answer.status()), answer, body);
  }

  private static boolean isYes(ProviderAnswer answer) {
    return answer.status() >= 200 && answer.status() < 300;
  }

  private static SendResult refused(Integer code, ProviderAnswer answer, Part body) {
    String reason = body.label("description").orElse("HTTP " + code);
    Optional<Long> movedTo = body.at("parameters").integer("migrate_to_chat_id");
    if (movedTo.isPresent()) {
      return new SendResult.Moved(movedTo.get().toString());
    }
    return switch (code) {
      case 401, 404, 409 -> new SendResult.ChannelStopped(code.toString(), reason);
      case 408, 429 -> new SendResult.Retry(reason, pause(answer, body));
      case Integer other when other >= 500 -> new SendResult.Retry(reason, pause(answer, body));
      case Integer other -> new SendResult.Rejected(other.toString(), reason);
    };
  }

  private static SendResult sent(Part message) {
    try {
      return new SendResult.Sent(Chat.of(message).message(message.requireNumber("message_id")));
    } catch (Malformed _) {
      return Answers.unnamed();
    }
  }

  private static Optional<Duration> pause(ProviderAnswer answer, Part body) {
    return body.at("parameters").integer("retry_after").flatMap(ProviderAnswer::pause).or(answer::retryAfter);
  }
}
