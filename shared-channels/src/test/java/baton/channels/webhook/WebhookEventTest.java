package baton.channels.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import baton.channel.ChannelKind;
import baton.channel.Inbound;
import baton.channel.Peer;
import baton.channels.ChannelAdapter;
import baton.channels.ChannelAdapters;
import baton.channels.Neutral;
import baton.channels.OutgoingText;
import baton.channels.ProviderAnswer;
import baton.channels.Sample;
import baton.channels.Samples;
import baton.channels.SendResult;
import baton.channels.UnreadableBody;
import baton.message.Content;
import baton.message.Content.Attachment;
import baton.message.Delivery;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookEventTest {
  private static final ChannelAdapter WEBHOOK = ChannelAdapters.of(ChannelKind.WEBHOOK);
  private static final Optional<Instant> AT = Optional.of(Instant.parse("2025-11-21T16:00:01Z"));

  @Test
  void a_named_conversation_is_the_peer_and_each_message_says_who_wrote_it() throws UnreadableBody {
    assertThat(sample("message_created.json")).isEqualTo(
        new Inbound.Message(
            Optional.empty(),
            "ext_msg_1",
            AT,
            new Peer("ext_conv_1", Optional.of("+15550100123"), Optional.of("Ada Example")),
            Optional.of(new Peer("ext_user_1", Optional.of("+15550100123"), Optional.of("Ada Example"))),
            Content.text("Hello"),
            Optional.empty()));
  }

  @Test
  void without_a_conversation_of_another_name_the_person_is_the_peer() throws UnreadableBody {
    for (String conversation : List.of("", "'conversation':'u',", "'conversation':null,", "'conversation':7,")) {
      Inbound.Message message = (Inbound.Message) created(conversation + "'text':'x'");
      assertThat(message.peer()).isEqualTo(new Peer("u", Optional.empty(), Optional.empty()));
      assertThat(message.author()).isEmpty();
    }
  }

  @Test
  void an_edit_is_named_by_its_target_and_its_call_and_needs_no_peer() throws UnreadableBody {
    Inbound.Remark edit = (Inbound.Remark) sample("message_updated.json");
    assertThat(edit.target()).contains("ext_msg_1");
    assertThat(edit.peer()).isEmpty();
    assertThat(edit.content().text()).isEqualTo("Hello (edited)");
    assertThat(edit.providerId()).startsWith("ext_msg_1:edit:");
    String said = "{'type':'message.updated','data':{'id':'ext_msg_1','text':'x',%s}}";
    assertThat(((Inbound.Remark) parse(said.formatted("'from':{'id':'u'}"))).peer().orElseThrow().id()).isEqualTo("u");
    assertThat(((Inbound.Remark) parse(said.formatted("'conversation':'c'"))).peer().orElseThrow().id()).isEqualTo("c");
  }

  @Test
  void an_edit_is_the_same_at_each_attempt_though_the_sender_renews_its_clock() throws UnreadableBody {
    var first = edited("msg_1", "2025-11-21T16:00:01Z");
    assertThat(edited("msg_1", "2025-11-21T16:00:09Z").providerId()).isEqualTo(first.providerId());
    assertThat(edited("msg_2", "2025-11-21T16:00:01Z").providerId()).isNotEqualTo(first.providerId());
  }

  private static Inbound.Remark edited(String webhookId, String timestamp) throws UnreadableBody {
    String body = "{'type':'message.updated','timestamp':'%s','data':{'id':'m','text':'x'}}".formatted(timestamp);
    var sample = new Sample(
        ChannelKind.WEBHOOK, "edit", Map.of("webhook-id", webhookId),
        body.replace('\'', '"').getBytes(StandardCharsets.UTF_8), List.of());
    return (Inbound.Remark) Samples.said(sample).getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "sent,status:sent", "delivered,status:delivered", "read,status:read", "played,status:played", "odd,ignored"
  })
  void a_status_is_a_receipt(String status, String word) throws UnreadableBody {
    assertThat(Neutral.word(status("'status':'" + status + "'"))).isEqualTo(word);
  }

  @Test
  void a_failed_status_says_why() throws UnreadableBody {
    assertThat(((Inbound.Receipt) status("'status':'failed','error':'Number\\nunknown'")).delivery())
        .isEqualTo(Delivery.failed("Number unknown"));
    assertThat(((Inbound.Receipt) status("'status':'failed'")).delivery())
        .isEqualTo(Delivery.failed("no reason given"));
  }

  @Test
  void only_addresses_that_a_link_may_have_are_kept() throws UnreadableBody {
    assertThat(((Inbound.Message) sample("message_created_unicode.json")).content().attachments())
        .containsExactly(new Attachment("image/png", "https://files.example.com/1.png", ""));
    for (String url : List.of("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "", " https://x")) {
      Inbound.Message message = (Inbound.Message) created("'text':'','attachments':[{'url':'" + url + "'}]");
      assertThat(message.content().attachments())
          .containsExactly(new Attachment("application/octet-stream", "", ""));
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "'text':''|message:text",
    "'x':1|message:unsupported",
    "'text':1|message:unsupported",
    "'attachments':[{'content_type':'image/png'}]|message:image",
    "'attachments':[{'content_type':'audio/ogg'}]|message:audio",
    "'attachments':[{'content_type':'video/mp4'}]|message:video",
    "'attachments':[{'content_type':'application/pdf'}]|message:document",
    "'attachments':[{}]|message:document",
    "'attachments':[{},{}]|message:mixed",
    "'text':'x','reply_to':'m0'|message:text:reply"
  })
  void each_sort_of_content_has_its_word(String content, String word) throws UnreadableBody {
    assertThat(Neutral.word(created(content))).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({"+15550100123,+15550100123", "15550100123,", "+0155501001,", "call me,", "+1555010012345678,"})
  void a_phone_is_taken_only_as_the_world_writes_it(String given, String phone) throws UnreadableBody {
    String body = "{'type':'message.created','data':{'id':'m','from':{'id':'u','phone':'%s'},'text':''}}";
    assertThat(((Inbound.Message) parse(body.formatted(given))).peer().phone()).isEqualTo(Optional.ofNullable(phone));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "{'type':'message.created'}|malformed", "{'type':'message.created','data':[]}|malformed",
    "{'type':'message.created','data':{'id':'m'}}|malformed", "{'type':'contact.created'}|ignored",
    "{'type':7}|ignored", "{'data':{}}|ignored", "{'type':'message.status','data':{}}|malformed"
  })
  void what_is_none_of_ours_is_kept_aside(String body, String word) throws UnreadableBody {
    assertThat(Neutral.word(parse(body))).isEqualTo(word);
  }

  @Test
  void it_takes_no_replies() {
    OutgoingText text = new OutgoingText("u", "x", Optional.empty(), "01J");
    assertThat(WEBHOOK.send(text, Samples.channel(ChannelKind.TELEGRAM), URI.create("https://example.com"))).isEmpty();
    assertThat(WEBHOOK.result(new ProviderAnswer(200, Map.of(), "{}"))).isInstanceOf(SendResult.Rejected.class);
  }

  private static Inbound created(String rest) throws UnreadableBody {
    return parse("{'type':'message.created','data':{'id':'m','from':{'id':'u'}," + rest + "}}");
  }

  private static Inbound status(String rest) throws UnreadableBody {
    return parse("{'type':'message.status','data':{'id':'o'," + rest + "}}");
  }

  private static Inbound sample(String file) throws UnreadableBody {
    return Samples.said(Samples.of(ChannelKind.WEBHOOK, file)).getFirst();
  }

  // JSON is written with ' for " in here, so that it can be read.
  private static Inbound parse(String body) throws UnreadableBody {
    return Samples.said(ChannelKind.WEBHOOK, body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)).getFirst();
  }
}
