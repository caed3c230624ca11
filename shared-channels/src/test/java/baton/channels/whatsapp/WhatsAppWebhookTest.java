package baton.channels.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import baton.channel.ChannelKind;
import baton.channel.Inbound;
import baton.channel.Peer;
import baton.channels.Neutral;
import baton.channels.Samples;
import baton.channels.UnreadableBody;
import baton.message.Content;
import baton.message.Content.Attachment;
import baton.message.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatsAppWebhookTest {
  private static final Peer ADA =
      new Peer("US.10000000000000123", Optional.of("+15550100123"), Optional.of("Ada Example"));

  @Test
  void a_text_is_a_message_of_a_person_to_a_number() throws UnreadableBody {
    assertThat(sample("text_basic.json")).containsExactly(
        new Inbound.Message(
            Optional.of(Samples.WHATSAPP_ACCOUNT),
            "wamid.HBgLMTU1NTAxMDAxMjMVAgASGBQzQTAwMDAwMDAwMDAwMDAwMDEA",
            Optional.of(Instant.ofEpochSecond(1_763_740_801)),
            ADA,
            Optional.empty(),
            Content.text("Hello, is the blue one in stock?"),
            Optional.empty()));
  }

  @Test
  void a_person_with_a_user_name_only_has_no_phone_and_is_addressed_by_user_id() throws UnreadableBody {
    Inbound.Message message = (Inbound.Message) sample("text_bsuid_only.json").getFirst();
    assertThat(message.peer()).isEqualTo(new Peer("US.10000000000000777", Optional.empty(), Optional.of("Noor")));
    assertThat(message.peer().address()).isEqualTo("US.10000000000000777");
  }

  @Test
  void people_are_joined_by_their_ids_never_by_position() throws UnreadableBody {
    String contacts =
        "{'profile':{'name':'Bo'},'wa_id':'15550100124'},"
            + "{'profile':{'name':'Ada'},'wa_id':'15550100123','user_id':'US.1'}";
    List<Inbound> found = messages(contacts, written("15550100123", "a") + "," + written("15550100124", "b")
        + "," + written("15550100125", "c"));
    assertThat(found.stream().map(one -> ((Inbound.Message) one).peer())).containsExactly(
        new Peer("US.1", Optional.of("+15550100123"), Optional.of("Ada")),
        new Peer("15550100124", Optional.of("+15550100124"), Optional.of("Bo")),
        new Peer("15550100125", Optional.of("+15550100125"), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"US.1349,", "1234,", "0123456,", "+15550100123,", "15550100123,+15550100123", "1234567890123456,"})
  void only_digits_that_could_be_a_number_become_a_phone(String from, String phone) throws UnreadableBody {
    Inbound.Message message = (Inbound.Message) messages("", written(from, "a")).getFirst();
    assertThat(message.peer()).isEqualTo(new Peer(from, Optional.ofNullable(phone), Optional.empty()));
  }

  @Test
  void a_batch_keeps_what_is_for_another_number_apart() throws UnreadableBody {
    assertThat(sample("batch_two_entries_mixed.json").stream().map(one -> one.account().orElseThrow()))
        .containsExactly("100000000000001", "100000000000001", "100000000000001", "100000000000001", "100000000000002");
  }

  @Test
  void messages_come_before_statuses_of_the_same_change() throws UnreadableBody {
    String value = "'statuses':[{'id':'wamid.s','status':'read'}],'messages':[" + written("15550100123", "a") + "]";
    assertThat(change(value, "messages").stream().map(Neutral::word)).containsExactly("message:text", "status:read");
  }

  @Test
  void a_group_is_the_peer_and_the_sender_the_author() throws UnreadableBody {
    Inbound.Message message =
        (Inbound.Message) messages("", written("15550100123", "a").replace("{'from'", "{'group_id':'Y2Fw','from'"))
            .getFirst();
    assertThat(message.peer()).isEqualTo(new Peer("Y2Fw", Optional.empty(), Optional.empty()));
    assertThat(message.author().orElseThrow().phone()).contains("+15550100123");
    assertThat(message.content().word()).isEqualTo("text:group");
  }

  @Test
  void a_reply_names_what_it_quotes_and_a_tap_what_it_answers() throws UnreadableBody {
    assertThat(((Inbound.Message) sample("text_reply_context.json").getFirst()).replyTo()).contains("wamid.HBgOUT0001");
    Inbound.Message tap = (Inbound.Message) sample("interactive_list_reply.json").getFirst();
    assertThat(tap.replyTo()).contains("wamid.HBgOUT0020");
    assertThat(tap.content().text()).isEqualTo("Delivery");
    assertThat(tap.content().attachments()).containsExactly(new Attachment("choice", "row_7", "Delivery"));
    assertThat(((Inbound.Message) sample("text_forwarded_many.json").getFirst()).replyTo()).isEmpty();
  }

  @Test
  void media_are_kept_by_their_id_and_never_by_their_address() throws UnreadableBody {
    Content image = ((Inbound.Message) sample("image_caption_url.json").getFirst()).content();
    assertThat(image.text()).isEqualTo("My receipt");
    assertThat(image.attachments()).containsExactly(new Attachment("image/jpeg", "300000000000001", ""));
    Content file = ((Inbound.Message) sample("document_accented_filename.json").getFirst()).content();
    assertThat(file.attachments()).containsExactly(
        new Attachment("application/pdf", "300000000000003", "Currículum café / 2025.pdf"));
  }

  @Test
  void places_cards_orders_and_adverts_come_as_things() throws UnreadableBody {
    assertThat(things("location_named.json")).containsExactly(
        new Attachment("location", "geo:40.4167754,-3.7037902", "Example Plaza"));
    assertThat(things("contacts_multi.json")).containsExactly(
        new Attachment("contact", "+1 555-010-0444", "Grace Sample"),
        new Attachment("contact", "555 010 0445", "Linus"));
    assertThat(things("order.json")).containsExactly(new Attachment("product", "HAMBURGER", "3 × HAMBURGER at 30 EUR"));
    assertThat(things("referral_ctwa.json"))
        .containsExactly(new Attachment("referral", "https://fb.example/ad", "Sale"));
  }

  @Test
  void a_form_shows_its_answers_and_a_quick_reply_its_words() throws UnreadableBody {
    String form = "'type':'interactive','interactive':{'type':'nfm_reply','nfm_reply':{'name':'flow','body':'Sent',"
        + "'response_json':'{\\\"size\\\":\\\"L\\\"}'}}";
    Content filled = ((Inbound.Message) messages("", item(form)).getFirst()).content();
    assertThat(filled.word()).isEqualTo("interactive");
    assertThat(filled.text()).isEqualTo("Sent\n{\"size\":\"L\"}");
    String button = "'type':'button','button':{'payload':'p','text':'Yes'},'context':{'id':'wamid.t'}";
    Inbound.Message tap = (Inbound.Message) messages("", item(button)).getFirst();
    assertThat(tap.content()).isEqualTo(
        new Content(Content.Kind.BUTTON, Set.of(), "Yes", List.of(new Attachment("choice", "p", "Yes"))));
    assertThat(tap.replyTo()).contains("wamid.t");
  }

  @Test
  void edits_deletions_and_reactions_name_their_target_and_keep_an_id_of_their_own() throws UnreadableBody {
    Inbound.Remark edit = (Inbound.Remark) sample("edit_text.json").getFirst();
    assertThat(edit.target()).contains("wamid.HBgTEXT0003");
    assertThat(edit.providerId()).isEqualTo("wamid.HBgEDT0001");
    assertThat(edit.content().text()).isEqualTo("Yes, the green one");
    Inbound.Remark revoke = (Inbound.Remark)
        messages("", item("'type':'revoke','revoke':{'original_message_id':'wamid.o'}")).getFirst();
    assertThat(revoke.kind()).isEqualTo("delete");
    assertThat(revoke.target()).contains("wamid.o");
    Inbound.Remark reaction = (Inbound.Remark) sample("reaction_add.json").getFirst();
    assertThat(reaction.target()).contains("wamid.HBgOUT0001");
    assertThat(reaction.content().text()).isEqualTo("\u2764\ufe0f");
    assertThat(reaction.peer()).contains(ADA);
    for (String empty : List.of("''", "null")) {
      String item = item("'type':'reaction','reaction':{'message_id':'wamid.o','emoji':" + empty + "}");
      assertThat(Neutral.word(messages("", item).getFirst())).isEqualTo("reaction:remove");
    }
  }

  @Test
  void a_changed_number_tells_the_new_one() throws UnreadableBody {
    Inbound.Remark remark = (Inbound.Remark) sample("system_user_changed_number.json").getFirst();
    assertThat(remark.peer().orElseThrow().phone()).contains("+15550100123");
    assertThat(remark.content().attachments()).containsExactly(new Attachment("phone", "+15550100199", "new number"));
  }

  @ParameterizedTest
  @CsvSource({
    "customer_changed_number,system:number_changed", "user_changed_user_id,system:user_id_changed",
    "customer_identity_changed,system:identity_changed", "whatever_comes,system:other"
  })
  void words_of_the_system_are_remarks(String type, String kind) throws UnreadableBody {
    assertThat(Neutral.word(messages("", item("'type':'system','system':{'type':'" + type + "'}")).getFirst()))
        .isEqualTo(kind);
  }

  @Test
  void an_echo_belongs_to_the_customer_it_was_written_to() throws UnreadableBody {
    Inbound.Remark echo = (Inbound.Remark) sample("smb_message_echo.json").getFirst();
    assertThat(echo.peer()).contains(ADA);
    assertThat(echo.content().text()).isEqualTo("typed in the phone app");
  }

  @Test
  void a_receipt_names_the_message_the_reason_of_a_failure_and_what_we_called_it() throws UnreadableBody {
    assertThat(sample("status_failed_131047.json")).containsExactly(
        new Inbound.Receipt(
            Optional.of(Samples.WHATSAPP_ACCOUNT),
            "wamid.HBgOUT0012",
            Delivery.failed("131047: Re-engagement message"),
            Optional.of(Instant.ofEpochSecond(1_763_740_840))));
    String named = "'statuses':[{'id':'wamid.s','status':'played','biz_opaque_callback_data':'01J'}]";
    assertThat(change(named, "messages")).containsExactly(
        new Inbound.Receipt(
            Optional.of(Samples.WHATSAPP_ACCOUNT), "wamid.s", Delivery.of(Delivery.Status.PLAYED), Optional.empty(),
            Optional.of("01J")));
    String without = "'statuses':[{'id':'wamid.s','status':'failed'},{'id':'wamid.t','status':'odd'},null]";
    assertThat(change(without, "messages").stream().map(Neutral::word))
        .containsExactly("status:failed:permanent", "ignored", "malformed");
  }

  @Test
  void what_names_no_number_of_ours_is_nobodys_message() throws UnreadableBody {
    String body = "{'object':'whatsapp_business_account','entry':[{'changes':[{'field':'messages','value':"
        + "{'messages':[" + written("15550100123", "a") + "]}}]}]}";
    assertThat(parse(body).stream().map(Neutral::word)).containsExactly("malformed");
    assertThat(parse("{'object':'page'}").stream().map(Neutral::word)).containsExactly("ignored");
    assertThat(parse("{'object':'whatsapp_business_account','entry':[]}").stream().map(Neutral::word))
        .containsExactly("ignored");
    assertThat(change("'x':1", "messages").stream().map(Neutral::word)).containsExactly("ignored");
    assertThat(change("'messages':[]", "security").stream().map(Neutral::word)).containsExactly("ignored");
  }

  @Test
  void how_many_were_ordered_is_shown_also_where_it_is_written_as_text() throws UnreadableBody {
    for (var quantity : List.of("'12',12", "12,12", "null,?")) {
      String[] sent = quantity.split(",");
      String order = item("'type':'order','order':{'product_items':[{'product_retailer_id':'P','quantity':" + sent[0]
          + ",'item_price':1}]}");
      assertThat(((Inbound.Message) messages("", order).getFirst()).content().attachments())
          .extracting(Attachment::name).containsExactly(sent[1] + " × P at 1");
    }
  }

  private static List<Attachment> things(String file) throws UnreadableBody {
    return ((Inbound.Message) sample(file).getFirst()).content().attachments();
  }

  private static String written(String from, String id) {
    return "{'from':'" + from + "','id':'wamid." + id + "','type':'text','text':{'body':'x'}}";
  }

  private static String item(String rest) {
    return "{'from':'15550100123','id':'wamid.x'," + rest + "}";
  }

  private static List<Inbound> messages(String contacts, String messages) throws UnreadableBody {
    return change("'contacts':[" + contacts + "],'messages':[" + messages + "]", "messages");
  }

  private static List<Inbound> change(String value, String field) throws UnreadableBody {
    return parse("{'object':'whatsapp_business_account','entry':[{'id':'2','changes':[{'value':{'metadata':"
        + "{'phone_number_id':'" + Samples.WHATSAPP_ACCOUNT + "'}," + value + "},'field':'" + field + "'}]}]}");
  }

  private static List<Inbound> sample(String file) throws UnreadableBody {
    return Samples.said(Samples.of(ChannelKind.WHATSAPP, file));
  }

  // JSON is written with ' for " in here, so that it can be read.
  private static List<Inbound> parse(String body) throws UnreadableBody {
    return Samples.said(ChannelKind.WHATSAPP, body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
