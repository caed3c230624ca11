package baton.channels.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import baton.channel.Channel;
import baton.channel.ChannelKind;
import baton.channels.ChannelAdapter;
import baton.channels.ChannelAdapters;
import baton.channels.OutgoingText;
import baton.channels.ProviderAnswer;
import baton.channels.Samples;
import baton.channels.SendCall;
import baton.channels.SendResult;
import baton.channels.SendResult.ChannelStopped;
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
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppSendingTest {
  private static final URI API = URI.create("https://graph.facebook.com");
  private static final ChannelAdapter WHATSAPP = ChannelAdapters.of(ChannelKind.WHATSAPP);

  @Test
  void a_text_to_a_phone_quotes_and_names_itself() {
    SendCall call = call(new OutgoingText("+15550100123", "Hi \"you\" 👋\n", Optional.of("wamid.q"), "01J"), API);
    assertThat(call).isEqualTo(
        new SendCall(
            "POST",
            URI.create("https://graph.facebook.com/v25.0/100000000000001/messages"),
            Map.of("Authorization", "Bearer 7001000001:test-token", "Content-Type", "application/json"),
            quoted("{'messaging_product':'whatsapp','recipient_type':'individual','to':'+15550100123',"
                + "'type':'text','text':{'body':'Hi \\\"you\\\" 👋\\n','preview_url':false},"
                + "'context':{'message_id':'wamid.q'},'biz_opaque_callback_data':'01J'}")));
    assertThat(call.toString()).doesNotContain("test-token");
  }

  @ParameterizedTest
  @CsvSource({
    "+15550100123,individual,to", "15550100123,individual,to", "US.10000000000000777,individual,recipient",
    "US.ENT.1000000000777,individual,recipient", "Y2FwaV9ncm91cDox,group,to"
  })
  void a_phone_a_user_id_and_a_group_are_addressed_each_in_its_way(String address, String type, String field) {
    String start = "{'messaging_product':'whatsapp','recipient_type':'%s','%s':'%s'".formatted(type, field, address);
    assertThat(call(new OutgoingText(address, "x", Optional.empty(), "01J"), API).body())
        .startsWith(quoted(start))
        .doesNotContain("context");
  }

  @Test
  void the_base_address_may_be_anothers_and_an_account_cannot_leave_its_segment() {
    Channel odd = account("../1/../2?x#y");
    OutgoingText text = new OutgoingText("+15550100123", "x", Optional.empty(), "01J");
    assertThat(WHATSAPP.send(text, odd, URI.create("http://localhost:8080/whatsapp/")).orElseThrow().uri())
        .hasToString("http://localhost:8080/whatsapp/v25.0/..%2F1%2F..%2F2%3Fx%23y/messages");
    assertThat(WHATSAPP.send(text, account(""), API)).isEmpty();
    assertThat(WHATSAPP.send(text, Samples.channel(ChannelKind.WEBHOOK), API)).isEmpty();
  }

  @Test
  void an_accepted_message_is_known_by_its_wamid() {
    assertThat(answer(200, "{'messages':[{'id':'wamid.1','message_status':'accepted'}]}"))
        .isEqualTo(new Sent("wamid.1"));
    for (String unclear : List.of("", "ok", "{}", "{'messages':[]}", "{'messages':[{'id':1}]}", "[]", "null")) {
      assertThat(answer(200, unclear)).isInstanceOf(Unclear.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {130429, 80007, 4, 131056, 131016, 131000, 131057, 133004, 1, 2})
  void these_codes_are_tried_again(int code) {
    assertThat(result(400, code)).isInstanceOf(Retry.class);
    assertThat(result(500, code)).isInstanceOf(Retry.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {
    131047, 131026, 131051, 131009, 131008, 100, 131021, 131030, 131049, 131050, 130472, 131052, 131053, 132000, 132001,
    132015, 132999, 131062, 137000
  })
  void these_codes_are_permanent_for_the_message(int code) {
    assertThat(result(400, code)).isEqualTo(new Rejected(String.valueOf(code), "Because."));
    assertThat(result(500, code)).isInstanceOf(Rejected.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {
    190, 0, 3, 10, 200, 250, 299, 131005, 368, 131031, 130497, 131042, 131045, 131048
  })
  void these_codes_stop_the_channel(int code) {
    assertThat(result(400, code)).isEqualTo(new ChannelStopped(String.valueOf(code), "Because."));
  }

  @Test
  void the_pair_limit_and_maintenance_say_how_long() {
    assertThat(result(400, 131056)).isEqualTo(new Retry("Because.", Optional.of(Duration.ofSeconds(6))));
    assertThat(result(400, 131057)).isEqualTo(new Retry("Because.", Optional.of(Duration.ofSeconds(60))));
    assertThat(result(400, 130429)).isEqualTo(new Retry("Because.", Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "500,Retry", "502,Retry", "503,Retry", "504,Retry", "429,Retry", "408,Retry", "401,ChannelStopped",
    "403,ChannelStopped", "400,Rejected", "404,Rejected", "413,Rejected", "301,Rejected"
  })
  void by_a_code_of_theirs_that_we_do_not_know_the_status_decides(int status, String expected) {
    assertThat(answer(status, "{'error':{'code':777777}}").getClass().getSimpleName()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "500,Unclear", "502,Unclear", "504,Unclear", "408,Unclear", "503,Retry", "429,Retry", "401,ChannelStopped",
    "403,ChannelStopped", "400,Rejected", "404,Rejected", "413,Rejected", "301,Rejected"
  })
  void a_broken_answer_without_their_own_words_may_come_from_behind_their_door(int status, String expected) {
    for (String body : List.of("", "<html>", "{'error':{'code':'190'}}", "{'error':{'code':-1}}", "[1]")) {
      assertThat(answer(status, body).getClass().getSimpleName()).isEqualTo(expected);
    }
  }

  @Test
  void how_long_to_wait_may_stand_in_a_header_too() {
    assertThat(answer(503, Map.of("retry-after", List.of("120")), ""))
        .isEqualTo(new Retry("HTTP 503", Optional.of(Duration.ofMinutes(2))));
    assertThat(answer(400, Map.of("Retry-After", List.of("30")), "{'error':{'code':130429,'message':'x'}}"))
        .isEqualTo(new Retry("x", Optional.of(Duration.ofSeconds(30))));
    for (String odd : List.of("Wed, 21 Oct 2026 07:28:00 GMT", "-1", "0", "", "99999999999")) {
      assertThat(answer(503, Map.of("Retry-After", List.of(odd)), ""))
          .isEqualTo(new Retry("HTTP 503", Optional.empty()));
    }
  }

  @Test
  void an_answer_of_any_kind_throws_nothing_and_its_words_are_one_short_line() {
    assertThat(answer(400, "[".repeat(100_000))).isEqualTo(new Rejected("http-400", "HTTP 400"));
    SendResult result = answer(400, "{'error':{'code':100,'message':'a\\r\\nb" + "c".repeat(9_000) + "'}}");
    assertThat(((Rejected) result).reason()).startsWith("a  bc").hasSizeLessThan(300);
    assertThat(answer(400, "{'error':{'code':5,'is_transient':true}}")).isInstanceOf(Retry.class);
  }

  private static SendResult result(int status, int code) {
    String error = "{'error':{'message':'(#1) x','code':%d,'error_data':{'details':'Because.'}}}";
    return answer(status, error.formatted(code));
  }

  private static SendCall call(OutgoingText text, URI api) {
    return WHATSAPP.send(text, Samples.channel(ChannelKind.WHATSAPP), api).orElseThrow();
  }

  private static Channel account(String account) {
    Channel usual = Samples.channel(ChannelKind.WHATSAPP);
    return new Channel(
        usual.id(), usual.workspace(), usual.kind(), usual.name(), account, usual.team(), usual.signing(),
        usual.verifyToken(), usual.sendToken(), usual.salt());
  }

  // JSON is written with ' for " in here, so that it can be read.
  private static SendResult answer(int status, String body) {
    return answer(status, Map.of(), body);
  }

  private static SendResult answer(int status, Map<String, List<String>> headers, String body) {
    return WHATSAPP.result(new ProviderAnswer(status, headers, quoted(body)));
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }
}
