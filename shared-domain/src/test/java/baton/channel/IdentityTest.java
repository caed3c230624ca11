package baton.channel;

import static baton.testing.Fixtures.KIM;
import static baton.testing.Fixtures.channel;
import static baton.testing.Fixtures.telegram;
import static baton.testing.Fixtures.webhook;
import static baton.testing.Fixtures.whatsapp;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// From people to ids, and channels' secrets.
class IdentityTest {
  private static final Peer KIM_BY_PHONE = new Peer("other-id", KIM.phone(), Optional.empty());
  private static final Peer NUMBER_7 = new Peer("7", Optional.empty(), Optional.empty());

  @Test
  void a_person_on_a_channel_always_has_the_same_conversation() {
    assertThat(Identity.conversation(whatsapp(), KIM)).isEqualTo(Identity.conversation(whatsapp(), KIM));
    assertThat(Identity.conversation(whatsapp(), KIM).value()).matches("[0-9a-f]{16}");
    assertThat(Identity.conversation(whatsapp(), KIM)).isNotEqualTo(Identity.conversation(whatsapp(), NUMBER_7));
  }

  @Test
  void each_channel_account_is_a_conversation_of_its_own() {
    assertThat(Identity.conversation(whatsapp(), KIM)).isNotEqualTo(Identity.conversation(telegram(), KIM));
  }

  @Test
  void a_known_phone_is_the_same_contact_on_every_channel() {
    assertThat(Identity.contact(whatsapp(), KIM)).isEqualTo(Identity.contact(telegram(), KIM_BY_PHONE));
  }

  @Test
  void without_a_phone_a_contact_is_of_one_kind_and_account() {
    assertThat(Identity.contact(telegram(), NUMBER_7)).isNotEqualTo(Identity.contact(whatsapp(), NUMBER_7));
    assertThat(Identity.contact(telegram(), NUMBER_7))
        .isNotEqualTo(Identity.contact(channel("tg-2", ChannelKind.TELEGRAM, "other_bot"), NUMBER_7))
        .isEqualTo(Identity.contact(channel("tg-2", ChannelKind.TELEGRAM, "acme_bot"), NUMBER_7));
  }

  @Test
  void two_systems_without_an_account_that_number_their_people_alike_are_not_mixed_up() {
    assertThat(Identity.contact(webhook(), NUMBER_7))
        .isNotEqualTo(Identity.contact(channel("hook-2", ChannelKind.WEBHOOK, ""), NUMBER_7));
  }

  @Test
  void nobody_can_compute_an_id_without_the_workspaces_salt() {
    var salted = new Channel(whatsapp().id(), whatsapp().workspace(), ChannelKind.WHATSAPP, "", whatsapp().account(),
        Optional.empty(), List.of(), "", "", "ffeeddccbbaa99887766554433221100");
    assertThat(Identity.contact(salted, KIM)).isNotEqualTo(Identity.contact(whatsapp(), KIM));
    assertThat(Identity.conversation(salted, KIM)).isNotEqualTo(Identity.conversation(whatsapp(), KIM));
  }

  @Test
  void two_secrets_count_during_a_rotation_and_none_that_is_blank_or_over() {
    var now = Instant.parse("2026-03-02T09:00:00Z");
    var rotating = new Channel(whatsapp().id(), whatsapp().workspace(), ChannelKind.WHATSAPP, "", "", Optional.empty(),
        List.of(new Channel.Secret("new", Optional.empty()), new Channel.Secret("old", Optional.of(now.plusSeconds(1))),
            new Channel.Secret("over", Optional.of(now)), new Channel.Secret(" ", Optional.empty())),
        "", "", whatsapp().salt());
    assertThat(rotating.secretsAt(now)).containsExactly("new", "old");
    assertThat(rotating.secretsAt(now.plusSeconds(1))).containsExactly("new");
  }

  @Test
  void no_secret_is_ever_printed() {
    assertThat(whatsapp().toString()).doesNotContain("s3cret").doesNotContain("send-me").doesNotContain("verify-me");
    assertThat(whatsapp().signing().toString()).doesNotContain("s3cret");
  }
}
