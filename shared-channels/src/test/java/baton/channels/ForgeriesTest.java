package baton.channels;

import static org.assertj.core.api.Assertions.assertThat;

import baton.channel.Channel;
import baton.channel.Channel.Secret;
import baton.channel.ChannelKind;
import baton.channels.webhook.StandardSignature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Abuses A30 to A34 and A53 of the threat list.
class ForgeriesTest {
  private static final String HUB = "X-Hub-Signature-256";
  private static final String GOOD =
      Samples.of(ChannelKind.WHATSAPP, "text_basic.json").headers().getOrDefault(HUB, "");
  private static final Instant EXPIRY = Samples.NOW.plusSeconds(60);

  @ParameterizedTest
  @EnumSource(ChannelKind.class)
  void a_webhook_without_its_headers_is_not_authentic(ChannelKind kind) {
    Sample sample = Samples.of(kind).getFirst();
    assertThat(authentic(kind, Map.of(), sample.body())).isFalse();
    sample.headers().keySet().forEach(name -> {
      Map<String, String> others = new HashMap<>(sample.headers());
      others.remove(name);
      assertThat(authentic(kind, others, sample.body())).as("without " + name).isFalse();
      others.put(name, "");
      assertThat(authentic(kind, others, sample.body())).as("with empty " + name).isFalse();
    });
  }

  @ParameterizedTest
  @EnumSource(ChannelKind.class)
  void a_header_that_comes_twice_proves_nothing(ChannelKind kind) {
    Sample sample = Samples.of(kind).getFirst();
    sample.headers().forEach((name, value) -> {
      Map<String, List<String>> twice = new HashMap<>();
      sample.headers().forEach((other, its) -> twice.put(other, List.of(its)));
      twice.put(name, List.of(value, value));
      assertThat(authentic(kind, new WebhookRequest("POST", "", twice, Map.of(), sample.body()))).isFalse();

      // API Gateway joins them by a comma.
      twice.put(name, List.of(value + "," + value));
      assertThat(authentic(kind, new WebhookRequest("POST", "", twice, Map.of(), sample.body()))).isFalse();

      twice.put(name, List.of(value));
      twice.put(name.equals(name.toUpperCase()) ? name.toLowerCase() : name.toUpperCase(), List.of(value));
      assertThat(authentic(kind, new WebhookRequest("POST", "", twice, Map.of(), sample.body()))).isFalse();
    });
  }

  @ParameterizedTest
  @EnumSource(ChannelKind.class)
  void headers_are_found_in_any_case(ChannelKind kind) {
    Sample sample = Samples.of(kind).getFirst();
    Map<String, String> upper = new HashMap<>();
    sample.headers().forEach((name, value) -> upper.put(name.toUpperCase(), value));
    assertThat(authentic(kind, upper, sample.body())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha256=", "sha1=6a4d8e20e788b98cdc8128f0e4de078ee0c783fb", "sha256=zz", "SHA256="})
  void a_whatsapp_signature_of_another_shape_is_refused(String header) {
    assertThat(hub(header)).isFalse();
  }

  @Test
  void a_whatsapp_signature_is_exactly_64_lower_case_hex_digits() {
    assertThat(hub(GOOD)).isTrue();
    assertThat(hub("sha256=" + GOOD.substring(7).toUpperCase())).isFalse();
    assertThat(hub(GOOD.substring(0, GOOD.length() - 1))).isFalse();
    assertThat(hub(GOOD + "0")).isFalse();
    assertThat(hub(" " + GOOD)).isFalse();
    assertThat(hub(GOOD + "\n")).isFalse();
    assertThat(hub(GOOD.replace("sha256=", "sha1="))).isFalse();
    assertThat(hub(GOOD.substring(7))).isFalse();
    assertThat(hub("sha256=" + "g".repeat(64))).isFalse();
    assertThat(hub("sha256=" + "٣".repeat(64))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(ChannelKind.class)
  void a_channel_without_a_secret_believes_nobody(ChannelKind kind) {
    Sample sample = Samples.of(kind).getFirst();
    ChannelAdapter adapter = ChannelAdapters.of(kind);
    assertThat(adapter.authentic(sample.request(), Samples.channel(kind, new Secret[0]), Samples.NOW)).isFalse();
    for (String blank : List.of("", " ", "whsec_", "whsec_!!")) {
      Channel channel = Samples.channel(kind, new Secret(blank, Optional.empty()));
      assertThat(adapter.authentic(sample.request(), channel, Samples.NOW)).isFalse();
    }
  }

  @Test
  void a_blank_secret_is_not_proven_by_repeating_it() throws Exception {
    for (String blank : List.of("", " ")) {
      Channel telegram = Samples.channel(ChannelKind.TELEGRAM, new Secret(blank, Optional.empty()));
      Map<String, String> token = Map.of("X-Telegram-Bot-Api-Secret-Token", blank);
      assertThat(believes(telegram, token)).isFalse();
    }
    // Java refuses an empty key, but HMAC pads with zeros: a key of one zero byte gives what an empty one would.
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(new byte[1], "HmacSHA256"));
    String signed = "sha256=" + HexFormat.of().formatHex(mac.doFinal("{}".getBytes(StandardCharsets.UTF_8)));
    Channel whatsapp = Samples.channel(ChannelKind.WHATSAPP, new Secret("", Optional.empty()));
    assertThat(believes(whatsapp, Map.of(HUB, signed))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(ChannelKind.class)
  void during_a_rotation_two_secrets_count_and_after_it_one(ChannelKind kind) {
    Sample sample = Samples.of(kind).getFirst();
    String other = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    Channel rotating =
        Samples.channel(
            kind, new Secret(other, Optional.empty()), new Secret(Samples.secret(kind), Optional.of(EXPIRY)));
    ChannelAdapter adapter = ChannelAdapters.of(kind);
    assertThat(adapter.authentic(sample.request(), rotating, EXPIRY.minusMillis(1))).isTrue();
    assertThat(adapter.authentic(sample.request(), rotating, EXPIRY)).isFalse();
    assertThat(adapter.authentic(sample.request(), rotating, EXPIRY.plusSeconds(1))).isFalse();
  }

  @Test
  void a_webhook_is_believed_five_minutes_either_way_and_no_longer() {
    long now = Samples.NOW.getEpochSecond();
    for (long offset : List.of(-300L, -1L, 0L, 1L, 300L)) {
      assertThat(standard("msg_1", String.valueOf(now + offset))).as("offset " + offset).isTrue();
    }
    for (String late : List.of(String.valueOf(now - 301), String.valueOf(now + 301), "0", "999999999999")) {
      assertThat(standard("msg_1", late)).as("timestamp " + late).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", "now", "1763740810.0", "-1763740810", "+1763740810", "99999999999999999999", "1763740810 ", "1e9", "٣"
  })
  void a_webhooks_timestamp_is_a_number_of_seconds(String timestamp) {
    assertThat(standard("msg_1", timestamp)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "msg.1", ".", "a b"})
  void a_webhooks_id_holds_no_dot(String id) {
    assertThat(standard(id, String.valueOf(Samples.NOW.getEpochSecond()))).isFalse();
  }

  @Test
  void the_border_between_timestamp_and_body_cannot_be_moved() {
    String secret = Samples.secret(ChannelKind.WEBHOOK);
    String now = String.valueOf(Samples.NOW.getEpochSecond());
    String signed = StandardSignature.sign(secret, "m", now, "7.{}".getBytes(StandardCharsets.UTF_8)).orElseThrow();
    Map<String, String> moved =
        Map.of("webhook-id", "m", "webhook-timestamp", now + ".7", "webhook-signature", signed);
    assertThat(authentic(ChannelKind.WEBHOOK, moved, "{}".getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  @Test
  void a_handshake_is_answered_only_to_who_knows_the_token() {
    Map<String, String> asked = Map.of("hub.mode", "subscribe", "hub.challenge", "42");
    assertThat(shake(with(asked, "hub.verify_token", Samples.VERIFY_TOKEN))).contains(WebhookReply.plain(200, "42"));
    assertThat(shake(with(asked, "hub.verify_token", ""))).contains(WebhookReply.plain(403, ""));
    assertThat(shake(asked)).contains(WebhookReply.plain(403, ""));
    assertThat(shake(Map.of("hub.challenge", "42", "hub.verify_token", Samples.VERIFY_TOKEN)))
        .contains(WebhookReply.plain(403, ""));
    assertThat(shake(Map.of())).isEmpty();
  }

  @Test
  void a_channel_without_a_verify_token_shakes_no_hands() {
    Channel telegramLike = Samples.channel(ChannelKind.WEBHOOK);
    Map<String, String> query = Map.of("hub.mode", "subscribe", "hub.challenge", "1", "hub.verify_token", "");
    WebhookRequest request = WebhookRequest.of("GET", "", Map.of(), query, new byte[0]);
    assertThat(ChannelAdapters.of(ChannelKind.WHATSAPP).handshake(request, telegramLike, Samples.NOW).orElseThrow().status())
        .isEqualTo(403);
    assertThat(ChannelAdapters.of(ChannelKind.TELEGRAM).handshake(request, telegramLike, Samples.NOW)).isEmpty();
    assertThat(ChannelAdapters.of(ChannelKind.WEBHOOK).handshake(request, telegramLike, Samples.NOW)).isEmpty();
  }

  @Test
  void a_challenge_that_is_no_plain_word_is_not_repeated() {
    for (String challenge : List.of("<b>1</b>", "", "1 ", "a.b", "1".repeat(129), "1".repeat(1_000_000))) {
      WebhookReply reply =
          shake(Map.of("hub.mode", "subscribe", "hub.challenge", challenge, "hub.verify_token", Samples.VERIFY_TOKEN))
              .orElseThrow();
      assertThat(reply).isEqualTo(WebhookReply.plain(400, ""));
    }
  }

  @Test
  void a_challenge_of_letters_and_digits_is_repeated() {
    for (String challenge : List.of("1158201444", "Zm9v_bar-9", "1".repeat(128))) {
      WebhookReply reply =
          shake(Map.of("hub.mode", "subscribe", "hub.challenge", challenge, "hub.verify_token", Samples.VERIFY_TOKEN))
              .orElseThrow();
      assertThat(reply).isEqualTo(WebhookReply.plain(200, challenge));
    }
  }

  @Test
  void a_request_knows_the_address_that_was_called_and_its_query_as_it_was_sent() {
    String url = "https://api.acme.example/webhooks/ch-1?tenant=t%201&a=%2B";
    var request = WebhookRequest.of("POST", url, Map.of(), Map.of("tenant", "t 1", "a", "+"), new byte[0]);
    assertThat(request.url()).isEqualTo(url);
    assertThat(request.rawQuery()).isEqualTo("tenant=t%201&a=%2B");
    assertThat(Samples.of(ChannelKind.WEBHOOK).getFirst().request().rawQuery()).isEmpty();
  }

  private static Map<String, String> with(Map<String, String> query, String name, String value) {
    Map<String, String> all = new HashMap<>(query);
    all.put(name, value);
    return all;
  }

  private static Optional<WebhookReply> shake(Map<String, String> query) {
    return ChannelAdapters.of(ChannelKind.WHATSAPP)
        .handshake(
            WebhookRequest.of("GET", "", Map.of(), query, new byte[0]), Samples.channel(ChannelKind.WHATSAPP),
            Samples.NOW);
  }

  private static boolean standard(String id, String timestamp) {
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    String signed =
        StandardSignature.sign(Samples.secret(ChannelKind.WEBHOOK), id, timestamp, body).orElseThrow();
    return authentic(
        ChannelKind.WEBHOOK,
        Map.of("webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", signed),
        body);
  }

  private static boolean hub(String header) {
    return authentic(
        ChannelKind.WHATSAPP, Map.of(HUB, header), Samples.of(ChannelKind.WHATSAPP, "text_basic.json").body());
  }

  private static boolean believes(Channel channel, Map<String, String> headers) {
    WebhookRequest request = WebhookRequest.of("POST", "", headers, Map.of(), "{}".getBytes(StandardCharsets.UTF_8));
    return ChannelAdapters.of(channel.kind()).authentic(request, channel, Samples.NOW);
  }

  private static boolean authentic(ChannelKind kind, Map<String, String> headers, byte[] body) {
    return authentic(kind, WebhookRequest.of("POST", "", headers, Map.of(), body));
  }

  private static boolean authentic(ChannelKind kind, WebhookRequest request) {
    return ChannelAdapters.of(kind).authentic(request, Samples.channel(kind), Samples.NOW);
  }
}
