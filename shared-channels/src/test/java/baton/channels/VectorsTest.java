package baton.channels;

import static org.assertj.core.api.Assertions.assertThat;

import baton.channel.Channel;
import baton.channel.Channel.Secret;
import baton.channel.ChannelKind;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class VectorsTest {
  @TestFactory
  Stream<DynamicTest> every_signature_vector_is_judged_as_known() {
    return items("vectors").map(vector -> DynamicTest.dynamicTest(vector.path("id").asText(), () -> {
      ChannelKind kind = kind(vector);
      Channel channel = Samples.channel(kind, new Secret(vector.path("secret").asText(), Optional.empty()));
      byte[] body = vector.path("body").asText("").getBytes(StandardCharsets.UTF_8);
      WebhookRequest request = WebhookRequest.of("POST", "", headers(kind, vector), Map.of(), body);
      Instant now = vector.has("now") ? Instant.ofEpochSecond(vector.path("now").asLong()) : Samples.NOW;
      assertThat(ChannelAdapters.of(kind).authentic(request, channel, now)).isEqualTo(vector.path("valid").asBoolean());
    }));
  }

  @TestFactory
  Stream<DynamicTest> every_handshake_is_answered_as_known() {
    return items("handshakes").map(shake -> DynamicTest.dynamicTest(shake.path("id").asText(), () -> {
      String query = shake.path("request").asText().split("\\?")[1];
      WebhookRequest request = WebhookRequest.of("GET", "", Map.of(), parameters(query), new byte[0]);
      WebhookReply reply =
          ChannelAdapters.of(ChannelKind.WHATSAPP)
              .handshake(request, Samples.channel(ChannelKind.WHATSAPP), Samples.NOW).orElseThrow();
      boolean html = shake.path("id").asText().equals("meta-handshake-html-challenge");
      assertThat(reply.status()).isEqualTo(html ? 400 : shake.path("status").asInt());
      assertThat(reply.body()).isEqualTo(html ? "" : shake.path("body").asText());
      assertThat(reply.contentType()).startsWith("text/plain");
    }));
  }

  private static Stream<JsonNode> items(String list) {
    return StreamSupport.stream(Samples.vectors().required(list).spliterator(), false);
  }

  private static ChannelKind kind(JsonNode vector) {
    return switch (vector.path("scheme").asText()) {
      case "meta" -> ChannelKind.WHATSAPP;
      case "telegram" -> ChannelKind.TELEGRAM;
      case "standard-webhooks" -> ChannelKind.WEBHOOK;
      case String other -> throw new IllegalArgumentException(other);
    };
  }

  private static Map<String, String> headers(ChannelKind kind, JsonNode vector) {
    Map<String, String> headers = new HashMap<>();
    String name =
        switch (kind) {
          case WHATSAPP -> "X-Hub-Signature-256";
          case TELEGRAM -> "X-Telegram-Bot-Api-Secret-Token";
          case WEBHOOK -> "Webhook-Signature";
        };
    if (vector.hasNonNull("header")) {
      headers.put(name, vector.path("header").asText());
    }
    if (kind == ChannelKind.WEBHOOK) {
      headers.put("Webhook-Id", vector.path("webhook_id").asText());
      headers.put("Webhook-Timestamp", vector.path("timestamp").asText());
    }
    return headers;
  }

  private static Map<String, String> parameters(String query) {
    return Arrays.stream(query.split("&")).map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }
}
