package baton.faults;

import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.online;
import static org.assertj.core.api.Assertions.assertThat;

import baton.table.Key;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What happened goes from the table's stream to the topics and the queue, and from there to agents: at least once, and
/// always the same.
class CrashPublishingTest {
  private static final String KIMS = Office.KIM.conversation();

  private final Office office = Office.with(
      List.of("ana", "bo", "cy"), online("ana").of(20), online("bo"), online("cy"), manager("mia"));

  private void write(String id, String text) {
    Stories.done(office.instance().webhook(Office.KIM.writes(id, text, office.now())));
  }

  private void does(ApiCall... calls) {
    for (var call : calls) {
      office.later(Duration.ofSeconds(1));
      Stories.done(office.instance().api(call));
    }
  }

  private List<TableStream.Entry> aStory() {
    write("wamid.1", "hello");
    does(ApiCall.claim(KIMS, "ana"), ApiCall.reply(KIMS, "ana", "hello Kim"), ApiCall.pin(Office.KIM.contact(), "ana"));
    office.later(Duration.ofSeconds(1));
    write("wamid.2", "thanks");
    does(ApiCall.reassign(KIMS, "mia", "bo"), ApiCall.close(KIMS, "mia"), ApiCall.reopen(KIMS, "cy"));
    return TableStream.of(office);
  }

  /// By its id, what was said; it must have been the same each time.
  private static Map<String, JsonNode> byId(List<JsonNode> said) {
    var byId = new TreeMap<String, JsonNode>();
    for (var one : said) {
      var before = byId.put(one.path("id").asText(), one);
      assertThat(before == null || before.equals(one)).as("said twice, the same: %s and %s", before, one).isTrue();
    }
    return byId;
  }

  @Test
  void whatever_comes_twice_late_or_in_another_order_says_the_same_to_the_same_agents() {
    var entries = aStory();
    var before = office.items();
    new StreamDriver(office).inOrder(entries);
    var events = byId(office.topics().events());
    var notices = byId(office.topics().notices());
    assertThat(events.values()).extracting(event -> event.path("type").asText()).contains(
        "conversation.opened", "conversation.assigned", "message.received", "message.sent", "contact.pinned",
        "conversation.closed", "conversation.reopened");
    assertThat(notices).isNotEmpty();
    for (int seed = 1; seed <= 12; seed++) {
      office.inbox().restore(before);
      office.topics().clear();
      office.queue().clear();
      new StreamDriver(office).atRandom(entries, new Random(seed));
      assertThat(byId(office.topics().events())).as("events, seed %d", seed).isEqualTo(events);
      assertThat(byId(office.topics().notices())).as("notices, seed %d", seed).isEqualTo(notices);
      assertThat(office.queue().waiting()).as("replies, seed %d", seed).hasSize(1);
      assertThat(office.items().values()).as("nothing waits any more").noneMatch(CrashPublishingTest::isUnpublished);
    }
  }

  private static boolean isUnpublished(Map<String, ?> item) {
    return item.containsKey("due") && item.containsKey("id");
  }

  @Test
  void what_was_decided_once_stays_although_the_work_moves_on() {
    write("wamid.1", "hello");
    does(ApiCall.assign(KIMS, "mia", "ana"));
    var entries = TableStream.of(office);
    new StreamDriver(office).inOrder(entries);
    var first = byId(office.topics().notices("assigned"));
    assertThat(first.values()).extracting(notice -> notice.path("recipients").toString()).containsExactly("[\"ana\"]");

    does(ApiCall.reassign(KIMS, "mia", "bo"));
    office.topics().clear();
    new StreamDriver(office).inOrder(entries);
    assertThat(byId(office.topics().notices("assigned"))).isEqualTo(first);
  }

  @Test
  void nobody_is_told_of_work_that_has_moved_on() {
    write("wamid.1", "hello");
    does(ApiCall.assign(KIMS, "mia", "ana"), ApiCall.reassign(KIMS, "mia", "bo"));
    new StreamDriver(office).inOrder(TableStream.of(office));
    assertThat(office.topics().notices("assigned")).extracting(notice -> notice.path("recipients").toString())
        .containsExactly("[\"bo\"]");
    assertThat(office.topics().notices("waiting")).isEmpty();
    assertThat(office.topics().notices()).allSatisfy(notice ->
        assertThat(notice.path("recipients").toString()).doesNotContain("mia"));
  }

  @TestFactory
  Stream<DynamicTest> a_poison_record_at_any_place_is_named_and_holds_up_nothing_else() {
    var entries = aStory();
    var before = office.items();
    return Stream.<Map.Entry<String, Consumer<ObjectNode>>>of(
            Map.entry("an event of no known type", image -> {
              image.set("item", Wire.object().put("S", "event"));
              image.set("type", Wire.object().put("S", "what.now"));
            }),
            Map.entry("an attribute of a type that we never write", image ->
                image.set("x", Wire.object().set("SS", Wire.object().arrayNode().add("a")))),
            Map.entry("a time that is none", image -> {
              image.set("occurredAt", Wire.object().put("N", "soon"));
              image.set("receivedAt", Wire.object().put("N", "soon"));
            }))
        .flatMap(poison -> IntStream.range(0, entries.size()).mapToObj(at -> DynamicTest.dynamicTest(
            poison.getKey() + " at " + at, () -> poisoned(before, entries, at, poison.getValue()))));
  }

  private void poisoned(
      Map<Key, Map<String, AttributeValue>> before,
      List<TableStream.Entry> entries, int at, Consumer<ObjectNode> poison) {
    office.inbox().restore(before);
    office.topics().clear();
    var batch = new ArrayList<>(entries);
    var json = (ObjectNode) Wire.json(entries.get(at).json());
    poison.accept((ObjectNode) json.path("dynamodb").path("NewImage"));
    batch.add(at, new TableStream.Entry("poison", "poison", json.toString().replace(
        entries.get(at).sequenceNumber(), "poison")));
    var answer = office.instance().publish(TableStream.event(batch));
    assertThat(answer.whole()).isFalse();
    assertThat(answer.failures()).containsExactly("poison");
    assertThat(ids(office.topics().events())).hasSameSizeAs(entries);

    office.topics().clear();
    var driver = new StreamDriver(office);
    driver.publish(batch);
    assertThat(driver.givenUp()).containsExactly("poison");
    assertThat(ids(office.topics().events())).hasSameSizeAs(entries);
  }

  private static Set<String> ids(List<JsonNode> events) {
    var ids = new HashSet<String>();
    events.forEach(event -> ids.add(event.path("id").asText()));
    return ids;
  }

  @Test
  void what_the_topic_refuses_waits_and_is_published_later() {
    var entries = aStory();
    office.topics().refuse(publish -> publish.message().contains("conversation.assigned"));
    var answer = office.instance().publish(TableStream.event(entries));
    var refused = entries.stream().filter(entry -> entry.json().contains("conversation.assigned")).toList();
    assertThat(answer.failures()).isEqualTo(refused.stream().map(TableStream.Entry::sequenceNumber).toList());
    assertThat(office.items().values().stream().filter(CrashPublishingTest::isUnpublished)).hasSameSizeAs(refused);

    office.topics().refuse(_ -> false);
    new StreamDriver(office).publish(entries);
    assertThat(byId(office.topics().events())).hasSize(entries.size());
    assertThat(office.items().values()).noneMatch(CrashPublishingTest::isUnpublished);
  }

  @Test
  void a_notice_that_the_topic_refuses_is_the_same_when_it_is_accepted() {
    var entries = aStory();
    new StreamDriver(office).publish(entries);
    var messages = office.topics().on(Topics.EVENTS);
    office.topics().refuse(publish -> publish.topicArn().equals(Topics.NOTICES));
    assertThat(messages.stream().map(message -> office.instance().notify(TableStream.topicEvent(message)).isDone()))
        .contains(false);
    does(ApiCall.claim(KIMS, "cy"));
    office.topics().refuse(_ -> false);
    messages.forEach(message ->
        assertThat(office.instance().notify(TableStream.topicEvent(message)).isDone()).isTrue());
    assertThat(byId(office.topics().notices())).isNotEmpty();
  }

  // The queue keeps the order of a conversation; it can only do so when it gets them in their order.
  @Test
  void no_reply_overtakes_one_that_the_queue_refused() {
    write("wamid.1", "hello");
    does(ApiCall.claim(KIMS, "ana"), ApiCall.reply(KIMS, "ana", "first"), ApiCall.reply(KIMS, "ana", "second"));
    var entries = TableStream.of(office);
    office.queue().refuse(send -> send.messageBody().contains("first"));
    assertThat(office.instance().publish(TableStream.event(entries)).failures()).hasSize(2);
    assertThat(office.queue().waiting()).isEmpty();

    office.queue().refuse(_ -> false);
    new StreamDriver(office).publish(entries);
    assertThat(queued()).containsExactly("first", "second");
  }

  @Test
  void the_sweep_keeps_the_order_of_replies_too() {
    write("wamid.1", "hello");
    does(ApiCall.claim(KIMS, "ana"));
    var texts = IntStream.range(0, 12).mapToObj(i -> "reply %02d".formatted(i)).toList();
    texts.forEach(text -> does(ApiCall.reply(KIMS, "ana", text)));
    office.later(Duration.ofMinutes(6));
    office.queue().refuse(send -> send.messageBody().contains("reply 03"));
    office.instance().sweep();
    assertThat(queued()).isEqualTo(texts.subList(0, 3));
    office.queue().refuse(_ -> false);
    office.instance().sweep();
    assertThat(queued()).isEqualTo(texts);
  }

  private List<String> queued() {
    return office.queue().waiting().stream().map(send -> Wire.json(send.messageBody()).path("text").asText()).toList();
  }

  @TestFactory
  Stream<DynamicTest> whatever_the_table_does_each_event_is_published_and_its_marker_taken_away() {
    var entries = aStory().subList(0, 2);
    var before = office.items();
    office.instance().publish(TableStream.event(entries));
    return office.http().calls().stream().sorted()
        .flatMap(site -> Fault.at(site).stream().map(fault -> FaultPlan.of(site, fault)))
        .map(plan -> DynamicTest.dynamicTest("publish: " + plan, () -> {
          office.inbox().restore(before);
          office.topics().clear();
          var first = office.instance(plan).publish(TableStream.event(entries));
          office.instance();
          if (!first.isDone()) {
            new StreamDriver(office).publish(entries);
          }
          assertThat(byId(office.topics().events())).hasSize(2);
          assertThat(office.items().values().stream()
              .filter(CrashPublishingTest::isUnpublished)
              .map(item -> item.get("id")))
              .doesNotContainAnyElementsOf(entries.stream().map(CrashPublishingTest::eventId).toList());
        }));
  }

  private static AttributeValue eventId(TableStream.Entry entry) {
    return AttributeValue.fromS(
        Wire.json(entry.json()).path("dynamodb").path("NewImage").path("id").path("S").asText());
  }

  @TestFactory
  Stream<DynamicTest> whatever_the_table_does_each_notice_is_said_and_shown() {
    write("wamid.1", "hello");
    does(ApiCall.assign(KIMS, "mia", "ana"), ApiCall.reassign(KIMS, "mia", "bo"));
    new StreamDriver(office).publish(TableStream.of(office));
    var before = office.items();
    String message = office.topics().on(Topics.EVENTS).getLast();
    office.instance().notify(TableStream.topicEvent(message));
    var after = office.items();
    var said = byId(office.topics().notices());
    assertThat(said).hasSize(2);
    return office.http().calls().stream().sorted()
        .flatMap(site -> Fault.at(site).stream().map(fault -> FaultPlan.of(site, fault)))
        .map(plan -> DynamicTest.dynamicTest("notify: " + plan, () -> {
          office.inbox().restore(before);
          office.topics().clear();
          office.instance(plan).notify(TableStream.topicEvent(message));
          assertThat(office.instance().notify(TableStream.topicEvent(message)).isDone()).isTrue();
          assertThat(byId(office.topics().notices())).isEqualTo(said);
          assertThat(office.items()).isEqualTo(after);
        }));
  }

  @Test
  void what_the_stream_never_delivered_is_published_by_the_sweep_and_what_comes_late_says_the_same() {
    var entries = aStory();
    office.later(Duration.ofMinutes(4));
    assertThat(office.instance().sweep().isDone()).isTrue();
    assertThat(office.topics().events()).as("nothing is due yet").isEmpty();
    office.later(Duration.ofMinutes(2));
    assertThat(office.instance().sweep().isDone()).isTrue();
    var swept = byId(office.topics().events());
    assertThat(office.topics().events()).as("once").hasSize(swept.size());
    assertThat(swept.values()).extracting(event -> event.path("type").asText())
        .contains("conversation.opened", "conversation.assigned", "message.sent");
    assertThat(office.queue().waiting()).hasSize(1);
    assertThat(office.instance().sweep().isDone()).isTrue();
    assertThat(office.topics().events()).as("and not again").hasSize(swept.size());

    new StreamDriver(office).publish(entries);
    assertThat(byId(office.topics().events())).containsAllEntriesOf(swept);
    assertThat(office.queue().waiting()).hasSize(1);
  }
}
