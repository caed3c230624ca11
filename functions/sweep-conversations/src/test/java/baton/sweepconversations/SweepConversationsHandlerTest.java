package baton.sweepconversations;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.KIM;
import static baton.testing.Fixtures.KIMS;
import static baton.testing.Fixtures.LEE;
import static org.assertj.core.api.Assertions.assertThat;

import baton.channel.Identity;
import baton.table.Outbox;
import baton.testing.Fixtures;
import baton.testing.Invocation;
import baton.testing.LambdaContext;
import baton.testing.LogLines;
import baton.testing.World;
import baton.wire.Json;
import baton.workspace.Workspace;
import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

class SweepConversationsHandlerTest {
  private final World world = World.fresh();
  private final LogLines log = new LogLines();
  private final SweepConversationsHandler handler = log.of(() -> new SweepConversationsHandler(world.wiring()));

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
  void what_fails_goes_behind_everything_else_that_is_due() {
    world.given("kim writes: hi", "ana claims kim", "10 minutes pass");
    world.sns().failWhen(published -> published.message().contains("conversation.opened"));
    assertThat(sweep()).isEqualTo("closed 0, published 1, failed 1");
    assertThat(world.table().log(ACME, KIMS.value()).getFirst().path("dueAt").asLong())
        .isEqualTo(world.now().plus(Duration.ofMinutes(1)).toEpochMilli());
    assertThat(sweep()).as("not twice in a minute").isEqualTo("closed 0, published 0, failed 0");
  }

  @Test
  void a_reply_that_the_queue_did_not_take_keeps_its_place_before_the_later_ones() {
    world.given("kim writes: hi", "ana replies to kim: one", "ana replies to kim: two", "10 minutes pass");
    world.sqs().failWhen(sent -> sent.messageBody().contains("one"));
    sweep();
    world.later(Duration.ofMinutes(1));
    sweep();
    assertThat(world.sqs().sent()).isEmpty();
    world.sqs().failWhen(_ -> false);
    sweep();
    assertThat(world.sqs().sent()).extracting(sent -> Json.read(sent.messageBody()).path("text").asText())
        .containsExactly("one", "two");
  }

  @Test
  void a_reply_that_cannot_be_read_now_is_not_overtaken_by_a_later_one() {
    world.given("kim writes: hi", "ana replies to kim: one", "ana replies to kim: two", "10 minutes pass");
    var first = new AtomicInteger();
    world.tableFails(request -> request instanceof GetItemRequest get
        && get.key().get("sk").s().contains("#R") && first.getAndIncrement() == 0);
    sweep();
    assertThat(world.sqs().sent()).isEmpty();
    world.tableAnswers();
    sweep();
    assertThat(world.sqs().sent()).extracting(sent -> Json.read(sent.messageBody()).path("text").asText())
        .containsExactly("one", "two");
  }

  @Test
  void replies_that_the_queue_refuses_for_their_content_hold_up_no_other_conversation() {
    world.given("kim writes: hi", "ana replies to kim: bad", "lee writes: hi", "ana replies to lee: bad",
        "kim writes on telegram: hi", "ana replies to kim on telegram: good", "10 minutes pass");
    world.sqs().refuseWhen(sent -> sent.messageBody().contains("bad"));
    sweep();
    assertThat(world.sqs().sent()).extracting(sent -> Json.read(sent.messageBody()).path("text").asText())
        .containsExactly("good");
  }

  @Test
  void it_ends_in_time_and_goes_on_a_minute_later() {
    world.given("kim writes: hi", "ana claims kim", "mia closes kim", "10 minutes pass");
    var left = new AtomicInteger(2);
    assertThat(sweep(new LambdaContext(() -> left.getAndDecrement() > 0 ? 49_000 : 14_000)))
        .isEqualTo("closed 0, published 2, failed 0");
    assertThat(sweep()).isEqualTo("closed 0, published 1, failed 0");
  }

  @Test
  void a_part_of_the_due_work_that_cannot_be_read_holds_up_no_other() {
    world.given("kim writes: hi", "lee writes: hi", "kim writes on telegram: hi", "10 minutes pass");
    var first = new AtomicInteger();
    world.tableFails(request -> request instanceof QueryRequest && first.getAndIncrement() == 0);
    assertThat(sweep()).endsWith("failed 1");
    world.tableAnswers();
    sweep();
    assertThat(types()).hasSize(3);
  }

  @Test
  void an_item_of_a_sort_that_is_never_published_is_a_failure_and_not_passed_over() {
    world.given("kim writes: hi", "10 minutes pass");
    var odd = new HashMap<>(world.table().items().stream()
        .filter(item -> item.get("item").s().equals("event")).findFirst().orElseThrow());
    odd.put("item", AttributeValue.fromS("what-now"));
    world.seed().put(List.of(odd));
    assertThat(sweep()).isEqualTo("closed 0, published 0, failed 1");
    assertThat(log.text()).contains("nothing of this sort is ever published");
  }

  @Test
  void what_failed_is_counted_in_the_log_for_an_alarm() {
    world.given("kim writes: hi", "lee writes: hi", "10 minutes pass");
    world.sns().failWhen(_ -> true);
    assertThat(sweep()).isEqualTo("closed 0, published 0, failed 2");
    assertThat(log.counting("SweepFailed")).extracting(line -> line.path("value").asInt()).containsExactly(2);
  }

  @Test
  void a_full_part_of_the_due_work_starves_no_other() {
    world.given("kim writes: hi", "lee writes: hi", "kim writes on telegram: hi", "10 minutes pass");
    var event = world.table().items().stream()
        .filter(item -> item.get("item").s().equals("event") && item.get("pk").s().endsWith(KIMS.value())).findFirst()
        .orElseThrow();
    for (int i = 0; i < 120; i++) {
      var another = new HashMap<>(event);
      another.put("sk", AttributeValue.fromS("9%05d".formatted(i)));
      another.put("due", AttributeValue.fromS("DUE#0"));
      another.put("dueAt", AttributeValue.fromS("0000000000001"));
      world.seed().put(List.of(another));
    }
    var left = new AtomicInteger(20);
    sweep(new LambdaContext(() -> left.getAndDecrement() > 0 ? 49_000 : 14_000));
    assertThat(world.sns().published()).hasSize(20)
        .extracting(published -> Json.read(published.message()).path("conversation").asText()).contains(
            Identity.conversation(World.WHATSAPP, LEE).value(), Identity.conversation(World.TELEGRAM, KIM).value());
  }

  @Test
  void a_conversation_that_cannot_be_closed_now_holds_up_no_event() {
    world.given("kim writes: hi", "ana replies to kim: hello");
    publish();
    world.given("lee writes: hi", "7 days pass");
    world.tableFails(TransactWriteItemsRequest.class::isInstance);
    assertThat(sweep()).isEqualTo("closed 0, published 1, failed 1");
    world.tableAnswers();
    assertThat(sweep()).isEqualTo("closed 0, published 0, failed 0");
    world.later(Duration.ofMinutes(1));
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
    return sweep(new LambdaContext());
  }

  private String sweep(Context context) {
    var swept = Invocation.of(handler, Json.read("{\"sweep\": \"due\"}"), context);
    return "closed %s, published %s, failed %s".formatted(
        swept.path("closed"), swept.path("published"), swept.path("failed"));
  }

  private void publish() {
    world.stream().stream().flatMap(item -> Outbox.entry(item).stream()).forEach(world.wiring().round()::publish);
  }

  private JsonNode kims() {
    return world.table().conversation(ACME, KIMS);
  }

  private List<String> types() {
    return world.sns().published().stream()
        .map(published -> published.messageAttributes().get("type").stringValue()).toList();
  }
}
