package baton.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.channel.ChannelKind;
import baton.channel.Inbound;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Abuses A13, A37, A40 and A42 of the threat list, and batches with something rotten in them.
class HostileBodiesTest {
  @ParameterizedTest
  @ValueSource(strings = {
    "", " ", "null", "[]", "\"x\"", "1", "true", "{}", "{\"a\":1", "{\"a\":1}x", "{\"a\":1}{\"b\":2}", "{/*c*/\"a\":1}",
    "{\"a\":NaN}", "{'a':1}", "\uFEFF{\"a\":1}", "{\"a\":01}", "{\"a\":\"\n\"}", "a=1&b=2"
  })
  void a_body_that_is_no_object_of_json_is_unreadable(String body) {
    for (ChannelKind kind : ChannelKind.values()) {
      assertThatThrownBy(() -> raw(kind, body)).isInstanceOf(UnreadableBody.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {33, 1_000, 100_000})
  void nesting_without_measure_is_unreadable_and_overflows_no_stack(int depth) {
    String lists = "{'entry':" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
    String objects = "{'data':".repeat(depth) + "1" + "}".repeat(depth);
    for (ChannelKind kind : ChannelKind.values()) {
      assertThatThrownBy(() -> parse(kind, lists)).isInstanceOf(UnreadableBody.class);
      assertThatThrownBy(() -> parse(kind, objects)).isInstanceOf(UnreadableBody.class);
      assertThatThrownBy(() -> parse(kind, "[".repeat(depth))).isInstanceOf(UnreadableBody.class);
    }
  }

  @ParameterizedTest
  @EnumSource(ChannelKind.class)
  void nesting_of_32_is_read(ChannelKind kind) throws UnreadableBody {
    assertThat(parse(kind, "{'x':".repeat(32) + "1" + "}".repeat(32))).hasOnlyElementsOfType(Inbound.Unusable.class);
  }

  @Test
  void bytes_that_are_not_utf8_are_unreadable() {
    byte[] start = "{\"update_id\":1,\"message\":{\"text\":\"".getBytes(StandardCharsets.UTF_8);
    byte[] end = "\"}}".getBytes(StandardCharsets.UTF_8);
    List<byte[]> wrong =
        List.of(new byte[] {(byte) 0xC0, (byte) 0x80}, new byte[] {(byte) 0xE0, (byte) 0x80, (byte) 0xAF},
            new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, new byte[] {(byte) 0xFF}, new byte[] {(byte) 0xC3});
    for (byte[] bytes : wrong) {
      byte[] body = new byte[start.length + bytes.length + end.length];
      System.arraycopy(start, 0, body, 0, start.length);
      System.arraycopy(bytes, 0, body, start.length, bytes.length);
      System.arraycopy(end, 0, body, start.length + bytes.length, end.length);
      assertThatThrownBy(() -> Samples.said(ChannelKind.TELEGRAM, body)).isInstanceOf(UnreadableBody.class);
    }
    byte[] utf16 = "{\"update_id\":1}".getBytes(StandardCharsets.UTF_16BE);
    assertThatThrownBy(() -> Samples.said(ChannelKind.TELEGRAM, utf16)).isInstanceOf(UnreadableBody.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "1e400", "-1e400", "1.0", "1.5", "'1'", "9223372036854775808", "null", "true", "-0", "[1]", "{}"
  })
  void an_id_that_is_no_whole_number_makes_a_telegram_message_unusable(String number) throws UnreadableBody {
    String chat = "{'update_id':1,'message':{'message_id':7,'chat':{'id':%s,'type':'private'},'text':'x'}}";
    String message = "{'update_id':1,'message':{'message_id':%s,'chat':{'id':7,'type':'private'},'text':'x'}}";
    for (String body : List.of(chat, message)) {
      assertThat(parse(ChannelKind.TELEGRAM, body.formatted(number)))
          .singleElement().isInstanceOf(Inbound.Unusable.class).extracting(Neutral::word).isEqualTo("malformed");
    }
  }

  @Test
  void a_number_of_ten_thousand_digits_is_unreadable() {
    String body = "{'update_id':" + "9".repeat(10_000) + "}";
    assertThatThrownBy(() -> parse(ChannelKind.TELEGRAM, body)).isInstanceOf(UnreadableBody.class);
  }

  @Test
  void ids_beyond_53_bits_are_kept_exactly() throws UnreadableBody {
    String body =
        "{'update_id':1,'message':{'message_id':9007199254740993,'chat':{'id':-9007199254740993,"
            + "'type':'supergroup'},'from':{'id':9007199254740995},'text':'x'}}";
    Inbound.Message message = (Inbound.Message) parse(ChannelKind.TELEGRAM, body).getFirst();
    assertThat(message.providerId()).isEqualTo("-9007199254740993:9007199254740993");
    assertThat(message.author().orElseThrow().id()).isEqualTo("9007199254740995");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "'soon'", "1e400", "-1", "0", "99999999999999999", "'99999999999999999999999'", "{}", "null", "1.5"
  })
  void a_clock_that_makes_no_sense_costs_no_message(String timestamp) throws UnreadableBody {
    String item = "{'from':'15550100123','id':'wamid.1','timestamp':%s,'type':'text','text':{'body':'x'}}";
    Inbound.Message message = (Inbound.Message) whatsapp(item.formatted(timestamp)).getFirst();
    assertThat(message.sentAt()).isEmpty();
  }

  @Test
  void lone_surrogates_are_replaced_in_texts_and_names_and_refused_in_ids() throws UnreadableBody {
    Inbound.Message sample =
        (Inbound.Message) Samples.said(Samples.of(ChannelKind.WHATSAPP, "text_lone_surrogate.json")).getFirst();
    assertThat(sample.content().text()).isEqualTo("cut emoji \uFFFD end \uFFFD");

    String named =
        "{'type':'message.created','data':{'id':'m%s','from':{'id':'u','name':'A\\ud83d'},'text':''}}";
    Inbound.Message message = (Inbound.Message) parse(ChannelKind.WEBHOOK, named.formatted("")).getFirst();
    assertThat(message.peer().name()).contains("A\uFFFD");
    String linked = "'attachments':[{'url':'https://x/\\ud83d','content_type':'a/b'}]}}";
    Inbound.Message file =
        (Inbound.Message) parse(ChannelKind.WEBHOOK, named.formatted("").replace("'text':''}}", linked)).getFirst();
    assertThat(file.content().attachments().getFirst().reference()).isEqualTo("https://x/\uFFFD");
    for (String id : List.of("\\udc4d", "\\u0000")) {
      assertThat(parse(ChannelKind.WEBHOOK, named.formatted(id))).singleElement().isInstanceOf(Inbound.Unusable.class);
    }
  }

  @Test
  void names_do_not_turn_or_hide_the_text_around_them_and_joined_emoji_stay_whole() throws UnreadableBody {
    Inbound.Message message =
        (Inbound.Message) Samples.said(Samples.of(ChannelKind.WHATSAPP, "text_unicode_rtl_zwj.json")).getFirst();
    assertThat(message.peer().name()).contains("Ada \uD83D\uDC69\u200D\uD83D\uDCBB");
    assertThat(message.content().text()).contains("\u202etxet\u202c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\\u200b", "\\u202e\\u202c", "\\u200d", "\\n\\t", "\\u3164"})
  void a_name_of_which_nothing_is_to_be_seen_is_none(String name) throws UnreadableBody {
    String body = "{'type':'message.created','data':{'id':'m','from':{'id':'u','name':'%s'},'text':''}}";
    assertThat(((Inbound.Message) parse(ChannelKind.WEBHOOK, body.formatted(name)).getFirst()).peer().name()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "null", "1", "'x'", "[]", "{}", "{'id':'wamid.x'}", "{'from':'15550100123'}",
    "{'from':15550100123,'id':'wamid.x','type':'text'}", "{'from':'15550100123','id':{},'type':'text'}",
    "{'from':'15550100123','id':'wamid.x','type':'reaction'}",
    "{'from':'15550100123','id':'wamid.x','type':'edit','edit':1}"
  })
  void a_broken_item_in_the_middle_spoils_no_other(String broken) throws UnreadableBody {
    List<Inbound> found = whatsapp(text(1) + "," + broken + "," + text(2));
    assertThat(found.stream().map(Neutral::word)).containsExactly("message:text", "malformed", "message:text");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "'type':'text'", "'type':'text','text':{'body':1}", "'type':'image','image':{}",
    "'type':'hologram'", "'type':7", "'x':1", "'type':'interactive','interactive':{'type':'dance'}",
    "'type':'location','location':{'latitude':1e400,'longitude':2}",
    "'type':'location','location':{'latitude':91,'longitude':2}"
  })
  void a_message_whose_content_is_unclear_still_says_that_somebody_wrote(String content) throws UnreadableBody {
    List<Inbound> found = whatsapp("{'from':'15550100123','id':'wamid.x'," + content + "}");
    assertThat(found.stream().map(Neutral::word)).containsExactly("message:unsupported");
  }

  @Test
  void a_text_beyond_64_kb_is_kept_as_far_as_it_fits_and_marked_as_clipped() throws UnreadableBody {
    String most = "x".repeat(65_536);
    assertThat(((Inbound.Message) whatsapp(text("a", most)).getFirst()).content().text()).isEqualTo(most);
    List<Inbound> found = whatsapp(text("a", most + "x") + "," + text(2));
    assertThat(((Inbound.Message) found.getFirst()).content().text()).isEqualTo(most);
    assertThat(found.stream().map(Neutral::word)).containsExactly("message:text:clipped", "message:text");
  }

  @Test
  void each_piece_of_a_body_is_kept_as_it_came_and_without_its_neighbours() throws UnreadableBody {
    String hologram = "{'from':'15550100123','id':'wamid.x','type':'hologram','hologram':{'colour':'blue'}}";
    byte[] body = body(text(1) + "," + hologram + ",{}," + text(2)).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    var request = WebhookRequest.of("POST", "", Map.of(), Map.of(), body);
    var pieces =
        ChannelAdapters.of(ChannelKind.WHATSAPP).parse(request, Samples.channel(ChannelKind.WHATSAPP));
    assertThat(pieces).extracting(Piece::raw).containsExactly(
        text(1).replace('\'', '"'), hologram.replace('\'', '"'), "{}", text(2).replace('\'', '"'));
  }

  @Test
  void a_thousand_messages_in_one_body_are_a_thousand() throws UnreadableBody {
    String items = IntStream.range(0, 1_000).mapToObj(HostileBodiesTest::text).collect(Collectors.joining(","));
    assertThat(whatsapp(items)).hasSize(1_000).doesNotHaveDuplicates().hasOnlyElementsOfType(Inbound.Message.class);
  }

  private static String text(int number) {
    return text("wamid." + number, "text " + number);
  }

  private static String text(String id, String words) {
    return "{'from':'15550100123','id':'" + id + "','timestamp':'1763740801','type':'text','text':{'body':'"
        + words + "'}}";
  }

  private static List<Inbound> whatsapp(String messages) throws UnreadableBody {
    return parse(ChannelKind.WHATSAPP, body(messages));
  }

  private static String body(String messages) {
    return "{'object':'whatsapp_business_account','entry':[{'id':'2','changes':[{'value':{'metadata':"
        + "{'phone_number_id':'100000000000001'},'messages':[" + messages + "]},'field':'messages'}]}]}";
  }

  // JSON is written with ' for " in here, so that it can be read.
  private static List<Inbound> parse(ChannelKind kind, String body) throws UnreadableBody {
    return raw(kind, body.replace('\'', '"'));
  }

  private static List<Inbound> raw(ChannelKind kind, String body) throws UnreadableBody {
    return Samples.said(kind, body.getBytes(StandardCharsets.UTF_8));
  }
}
