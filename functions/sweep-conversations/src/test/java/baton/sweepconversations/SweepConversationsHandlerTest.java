package baton.sweepconversations;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.KIMS;
import static org.assertj.core.api.Assertions.assertThat;

import baton.table.Outbox;
import baton.testing.Fixtures;
import baton.testing.Invocation;
import baton.testing.World;
import baton.wire.Json;
import baton.workspace.Workspace;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

class SweepConversationsHandlerTest {
  private final World world = World.fresh();
  private final SweepConversationsHandler handler = new SweepConversationsHandler(world.wiring());

  @Test
  void where_nothing_is_due_nothing_is_changed() {
    world.given("kim writes: hi", "ana claims kim", "lee writes: hi", "mia closes lee");
    publish();
    String before = world.table().digest();
    assertThat(sweep()).isEqualTo("closed 0, published 0, failed 0");
    world.later(Duration.ofDays(1).minusSeconds(30));
    assertThat(sweep()).isEqualTo("closed 0, published 0, failed 0");
    assertThat(world.table().digest()).isEqualTo(before);
  }

  @Test
  void what_has_lain_still_for_too_long_is_closed_in_the_name_of_the_clean_up_and_frees_its_holder() {
    world.given("kim writes: hi", "ana replies to kim: hello", "7 days pass");
    publish();
    assertThat(sweep()).isEqualTo("closed 1, published 0, failed 0");

    assertThat(kims().path("status").asText()).isEqualTo("closed");
    assertThat(kims().path("closedOwner").asText()).isEqualTo("ana");
    assertThat(world.table().agent(ACME, Fixtures.id("ana")).path("open").asInt()).isZero();
    var event = world.table().log(ACME, KIMS.value()).getLast();
    assertThat(event.path("actor").asText()).isEqualTo("system:sweep-conversations");
    assertThat(event.path("reason").asText()).isEqualTo("idle");
    assertThat(sweep()).as("once").isEqualTo("closed 0, published 0, failed 0");
  }

  @Test
  void what_was_touched_since_is_looked_at_every_day_until_a_week_after_that() {
    world.given("kim writes: hi", "ana claims kim", "5 days pass", "ana replies to kim: hello");
    long touched = world.now().toEpochMilli();
    world.given("1 days pass");
    publish();
    assertThat(sweep()).isEqualTo("closed 0, published 0, failed 0");
    assertThat(kims().path("status").asText()).isEqualTo("assigned");
    assertThat(kims().path("dueAt").asLong()).isEqualTo(world.now().plus(Duration.ofDays(1)).toEpochMilli());

    world.at(Instant.ofEpochMilli(touched).plus(Fixtures.IDLE_AFTER));
    assertThat(sweep()).isEqualTo("closed 1, published 0, failed 0");
  }

  @Test
  void nobody_who_waits_for_an_answer_is_closed_over() {
    world.given("kim writes: hi", "ana replies to kim: hello", "kim writes: and now?", "300 days pass");
    publish();
    assertThat(sweep()).isEqualTo("closed 0, published 0, failed 0");
    assertThat(kims().path("status").asText()).isEqualTo("assigned");
  }

  @Test
  void what_was_never_published_is_after_five_minutes_and_only_then_and_once() {
    world.given("kim writes: hi", "ana claims kim", "ana replies to kim: hello");
    world.later(Duration.ofMinutes(5).minusSeconds(3));
    assertThat(sweep()).isEqualTo("closed 0, published 0, failed 0");
    world.later(Duration.ofSeconds(3));
    assertThat(sweep()).isEqualTo("closed 0, published 3, failed 0");

    assertThat(types()).containsExactlyInAnyOrder("conversation.opened", "conversation.assigned", "message.sent");
    assertThat(world.sqs().sent()).hasSize(1);
    assertThat(sweep()).isEqualTo("closed 0, published 0, failed 0");
  }

  @Test
  void what_the_stream_has_published_is_not_published_again() {
    world.given("kim writes: hi", "ana replies to kim: hello");
    publish();
    world.sns().take();
    world.later(Duration.ofMinutes(10));
    assertThat(sweep()).isEqualTo("closed 0, published 0, failed 0");
    assertThat(world.sns().published()).isEmpty();
  }

  @Test
  void one_that_fails_holds_up_no_other_and_comes_again_a_minute_later() {
    world.given("kim writes: hi", "ana claims kim", "lee writes: hi", "10 minutes pass");
    world.sns().failWhen(published -> published.message().contains("conversation.assigned"));
    assertThat(sweep()).isEqualTo("closed 0, published 2, failed 1");
    world.sns().failWhen(_ -> false);
    world.later(Duration.ofMinutes(1));
    assertThat(sweep()).isEqualTo("closed 0, published 1, failed 0");
  }

  @Test
  void a_conversation_that_cannot_be_closed_now_holds_up_no_event() {
    world.given("kim writes: hi", "ana replies to kim: hello");
    publish();
    world.given("lee writes: hi", "7 days pass");
    world.tableFails(TransactWriteItemsRequest.class::isInstance);
    assertThat(sweep()).isEqualTo("closed 0, published 1, failed 1");
    world.tableAnswers();
    assertThat(sweep()).isEqualTo("closed 1, published 0, failed 0");
  }

  @Test
  void blocked_and_closed_conversations_are_never_looked_at() {
    world.given("kim writes: hi", "ana blocks kim", "lee writes: hi", "mia closes lee", "30 days pass");
    publish();
    assertThat(sweep()).isEqualTo("closed 0, published 0, failed 0");
  }

  @Test
  void a_workspace_that_closes_nothing_by_itself_begins_to_when_it_sets_a_limit() {
    var acme = Fixtures.acme();
    world.seed().put(new Workspace(acme.id(), acme.name(), acme.zone(), Duration.ZERO, acme.salt()));
    world.given("kim writes: hi", "ana replies to kim: hello", "300 days pass");
    publish();
    assertThat(sweep()).isEqualTo("closed 0, published 0, failed 0");
    assertThat(kims().path("status").asText()).isEqualTo("assigned");
    world.seed().put(acme);
    world.given("1 days pass");
    assertThat(sweep()).isEqualTo("closed 1, published 0, failed 0");
  }

  private String sweep() {
    var swept = Invocation.of(handler, Json.read("{\"sweep\": \"due\"}"));
    return "closed %s, published %s, failed %s".formatted(
        swept.path("closed"), swept.path("published"), swept.path("failed"));
  }

  private void publish() {
    world.stream().stream().flatMap(item -> Outbox.entry(item).stream()).forEach(world.wiring().publisher()::publish);
  }

  private JsonNode kims() {
    return world.table().conversation(ACME, KIMS);
  }

  private List<String> types() {
    return world.sns().published().stream()
        .map(published -> published.messageAttributes().get("type").stringValue()).toList();
  }
}
