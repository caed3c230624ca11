package baton.channels;

import static org.assertj.core.api.Assertions.assertThat;

import baton.channel.Channel.Secret;
import baton.channel.ChannelKind;
import baton.channel.Inbound;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {
  static Stream<Sample> samples() {
    return Samples.all();
  }

  @Test
  void every_kind_of_channel_has_an_adapter_that_speaks_for_it_and_samples() {
    for (ChannelKind kind : ChannelKind.values()) {
      assertThat(ChannelAdapters.of(kind).kind()).isEqualTo(kind);
      assertThat(Samples.of(kind)).isNotEmpty();
    }
    assertThat(Samples.all()).hasSize(69);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void the_signature_of_a_sample_is_authentic(Sample sample) {
    assertThat(authentic(sample.request(), sample, Samples.secret(sample.kind()))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_sample_is_not_authentic_with_another_secret(Sample sample) {
    assertThat(authentic(sample.request(), sample, "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_sample_with_a_flipped_bit_is_not_authentic_where_bodies_are_signed(Sample sample) {
    for (int at : List.of(0, sample.body().length / 2, sample.body().length - 1)) {
      byte[] flipped = sample.body().clone();
      flipped[at] ^= 1;
      boolean signed = sample.kind() != ChannelKind.TELEGRAM;
      assertThat(authentic(sample.request(flipped), sample, Samples.secret(sample.kind()))).isEqualTo(!signed);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_sample_says_what_its_manifest_names_in_order(Sample sample) throws UnreadableBody {
    List<Inbound> found = Samples.said(sample);
    if (sample.expect().equals(List.of("duplicate"))) {
      Sample first = Samples.of(sample.kind(), "dup_a_first.json");
      assertThat(found).isEqualTo(Samples.said(first));
    } else {
      assertThat(found.stream().map(Neutral::word)).isEqualTo(sample.expect());
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void the_same_bytes_always_say_the_same(Sample sample) throws UnreadableBody {
    var again = new Sample(sample.kind(), sample.file(), sample.headers(), sample.body().clone(), sample.expect());
    assertThat(Samples.said(sample)).isEqualTo(Samples.said(again));
  }

  @Test
  void no_two_samples_but_duplicates_and_redeliveries_share_a_provider_id() throws UnreadableBody {
    List<String> ids =
        Samples.all().filter(sample -> !sample.expect().contains("duplicate")).flatMap(this::ids).toList();
    assertThat(ids).hasSizeGreaterThan(50).doesNotHaveDuplicates();
  }

  private Stream<String> ids(Sample sample) {
    try {
      return Samples.said(sample).stream().flatMap(inbound ->
          switch (inbound) {
            case Inbound.Message message -> Stream.of(sample.kind() + message.providerId());
            case Inbound.Remark remark -> Stream.of(sample.kind() + remark.providerId());
            case Inbound.Receipt _, Inbound.Unusable _ -> Stream.of();
          });
    } catch (UnreadableBody unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static boolean authentic(WebhookRequest request, Sample sample, String secret) {
    return ChannelAdapters.of(sample.kind())
        .authentic(request, Samples.channel(sample.kind(), new Secret(secret, Optional.empty())), Samples.NOW);
  }
}
