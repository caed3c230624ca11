package baton.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import baton.channel.ChannelKind;
import baton.channel.Inbound;
import baton.channel.Peer;
import baton.channels.Neutral;
import baton.channels.Samples;
import baton.channels.UnreadableBody;
import baton.message.Content;
import baton.message.Content.Attachment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramUpdateTest {
  private static final Peer ADA = new Peer("5500100123", Optional.empty(), Optional.of("Ada Example"));

  @Test
  void a_text_is_a_message_of_the_chat_and_named_within_it() throws UnreadableBody {
    assertThat(sample("text_private.json")).isEqualTo(
        new Inbound.Message(
            Optional.empty(),
            "5500100123:101",
            Optional.of(Instant.ofEpochSecond(1_763_740_801)),
            ADA,
            Optional.empty(),
            Content.text("Hello, is the blue one in stock?"),
            Optional.empty()));
  }

  @Test
  void an_edit_names_the_message_by_the_same_id_and_itself_by_another() throws UnreadableBody {
    Inbound.Remark edit = (Inbound.Remark) sample("edited_message.json");
    assertThat(edit.target()).contains("5500100123:101");
    assertThat(edit.providerId()).isEqualTo("5500100123:101:edit:700000011");
    assertThat(edit.sentAt()).contains(Instant.ofEpochSecond(1_763_740_861));
    assertThat(edit.content().text()).isEqualTo("Hello, is the GREEN one in stock?");
    assertThat(((Inbound.Remark) sample("edited_caption.json")).content().text()).isEqualTo("new caption");
  }

  @Test
  void in_a_group_the_chat_is_the_peer_and_the_person_the_author() throws UnreadableBody {
    Inbound.Message message = (Inbound.Message) sample("group_text.json");
    assertThat(message.peer())
        .isEqualTo(new Peer("-1001550100001", Optional.empty(), Optional.of("Example support group")));
    assertThat(message.author()).contains(ADA);
    assertThat(message.providerId()).isEqualTo("-1001550100001:501");
  }

  @Test
  void a_renamed_person_stays_the_same_peer() throws UnreadableBody {
    Peer renamed = ((Inbound.Message) sample("name_changed_same_id.json")).peer();
    assertThat(renamed.id()).isEqualTo(ADA.id());
    assertThat(renamed.name()).contains("Ada Renamed 👩‍💻");
  }

  @Test
  void a_business_connection_is_a_space_of_its_own() throws UnreadableBody {
    Inbound.Message message = (Inbound.Message) sample("business_message.json");
    assertThat(message.peer().id()).isEqualTo("bc_0001:5500100123");
    assertThat(message.providerId()).isEqualTo("bc_0001:5500100123:301");
  }

  @Test
  void what_the_business_itself_wrote_is_an_echo() throws UnreadableBody {
    for (String writer : List.of("'from':{'id':42}", "'from':{'id':7},'sender_business_bot':{'id':9}")) {
      String body = "{'update_id':1,'business_message':{'message_id':3,'business_connection_id':'b','chat':{'id':7,"
          + "'type':'private','first_name':'Bo'},'text':'x'," + writer + "}}";
      Inbound.Remark echo = (Inbound.Remark) parse(body).getFirst();
      assertThat(echo.kind()).isEqualTo("echo:text");
      assertThat(echo.peer()).contains(new Peer("b:7", Optional.empty(), Optional.of("Bo")));
    }
  }

  @Test
  void deleted_messages_are_named_one_by_one_and_a_bad_one_spoils_no_other() throws UnreadableBody {
    List<Inbound> found = parse(
        "{'update_id':1,'deleted_business_messages':{'business_connection_id':'b','chat':{'id':7,'type':'private'},"
            + "'message_ids':[3,'x',4]}}");
    assertThat(found.stream().map(Neutral::word)).containsExactly("delete", "malformed", "delete");
    assertThat(((Inbound.Remark) found.get(2)).target()).contains("b:7:4");
    assertThat(parse("{'update_id':1,'deleted_business_messages':{'chat':{'id':7}}}").stream().map(Neutral::word))
        .containsExactly("ignored");
  }

  @Test
  void a_photo_is_its_largest_size() throws UnreadableBody {
    assertThat(content("photo_caption.json").attachments())
        .containsExactly(new Attachment("image/jpeg", "AgACAgUAAxkBAAOD-big", ""));
    assertThat(content("photo_caption.json").text()).isEqualTo("receipt \uD83E\uDDFE");
  }

  @Test
  void a_shared_card_is_content_and_never_the_senders_number() throws UnreadableBody {
    Inbound.Message message = (Inbound.Message) sample("contact_shared.json");
    assertThat(message.peer()).isEqualTo(ADA);
    assertThat(message.content().attachments())
        .containsExactly(new Attachment("contact", "+15550100444", "Grace Sample"));
    assertThat(content("venue_with_location.json")).isEqualTo(
        new Content(Content.Kind.LOCATION, Set.of(), "2 Sample Quay",
            List.of(new Attachment("location", "geo:-33.8688,151.2093", "Example Opera"))));
    assertThat(content("sticker_static.json").attachments())
        .containsExactly(new Attachment("image/webp", "CAACAgEAAxkBAANH", "ExamplePack"));
  }

  @Test
  void a_reply_names_what_it_quotes_but_a_topic_is_no_quotation() throws UnreadableBody {
    assertThat(((Inbound.Message) sample("reply_with_quote.json")).replyTo()).contains("5500100123:90");
    Inbound.Message inTopic = (Inbound.Message) message(
        "'text':'x','is_topic_message':true,'reply_to_message':{'message_id':2,'forum_topic_created':{'name':'t'}}");
    assertThat(inTopic.replyTo()).isEmpty();
    assertThat(Neutral.word(inTopic)).isEqualTo("message:text");
    Inbound.Message elsewhere = (Inbound.Message) message("'text':'x','external_reply':{'message_id':2}");
    assertThat(elsewhere.replyTo()).isEmpty();
    assertThat(Neutral.word(elsewhere)).isEqualTo("message:text:reply");
  }

  @Test
  void a_pressed_button_shows_its_label_and_has_no_time_of_its_own() throws UnreadableBody {
    Inbound.Message pressed = (Inbound.Message) sample("callback_query.json");
    assertThat(pressed).isEqualTo(
        new Inbound.Message(
            Optional.empty(), "callback:236000000000000001", Optional.empty(), ADA, Optional.empty(),
            new Content(Content.Kind.BUTTON, Set.of(), "Yes", List.of(new Attachment("choice", "yes", "Yes"))),
            Optional.of("5500100123:95")));
    assertThat(parse("{'update_id':1,'callback_query':{'id':'1','from':{'id':7},'inline_message_id':'x'}}")
        .stream().map(Neutral::word)).containsExactly("malformed");
  }

  @Test
  void a_reaction_names_its_target_and_what_is_left_says_whether_it_was_removed() throws UnreadableBody {
    Inbound.Remark added = (Inbound.Remark) sample("message_reaction_add.json");
    assertThat(added.target()).contains("5500100123:90");
    assertThat(added.content().text()).isEqualTo("\u2764");
    assertThat(parse("{'update_id':1,'message_reaction':{'chat':{'id':7,'type':'private'},'message_id':3,"
        + "'old_reaction':[{'type':'emoji','emoji':'x'}],'new_reaction':[]}}").stream().map(Neutral::word))
        .containsExactly("reaction:remove");
  }

  @Test
  void a_group_that_moves_tells_where_to() throws UnreadableBody {
    Inbound.Remark moved = (Inbound.Remark) sample("group_migrate_to_supergroup.json");
    assertThat(moved.peer().orElseThrow().id()).isEqualTo("-550100002");
    assertThat(moved.content().attachments()).containsExactly(new Attachment("chat", "-1001550100002", "goes on as"));
    Inbound.Remark came = (Inbound.Remark) message("'migrate_from_chat_id':-550100002");
    assertThat(came.kind()).isEqualTo("system:chat_migrated");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "'animation':{'file_id':'a'},'document':{'file_id':'a'}|message:video",
    "'video_note':{'file_id':'a'}|message:video",
    "'audio':{'file_id':'a'}|message:audio",
    "'dice':{'emoji':'x','value':3}|message:unsupported",
    "'poll':{'question':'q'}|message:unsupported",
    "'photo':[]|message:unsupported",
    "'document':{}|message:unsupported",
    "'text':5|message:unsupported",
    "'something_new':{}|message:unsupported",
    "'new_chat_title':'t'|system:new_chat_title",
    "'pinned_message':{'message_id':1}|system:pinned_message",
    "'users_shared':{'request_id':1}|system:users_shared",
    "'chat_shared':{'request_id':1}|system:chat_shared",
    "'gift':{'gift':{}}|system:gift",
    "'unique_gift':{'gift':{}}|system:unique_gift",
    "'boost_added':{'boost_count':1}|system:boost_added",
    "'giveaway':{'winner_count':1}|system:giveaway",
    "'giveaway_created':{}|system:giveaway_created",
    "'giveaway_winners':{'winner_count':1}|system:giveaway_winners",
    "'giveaway_completed':{'winner_count':1}|system:giveaway_completed",
    "'checklist_tasks_done':{}|system:checklist_tasks_done",
    "'checklist_tasks_added':{'tasks':[]}|system:checklist_tasks_added",
    "'direct_message_price_changed':{}|system:direct_message_price_changed",
    "'paid_message_price_changed':{}|system:paid_message_price_changed",
    "'suggested_post_approved':{}|system:suggested_post_approved",
    "'suggested_post_refunded':{}|system:suggested_post_refunded",
    "'paid_media':{'star_count':1}|message:unsupported",
    "'web_app_data':{'data':'x'}|message:unsupported",
    "'text':'x','forward_date':1|message:text:forwarded"
  })
  void each_sort_of_content_has_its_word(String content, String word) throws UnreadableBody {
    assertThat(Neutral.word(message(content))).isEqualTo(word);
  }

  @Test
  void what_a_web_app_sends_is_shown_in_its_own_words() throws UnreadableBody {
    Inbound.Message sent = (Inbound.Message) message("'web_app_data':{'data':'table 7','button_text':'Order'}");
    assertThat(sent.content().text()).isEqualTo("table 7");
  }

  @ParameterizedTest
  @CsvSource({
    "private,kicked,blocked", "private,member,unblocked", "supergroup,left,bot_removed", "group,member,bot_added"
  })
  void whether_the_bot_may_still_write_is_a_word_of_the_system(String type, String status, String word)
      throws UnreadableBody {
    assertThat(parse("{'update_id':1,'my_chat_member':{'chat':{'id':7,'type':'" + type + "'},"
        + "'new_chat_member':{'status':'" + status + "'}}}").stream().map(Neutral::word))
        .containsExactly("system:" + word);
  }

  @ParameterizedTest
  @CsvSource({"channel_post", "poll", "inline_query", "chat_member", "business_connection", "hologram"})
  void updates_that_are_nobodys_message_are_kept_aside(String kind) throws UnreadableBody {
    assertThat(parse("{'update_id':1,'" + kind + "':{'id':1}}").stream().map(Neutral::word)).containsExactly("ignored");
    assertThat(parse("{'update_id':1}").stream().map(Neutral::word)).containsExactly("ignored");
  }

  private static Content content(String file) throws UnreadableBody {
    return ((Inbound.Message) sample(file)).content();
  }

  private static Inbound message(String rest) throws UnreadableBody {
    return parse("{'update_id':1,'message':{'message_id':9,'chat':{'id':7,'type':'private'},'from':{'id':7},"
        + rest + "}}").getFirst();
  }

  private static Inbound sample(String file) throws UnreadableBody {
    return Samples.said(Samples.of(ChannelKind.TELEGRAM, file)).getFirst();
  }

  // JSON is written with ' for " in here, so that it can be read.
  private static List<Inbound> parse(String body) throws UnreadableBody {
    return Samples.said(ChannelKind.TELEGRAM, body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
