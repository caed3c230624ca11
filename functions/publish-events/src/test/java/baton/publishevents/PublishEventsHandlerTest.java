package baton.publishevents;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.KIMS;
import static org.assertj.core.api.Assertions.assertThat;

import baton.testing.Invocation;
import baton.testing.LambdaEvents;
import baton.testing.World;
import baton.wire.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

class PublishEventsHandlerTest {
  private final World world = World.fresh();
  private final PublishEventsHandler handler = new PublishEventsHandler(world.wiring());

  @Test
  void an_event_says_its_type_and_workspace_to_filters_and_its_marker_is_gone() {
    world.given("kim writes: hello", "ana claims kim");
    assertThat(hand(world.stream())).isEmpty();

    assertThat(types()).containsExactly("message.received", "conversation.opened", "conversation.assigned");
    assertThat(world.sns().published()).allSatisfy(published -> {
      assertThat(published.topicArn()).isEqualTo(World.EVENTS);
      assertThat(published.messageAttributes()).containsOnlyKeys("type", "workspace");
      assertThat(published.messageAttributes().get("workspace").stringValue()).isEqualTo("acme");
      assertThat(published.message()).doesNotContain("hello");
    });
    assertThat(waiting()).isEmpty();
  }

  @Test
  void what_sns_did_not_take_is_named_and_keeps_its_marker_and_the_others_go_on() {
    world.given("kim writes: hello", "ana claims kim", "ana closes kim");
    world.sns().failWhen(published -> published.message().contains("conversation.assigned"));
    var batch = LambdaEvents.stream(world.stream());
    assertThat(LambdaEvents.failures(Invocation.of(handler, batch))).containsExactly("3");
    assertThat(types()).containsExactly("message.received", "conversation.opened", "conversation.closed");
    assertThat(waiting()).containsExactly("conversation.assigned");

    world.sns().failWhen(_ -> false);
    assertThat(LambdaEvents.failures(Invocation.of(handler, batch))).isEmpty();
    assertThat(waiting()).isEmpty();
  }

  @Test
  void a_reply_goes_to_the_queue_in_the_group_of_its_conversation_and_waits_until_both_have_taken_it() {
    world.given("kim writes: hello", "ana claims kim");
    hand(world.stream());
    world.sns().take();
    world.given("ana replies to kim: one", "ana replies to kim: two");
    var batch = LambdaEvents.stream(world.stream());

    world.sqs().failWhen(_ -> true);
    assertThat(LambdaEvents.failures(Invocation.of(handler, batch))).containsExactly("1", "2");
    assertThat(types()).as("nothing is said that is not on its way").isEmpty();
    world.sqs().failWhen(_ -> false);
    world.sns().failWhen(_ -> true);
    assertThat(LambdaEvents.failures(Invocation.of(handler, batch))).containsExactly("1", "2");
    assertThat(waiting()).hasSize(2);
    world.sns().failWhen(_ -> false);
    assertThat(LambdaEvents.failures(Invocation.of(handler, batch))).isEmpty();
    assertThat(waiting()).isEmpty();

    assertThat(world.sqs().sent()).extracting(sent -> Json.read(sent.messageBody()).path("text").asText())
        .as("trouble at the topic stops no reply").containsExactly("one", "two", "one", "two");
    assertThat(world.sqs().sent()).allMatch(sent -> sent.messageGroupId().equals(KIMS.value()));
    assertThat(world.sqs().sent().get(2).messageDeduplicationId())
        .as("the queue drops the repeat").isEqualTo(world.sqs().sent().get(0).messageDeduplicationId());
  }

  @Test
  void a_later_reply_does_not_overtake_one_that_the_queue_did_not_take() {
    world.given("kim writes: hello", "lee writes: hello");
    hand(world.stream());
    world.given("ana replies to kim: one", "ana replies to kim: two", "ana replies to lee: three");
    world.sqs().failWhen(sent -> sent.messageBody().contains("one"));
    hand(world.stream());
    assertThat(world.sqs().sent()).extracting(sent -> Json.read(sent.messageBody()).path("text").asText())
        .containsExactly("three");
  }

  @Test
  void a_topic_or_queue_that_failed_twice_in_a_row_is_not_asked_again_before_the_next_batch() {
    world.given("kim writes: hi", "lee writes: hi", "kim writes on telegram: hi", "lee writes on telegram: hi");
    hand(world.stream());
    world.sns().take();
    world.given("ana replies to kim: 1", "ana replies to lee: 2", "ana replies to kim on telegram: 3",
        "ana replies to lee on telegram: 4");
    var batch = LambdaEvents.stream(world.stream());
    var asked = new AtomicInteger();
    world.sns().failWhen(_ -> asked.incrementAndGet() > 0);
    var all = LambdaEvents.failures(Invocation.of(handler, batch));
    assertThat(all).hasSameSizeAs(batch.path("Records"));
    assertThat(asked).hasValue(2);
    assertThat(world.sqs().sent()).hasSize(4);

    asked.set(0);
    world.sns().failWhen(_ -> false);
    world.sqs().failWhen(_ -> asked.incrementAndGet() > 0);
    assertThat(LambdaEvents.failures(Invocation.of(handler, batch))).hasSize(4);
    assertThat(asked).hasValue(2);
    assertThat(types()).as("events do not wait for replies").containsOnly("conversation.assigned");

    asked.set(0);
    world.sqs().failWhen(_ -> asked.incrementAndGet() % 2 == 1);
    assertThat(LambdaEvents.failures(Invocation.of(handler, batch))).hasSize(2);
    assertThat(asked).as("not in a row").hasValue(4);
  }

  @Test
  void a_record_that_comes_again_is_published_again_with_the_same_id_and_changes_nothing() {
    world.given("kim writes: hello");
    var batch = LambdaEvents.stream(world.stream());
    Invocation.of(handler, batch);
    var first = world.sns().take();
    String before = world.table().digest();
    assertThat(LambdaEvents.failures(Invocation.of(handler, batch))).isEmpty();
    assertThat(world.sns().take()).isEqualTo(first);
    assertThat(world.table().digest()).isEqualTo(before);
  }

  @Test
  void when_the_marker_cannot_be_taken_away_the_record_comes_again() {
    world.given("kim writes: hello");
    var batch = LambdaEvents.stream(world.stream());
    world.tableFails(UpdateItemRequest.class::isInstance);
    assertThat(LambdaEvents.failures(Invocation.of(handler, batch))).containsExactly("2");
    world.tableAnswers();
    assertThat(LambdaEvents.failures(Invocation.of(handler, batch))).isEmpty();
  }

  @Test
  void only_the_marker_of_an_event_is_ever_touched() {
    world.given("kim writes: hello", "ana claims kim");
    var before = world.table().log(ACME, KIMS.value());
    hand(world.stream());
    before.forEach(event -> ((ObjectNode) event).remove(List.of("due", "dueAt")));
    assertThat(world.table().log(ACME, KIMS.value())).isEqualTo(before);
  }

  @Test
  void a_poison_record_at_any_place_of_a_batch_holds_up_no_other() {
    world.given("kim writes: hello", "ana claims kim", "ana closes kim");
    var batch = LambdaEvents.stream(world.stream());
    var poison = Json.read("""
        {"eventName": "INSERT", "dynamodb": {"SequenceNumber": "poison", "NewImage": {"item": {"S": "event"}}}}""");
    for (int at = 0; at <= batch.withArray("Records").size(); at++) {
      var poisoned = batch.deepCopy();
      ((ArrayNode) poisoned.get("Records")).insert(at, poison);
      assertThat(LambdaEvents.failures(Invocation.of(handler, poisoned))).containsExactly("poison");
      assertThat(world.sns().take()).hasSize(4);
    }
  }

  @Test
  void what_is_neither_event_nor_message_is_left_alone() {
    world.given("kim writes: hello");
    var others = world.table().items().stream().filter(item -> !item.get("item").s().matches("event|message")).toList();
    assertThat(others).hasSizeGreaterThan(10);
    assertThat(hand(others)).isEmpty();
    assertThat(types()).isEmpty();
    assertThat(LambdaEvents.failures(Invocation.of(handler, Json.read("{\"Records\": []}")))).isEmpty();
  }

  private List<String> hand(List<Map<String, AttributeValue>> items) {
    return LambdaEvents.failures(Invocation.of(handler, LambdaEvents.stream(items)));
  }

  private List<String> types() {
    return world.sns().published().stream()
        .map(published -> published.messageAttributes().get("type").stringValue()).toList();
  }

  // What has a marker still, besides conversations, whose marker is of another sort.
  private List<String> waiting() {
    return Stream.of("event", "message")
        .flatMap(type -> world.table().ofType(type).stream())
        .filter(item -> item.has("due"))
        .map(item -> item.path("type").asText(item.path("direction").asText()))
        .toList();
  }
}
