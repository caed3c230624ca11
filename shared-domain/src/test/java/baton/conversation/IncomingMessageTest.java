package baton.conversation;

import static baton.testing.Fixtures.KIMS;
import static baton.testing.Fixtures.KIMS_ID;
import static baton.testing.Fixtures.message;
import static org.assertj.core.api.Assertions.assertThat;

import baton.channel.Peer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Whose a message is, and what they are called.
class IncomingMessageTest {

  @Test
  void a_message_knows_its_conversation_and_its_contact() {
    assertThat(message("hello").message().conversation()).isEqualTo(KIMS);
    assertThat(message("hello").message().contact()).isEqualTo(KIMS_ID);
  }

  @Test
  void a_contact_is_called_what_the_channel_shows_in_one_line() {
    assertThat(nameOf("Kim\n Lee ", "+49151")).isEqualTo("Kim  Lee");
    assertThat(nameOf("x".repeat(100), "+49151")).hasSize(80);
    assertThat(nameOf("Kim\uD83D", "+49151")).isEqualTo("Kim\uFFFD");
  }

  @Test
  void without_a_name_a_contact_is_called_by_their_address() {
    assertThat(nameOf(" ", "+49151")).isEqualTo("+49151");
    assertThat(nameOf("\u0000\u0001", "+49151")).isEqualTo("+49151");
    assertThat(message("hi").from(new Peer("kim-1", Optional.empty(), Optional.empty())).message().contactName())
        .isEqualTo("kim-1");
  }

  private static String nameOf(String shown, String phone) {
    return message("hi").from(new Peer("kim-1", Optional.of(phone), Optional.of(shown))).message().contactName();
  }
}
