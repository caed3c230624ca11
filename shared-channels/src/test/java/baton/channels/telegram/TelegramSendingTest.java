package baton.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import baton.channel.ChannelKind;
import baton.channels.ChannelAdapter;
import baton.channels.ChannelAdapters;
import baton.channels.OutgoingText;
import baton.channels.ProviderAnswer;
import baton.channels.Samples;
import baton.channels.SendCall;
import baton.channels.SendResult;
import baton.channels.SendResult.ChannelStopped;
import baton.channels.SendResult.Moved;
import baton.channels.SendResult.Rejected;
import baton.channels.SendResult.Retry;
import baton.channels.SendResult.Sent;
import baton.channels.SendResult.Unclear;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramSendingTest {
  private static final URI API = URI.create("https://api.telegram.org");
  private static final ChannelAdapter TELEGRAM = ChannelAdapters.of(ChannelKind.TELEGRAM);

  @Test
  void a_text_goes_to_the_chat_and_quotes_a_message_of_it() {
    SendCall call = call("5500100123", Optional.of("5500100123:101"));
    assertThat(call).isEqualTo(
        new SendCall(
            "POST",
            URI.create("https://api.telegram.org/bot7001000001:test-token/sendMessage"),
            Map.of("Content-Type", "application/json"),
            quoted("{'chat_id':5500100123,'text':'Hi 👋','reply_parameters':{'message_id':101,"
                + "'allow_sending_without_reply':true}}")));
    assertThat(call.toString()).doesNotContain("test-token");
  }

  @Test
  void a_chat_of_a_business_connection_is_written_to_through_it() {
    assertThat(call("b:c:7", Optional.of("b:c:7:3")).body())
        .isEqualTo(quoted("{'business_connection_id':'b:c','chat_id':7,'text':'Hi 👋',"
            + "'reply_parameters':{'message_id':3,'allow_sending_without_reply':true}}"));
  }

  @ParameterizedTest
  @CsvSource({"8:101", "callback:236000000000000001", "77:101", "b:7:101", "7:x", "7:99999999999999999999", "wamid.1"})
  void what_is_no_message_of_that_chat_is_not_quoted(String replyTo) {
    assertThat(call("7", Optional.of(replyTo)).body()).isEqualTo(quoted("{'chat_id':7,'text':'Hi 👋'}"));
  }

  @Test
  void an_address_that_is_no_chat_is_left_to_telegram_to_refuse() {
    assertThat(call("@support", Optional.empty()).body()).startsWith(quoted("{'chat_id':'@support'"));
    assertThat(TELEGRAM.send(text("7", Optional.empty()), Samples.channel(ChannelKind.WEBHOOK), API)).isEmpty();
  }

  @Test
  void a_sent_message_is_named_as_a_later_quotation_will_name_it() {
    assertThat(answer(200, "{'ok':true,'result':{'message_id':102,'chat':{'id':-1001,'type':'group'}}}"))
        .isEqualTo(new Sent("-1001:102"));
    assertThat(answer(200, "{'ok':true,'result':{'message_id':102,'chat':{'id':7},'business_connection_id':'b'}}"))
        .isEqualTo(new Sent("b:7:102"));
    for (String unclear : List.of("", "{}", "{'ok':true,'result':{}}", "{'ok':true,'result':true}", "<html>")) {
      assertThat(answer(200, unclear)).isInstanceOf(Unclear.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400,Rejected", "403,Rejected", "413,Rejected", "429,Retry", "500,Retry", "502,Retry", "504,Retry", "408,Retry",
    "401,ChannelStopped", "404,ChannelStopped", "409,ChannelStopped", "302,Rejected"
  })
  void the_status_says_what_a_refusal_means(int status, String expected) {
    String answer = "{'ok':false,'error_code':%d,'description':'Because'}".formatted(status);
    assertThat(answer(status, answer).getClass().getSimpleName()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "400,Rejected", "403,Rejected", "413,Rejected", "429,Retry", "503,Retry", "500,Unclear", "502,Unclear",
    "504,Unclear", "408,Unclear", "401,ChannelStopped", "404,ChannelStopped", "409,ChannelStopped", "302,Rejected"
  })
  void a_broken_answer_without_its_own_words_may_come_from_behind_its_door(int status, String expected) {
    for (String body : List.of("", "<html>", "{'ok':false}", "{'error_code':99}", "[".repeat(100_000))) {
      assertThat(answer(status, body).getClass().getSimpleName()).isEqualTo(expected);
    }
  }

  @Test
  void telegrams_own_words_and_pauses_are_kept() {
    assertThat(answer(403, "{'ok':false,'error_code':403,'description':'Forbidden: bot was blocked by the user'}"))
        .isEqualTo(new Rejected("403", "Forbidden: bot was blocked by the user"));
    assertThat(answer(401, "{'ok':false,'error_code':401,'description':'Unauthorized'}"))
        .isEqualTo(new ChannelStopped("401", "Unauthorized"));
    assertThat(answer(429, "{'ok':false,'error_code':429,'description':'Slow','parameters':{'retry_after':17}}"))
        .isEqualTo(new Retry("Slow", Optional.of(Duration.ofSeconds(17))));
    for (String odd : List.of("-1", "0", "'x'", "1.5", "null")) {
      assertThat(answer(429, "{'parameters':{'retry_after':" + odd + "}}"))
          .isEqualTo(new Retry("HTTP 429", Optional.empty()));
    }
    assertThat(answer(429, "{'parameters':{'retry_after':9999999999}}"))
        .isEqualTo(new Retry("HTTP 429", Optional.of(Duration.ofDays(1))));
    assertThat(answer(200, "{'ok':false,'error_code':429}")).isInstanceOf(Retry.class);
  }

  @Test
  void a_group_that_has_moved_says_where_to() {
    String moved = "{'ok':false,'error_code':400,'description':'x','parameters':{'migrate_to_chat_id':-1001}}";
    assertThat(answer(400, moved)).isEqualTo(new Moved("-1001"));
  }

  private static SendCall call(String address, Optional<String> replyTo) {
    return TELEGRAM.send(text(address, replyTo), Samples.channel(ChannelKind.TELEGRAM), API).orElseThrow();
  }

  private static OutgoingText text(String address, Optional<String> replyTo) {
    return new OutgoingText(address, "Hi 👋", replyTo, "01J");
  }

  // JSON is written with ' for " in here, so that it can be read.
  private static SendResult answer(int status, String body) {
    return TELEGRAM.result(new ProviderAnswer(status, Map.of(), quoted(body)));
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }
}
