package baton.ingestmessage;

import static org.assertj.core.api.Assertions.assertThat;

import baton.channel.Channel;
import baton.channel.Channel.Secret;
import baton.channel.ChannelKind;
import baton.channels.Sample;
import baton.channels.Samples;
import baton.testing.HttpCall;
import baton.testing.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForgeriesIngestTest {
  private static World world;
  private static Webhooks webhooks;

  @BeforeAll
  static void acme() {
    world = World.fresh().at(Samples.NOW);
    webhooks = new Webhooks(world);
  }

  @ParameterizedTest
  @EnumSource(ChannelKind.class)
  void what_is_not_proved_is_answered_401_and_changes_nothing(ChannelKind kind) {
    String before = world.table().digest();
    Sample sample = Samples.of(kind).getFirst();
    forgeries(sample).forEach(forgery ->
        assertThat(webhooks.deliver(forgery).said()).isEqualTo("401 bad-signature"));
    assertThat(world.table().digest()).isEqualTo(before);
  }

  private static Stream<HttpCall> forgeries(Sample sample) {
    var unsigned = Webhooks.call(sample).without(sample.headers().keySet());
    var other = sample.kind() == ChannelKind.WHATSAPP ? World.TELEGRAM : World.WHATSAPP;
    var elsewhere = Webhooks.to(other).body(sample.body(), false).with(sample.headers());
    var mended = sample.headers().keySet().stream()
        .flatMap(name -> Stream.of("", "x", "sha1=" + "0".repeat(40), "v1," + "A".repeat(44))
            .map(value -> Webhooks.call(sample).header(name, value)));
    return Stream.concat(Stream.of(unsigned, elsewhere), mended);
  }

  @Test
  void one_changed_byte_of_a_signed_body_is_one_too_many() {
    String before = world.table().digest();
    for (var kind : List.of(ChannelKind.WHATSAPP, ChannelKind.WEBHOOK)) {
      var sample = Samples.of(kind).getFirst();
      byte[] altered = sample.body().clone();
      altered[altered.length / 2] ^= 1;
      assertThat(webhooks.deliver(Webhooks.call(sample).body(altered, true)).status()).isEqualTo(401);
    }
    assertThat(world.table().digest()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such-channel", "wa-1#x", "..", "", "wa-1/", "%00", "WA-1"})
  void an_unknown_channel_answers_as_a_known_one_with_a_bad_signature(String channel) {
    var known = webhooks.deliver(Webhooks.signed("{}", "guessed"));
    var unknown = webhooks.deliver(Webhooks.to(channel).body("{}").header("X-Hub-Signature-256", "sha256=00"));
    assertThat(unknown).isEqualTo(known);
  }

  @Test
  void a_signature_that_comes_twice_in_names_of_different_case_proves_nothing() {
    String body = new WhatsAppBody().kimWrites("wamid.1", world.now(), "hello").toString();
    assertThat(webhooks.deliver(Webhooks.signed(body).header("x-hub-signature-256", "sha256=00")).status())
        .isEqualTo(401);
    assertThat(webhooks.deliver(Webhooks.signed(body).header("X-HUB-SIGNATURE-256", "sha256=00")).status())
        .isEqualTo(401);
  }

  @Test
  void a_handshake_tells_nobody_which_channels_there_are() {
    var answers = Stream.of("wa-1", "tg-1", "hook-1", "no-such-channel")
        .map(channel -> webhooks.deliver(HttpCall.to("GET /webhooks/{channelId}").path("channelId", channel)
            .query("hub.mode", "subscribe").query("hub.challenge", "1").query("hub.verify_token", "guessed")))
        .distinct()
        .toList();
    assertThat(answers).singleElement().satisfies(answer -> {
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.body()).isEmpty();
    });
  }

  @Test
  void the_handshake_repeats_a_number_to_who_knows_the_token_and_nothing_else_to_anybody() {
    var call = HttpCall.to("GET /webhooks/{channelId}").path("channelId", "wa-1")
        .query("hub.mode", "subscribe").query("hub.verify_token", "test_verify_token");
    assertThat(webhooks.deliver(call.query("hub.challenge", "1158201444")).body()).isEqualTo("1158201444");
    var html = webhooks.deliver(call.query("hub.challenge", "<script>alert(1)</script>"));
    assertThat(html.status()).isEqualTo(400);
    assertThat(html.body()).isEmpty();
    assertThat(html.headers()).containsEntry("x-content-type-options", "nosniff");
  }

  @Test
  void a_body_of_more_than_256_kb_is_answered_413_before_anybody_looks_at_it() {
    String before = world.table().digest();
    String body = new WhatsAppBody().kimWrites("wamid.big", Samples.NOW, "x".repeat(256 * 1024)).toString();
    assertThat(webhooks.whatsApp(body).said()).isEqualTo("413 too-large");
    assertThat(webhooks.deliver(Webhooks.to("no-such-channel").body(body)).said()).isEqualTo("413 too-large");
    assertThat(world.table().digest()).isEqualTo(before);
  }

  @Test
  void during_a_rotation_two_secrets_count_and_the_old_one_until_its_hour() {
    var rotated = World.fresh().at(Samples.NOW);
    rotated.seed().put(signing(
        new Secret("new-secret", Optional.empty()),
        new Secret("old-secret", Optional.of(Samples.NOW.plus(Duration.ofHours(1))))));
    var calls = new Webhooks(rotated);
    String body = new WhatsAppBody().kimWrites("wamid.1", Samples.NOW, "hello").toString();
    assertThat(calls.deliver(Webhooks.signed(body, "new-secret")).status()).isEqualTo(200);
    assertThat(calls.deliver(Webhooks.signed(body, "old-secret")).status()).isEqualTo(200);
    rotated.later(Duration.ofHours(1));
    assertThat(calls.deliver(Webhooks.signed(body, "new-secret")).status()).isEqualTo(200);
    assertThat(calls.deliver(Webhooks.signed(body, "old-secret")).status()).isEqualTo(401);
  }

  @Test
  void a_channel_without_a_secret_or_with_a_blank_one_takes_nothing() {
    var bare = World.fresh().at(Samples.NOW);
    String body = new WhatsAppBody().kimWrites("wamid.1", Samples.NOW, "hello").toString();
    bare.seed().put(signing());
    assertThat(new Webhooks(bare).deliver(Webhooks.signed(body)).status()).isEqualTo(401);
    bare.seed().put(signing(new Secret(" ", Optional.empty())));
    assertThat(new Webhooks(bare).deliver(Webhooks.signed(body, " ")).status()).isEqualTo(401);
  }

  @Test
  void a_new_secret_counts_after_half_a_minute_at_most() {
    var world = World.fresh().at(Samples.NOW);
    var calls = new Webhooks(world);
    String body = new WhatsAppBody().kimWrites("wamid.1", Samples.NOW, "hello").toString();
    assertThat(calls.deliver(Webhooks.signed(body)).status()).isEqualTo(200);
    world.seed().put(signing(new Secret("new-secret", Optional.empty())));
    assertThat(calls.deliver(Webhooks.signed(body, "new-secret")).status()).isEqualTo(401);
    world.later(Duration.ofSeconds(30));
    assertThat(calls.deliver(Webhooks.signed(body, "new-secret")).status()).isEqualTo(200);
    assertThat(calls.deliver(Webhooks.signed(body)).status()).isEqualTo(401);
  }

  @Test
  void a_body_means_the_same_in_base64_and_as_text_and_its_signature_is_over_the_decoded_bytes() {
    var one = World.fresh().at(Samples.NOW);
    var other = World.fresh().at(Samples.NOW);
    for (var sample : Samples.of(ChannelKind.WHATSAPP).subList(0, 4)) {
      String text = new String(sample.body(), StandardCharsets.UTF_8);
      assertThat(new Webhooks(one).deliver(Webhooks.call(sample).body(text)).status()).isEqualTo(200);
      assertThat(new Webhooks(other).deliver(Webhooks.call(sample).body(sample.body(), true)).status()).isEqualTo(200);
    }
    assertThat(one.table().digest()).isEqualTo(other.table().digest());
  }

  private static Channel signing(Secret... secrets) {
    var channel = World.WHATSAPP;
    return new Channel(
        channel.id(), channel.workspace(), channel.kind(), channel.name(), channel.account(), channel.team(),
        List.of(secrets), channel.verifyToken(), channel.sendToken(), channel.salt());
  }
}
