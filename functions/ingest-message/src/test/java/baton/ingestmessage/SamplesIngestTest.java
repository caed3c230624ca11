package baton.ingestmessage;

import static org.assertj.core.api.Assertions.assertThat;

import baton.channel.Channel;
import baton.channel.ChannelKind;
import baton.channel.Identity;
import baton.channel.Inbound;
import baton.channel.Peer;
import baton.channels.Sample;
import baton.channels.Samples;
import baton.channels.UnreadableBody;
import baton.testing.Fixtures;
import baton.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every sample webhook goes through the handler, one after the other; what its manifest names is in the table then,
/// and its redelivery adds nothing.
class SamplesIngestTest {

  @TestFactory
  Stream<DynamicTest> every_sample_ends_in_the_table_as_its_manifest_names_it() {
    return Arrays.stream(ChannelKind.values()).flatMap(kind -> {
      var world = World.fresh().at(Samples.NOW);
      var webhooks = new Webhooks(world);
      return Samples.of(kind).stream().map(sample -> DynamicTest.dynamicTest(
          sample.toString(), () -> arrives(world, webhooks, sample)));
    });
  }

  private static void arrives(World world, Webhooks webhooks, Sample sample) throws UnreadableBody {
    String before = world.table().digest();
    assertThat(webhooks.deliver(sample).said()).isEqualTo("200");
    String after = world.table().digest();
    if (sample.expect().equals(List.of("duplicate"))) {
      assertThat(after).isEqualTo(before);
    }
    var channel = Webhooks.channel(sample.kind());
    for (var said : Samples.said(sample)) {
      holds(world, channel, said);
    }
    webhooks.deliver(sample);
    assertThat(world.table().digest()).as("nothing is changed by the redelivery").isEqualTo(after);
  }

  private static void holds(World world, Channel channel, Inbound said) {
    switch (said) {
      case Inbound foreign when foreign.account().filter(account -> !account.equals(channel.account())).isPresent() ->
          disowned(world, channel, foreign.account().get());
      case Inbound.Message message -> {
        assertThat(standing(world, channel, message.peer(), message.providerId()).path("kind").asText())
            .isEqualTo(message.content().word());
        assertThat(conversation(world, channel, message.peer()).path("status").asText()).isEqualTo("unassigned");
        if (!message.content().isWhole()) {
          quarantined(world, channel, "kept only in part, as " + message.content().word());
        }
      }
      case Inbound.Remark remark -> assertThat(world.table().ofType("remark"))
          .filteredOn(item -> item.path("providerId").asText().equals(remark.providerId()))
          .singleElement().satisfies(item -> {
            assertThat(item.path("remark").asText()).isEqualTo(remark.kind());
            assertThat(item.path("pk").asText()).isEqualTo(timeline(world, channel, remark));
          });
      case Inbound.Receipt receipt -> assertThat(
          world.table().receipt(channel.id(), receipt.providerId()).path("deliveryRank").asInt())
          .isGreaterThanOrEqualTo(receipt.delivery().status().ordinal());
      case Inbound.Unusable unusable -> quarantined(world, channel, unusable.why());
    }
  }

  private static JsonNode standing(World world, Channel channel, Peer peer, String providerId) {
    var found = world.table().timeline(Fixtures.ACME, Identity.conversation(channel, peer)).stream()
        .filter(item -> item.path("providerId").asText().equals(providerId))
        .toList();
    assertThat(found).as("what the provider calls " + providerId).hasSize(1);
    return found.getFirst();
  }

  private static JsonNode conversation(World world, Channel channel, Peer peer) {
    return world.table().conversation(Fixtures.ACME, Identity.conversation(channel, peer));
  }

  // Of its peer, who may be known by another name than this one; else of its target.
  private static String timeline(World world, Channel channel, Inbound.Remark remark) {
    return remark.peer()
        .map(peer -> "WS#acme#CONV#" + world.wiring().whereabouts().of(channel, peer))
        .orElseGet(() -> message(world, remark.target().orElseThrow()).path("pk").asText());
  }

  private static JsonNode message(World world, String providerId) {
    return world.table().ofType("message").stream()
        .filter(item -> item.path("providerId").asText().equals(providerId))
        .findFirst().orElseThrow();
  }

  private static void disowned(World world, Channel channel, String account) {
    assertThat(world.table().quarantine(channel.id()))
        .filteredOn(kept -> kept.path("why").asText().equals("another account: " + account))
        .isNotEmpty().allMatch(kept -> kept.path("body").isMissingNode());
  }

  private static void quarantined(World world, Channel channel, String why) {
    assertThat(world.table().quarantine(channel.id()))
        .anyMatch(kept -> kept.path("why").asText().contains(why) && !kept.path("body").asText().isEmpty());
  }
}
