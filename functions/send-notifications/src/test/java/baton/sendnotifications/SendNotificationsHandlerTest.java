package baton.sendnotifications;

import static baton.testing.Fixtures.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.testing.Fixtures;
import baton.testing.World;
import baton.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.sns.model.PublishRequest;

class SendNotificationsHandlerTest {
  private final World world = World.fresh();
  private final Told told = new Told(world);

  @Test
  void a_notice_says_to_filters_whom_it_is_for_and_carries_no_word_of_the_customer() {
    told.after("kim writes: my card number is 4111");
    var event = last("ana claims kim", "mia assigns kim to bo");
    var notice = told.notices(event).getFirst();

    assertThat(notice.path("topic").asText()).isEqualTo("baton-assignee-notifications");
    assertThat(notice.path("attributes").toString())
        .isEqualTo("{\"kind\":\"assigned\",\"recipients\":[\"bo\"],\"workspace\":\"acme\"}");
    assertThat(notice.path("message").path("id").asText()).endsWith("-000003-assigned");
    assertThat(notice.path("message").path("version").asInt()).isEqualTo(3);
    assertThat(notice.toString()).doesNotContain("4111", "+4915112345678");
    assertThat(told.published(event)).allSatisfy(published ->
        assertThat(published.messageAttributes().get("recipients").dataType()).isEqualTo("String.Array"));
  }

  @Test
  void a_repeated_event_says_exactly_the_same_again_whatever_has_changed_since() {
    var event = last("kim writes: hi", "ana claims kim");
    var first = told.notices(event);
    world.given("mia assigns kim to team sales", "bo is suspended");
    assertThat(told.notices(event)).isEqualTo(first).hasSize(1);
  }

  @Test
  void a_personal_notice_stands_once_with_its_agent_and_a_shared_one_once_on_its_channel() {
    for (var sentence : List.of("kim writes: hi", "ana claims kim", "mia assigns kim to bo")) {
      for (var event : events(sentence)) {
        told.notices(event);
        told.notices(event);
      }
    }
    assertThat(kinds(world.table().notices(World.WHATSAPP.id()))).containsExactly("waiting", "taken");
    assertThat(kinds(world.table().notices(ACME, Fixtures.id("bo")))).containsExactly("assigned");
    assertThat(kinds(world.table().notices(ACME, Fixtures.id("ana")))).containsExactly("moved");
    assertThat(world.table().notices(ACME, Fixtures.id("mia"))).isEmpty();
  }

  @Test
  void an_event_that_comes_when_the_work_has_moved_on_misleads_nobody() {
    var events = events("kim writes: hi", "mia assigns kim to bo", "mia assigns kim to ana", "ana closes kim");
    var lines = events.stream().flatMap(event -> told.notices(event).stream()).map(Told::line).toList();
    // Nobody hears that it waits or is theirs, as neither is true any more.
    assertThat(lines).containsExactly("moved to bo: Kim moved on and was closed");
  }

  @Test
  void who_has_it_again_does_not_hear_that_they_lost_it() {
    var events = events("kim writes: hi", "ana claims kim", "mia assigns kim to bo", "mia assigns kim to ana");
    var lines = events.stream().flatMap(event -> told.notices(event).stream()).map(Told::line).toList();
    assertThat(lines).containsExactly("taken to bo, mia: Kim was taken by ana",
        "assigned to ana: Kim is yours now", "moved to bo: Kim moved to ana by mia");
  }

  @Test
  void an_event_that_told_nobody_says_nothing_new_when_it_is_repeated() {
    var opened = events("kim writes: hi").stream()
        .filter(event -> event.message().contains("conversation.opened"))
        .findFirst();
    world.given("ana claims kim");
    assertThat(told.notices(opened.orElseThrow())).isEmpty();
    assertThat(told.notices(last("ana returns kim"))).extracting(Told::line)
        .containsExactly("waiting to bo, mia: Kim waits for an answer");
    assertThat(told.notices(opened.orElseThrow())).isEmpty();
  }

  @Test
  void when_the_topic_does_not_take_it_the_event_fails_and_its_repeat_says_it_all() {
    var event = last("kim writes: hi", "ana claims kim", "mia assigns kim to bo");
    world.sns().failWhen(published -> published.message().contains("\"moved\""));
    assertThatThrownBy(() -> told.notices(event)).isInstanceOf(SdkException.class);
    world.sns().failWhen(_ -> false);
    assertThat(told.notices(event)).extracting(Told::line)
        .containsExactly("assigned to bo: Kim is yours now", "moved to ana: Kim moved to bo by mia");
    assertThat(world.table().notices(ACME, Fixtures.id("bo"))).hasSize(1);
  }

  @Test
  void when_the_table_does_not_take_it_the_event_fails_before_anything_is_said() {
    var event = last("kim writes: hi", "ana claims kim");
    world.tableFails(PutItemRequest.class::isInstance);
    assertThatThrownBy(() -> told.notices(event)).isInstanceOf(SdkException.class);
    assertThat(world.sns().take()).isEmpty();
    world.tableAnswers();
    assertThat(told.notices(event)).hasSize(1);
  }

  private List<PublishRequest> events(String... sentences) {
    world.given(sentences);
    return told.events();
  }

  private PublishRequest last(String... sentences) {
    return events(sentences).getLast();
  }

  private static List<String> kinds(List<JsonNode> rows) {
    return rows.stream().map(row -> Json.read(row.path("notice").asText()).path("kind").asText()).toList();
  }
}
