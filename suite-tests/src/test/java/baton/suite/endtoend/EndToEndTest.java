package baton.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.local.LocalBaton;
import baton.local.Notice;
import baton.local.Options;
import baton.local.demo.Api;
import baton.local.demo.Demo;
import baton.local.demo.DemoWorkspace;
import baton.local.demo.WhatsAppCustomer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Over HTTP against the local run. Each test has a customer of its own, so they do not stand in each other's way.
class EndToEndTest {
  private static LocalBaton baton;
  private static DemoWorkspace workspace;
  private static int customers;

  @BeforeAll
  static void start() throws InterruptedException {
    baton = LocalBaton.start(Options.inMemory());
    workspace = DemoWorkspace.in(baton);
  }

  @AfterAll
  static void end() {
    baton.close();
  }

  @Test
  void the_demo_holds() {
    var told = new ByteArrayOutputStream();
    boolean held = Demo.play(baton, workspace, new PrintStream(told, true, StandardCharsets.UTF_8));
    assertThat(held).as(told.toString(StandardCharsets.UTF_8)).isTrue();
  }

  @Test
  void three_messages_to_the_queue_are_three_notices() {
    var lee = customer("Lee");
    assertThat(lee.writes("one")).isEqualTo(200);
    String id = waiting(lee);
    lee.writes("two");
    lee.writes("three");
    await().atMost(Duration.ofSeconds(30)).until(() -> notices(id).size() >= 3);
    somethingLaterIsTold();
    assertThat(notices(id)).extracting(notice -> notice.attributes().get("kind"))
        .containsExactlyInAnyOrder("waiting", "message", "message");
    assertThat(notices(id)).allSatisfy(notice -> assertThat(notice.message()).doesNotContain("two", "three"));
  }

  @Test
  void whoever_takes_it_is_told_alone_from_then_on() {
    var lee = customer("Lou");
    lee.writes("hello");
    String id = waiting(lee);
    workspace.as("ana").post("/conversations/" + id + "/claim", "{}").done();
    await().atMost(Duration.ofSeconds(30)).until(() -> kinds(id).contains("taken"));
    lee.writes("are you there?");
    await().atMost(Duration.ofSeconds(30)).until(() -> kinds(id).contains("message"));
    somethingLaterIsTold();
    assertThat(notices(id).stream().filter(notice -> notice.attributes().get("kind").equals("message")))
        .singleElement()
        .satisfies(notice -> assertThat(notice.attributes()).containsEntry(
            "recipients", "[\"" + workspace.agent("ana") + "\"]"));
  }

  @Test
  void what_happens_while_the_publisher_stands_still_is_told_once_afterwards() throws InterruptedException {
    var max = customer("Max");
    baton.pause("PublishEventsFunction");
    try {
      max.writes("hello");
      workspace.as("bo").post("/conversations/" + waiting(max) + "/claim", "{}").done();
    } finally {
      baton.resume("PublishEventsFunction");
    }
    String id = row("bo", "mine", max).path("id").asText();
    await().atMost(Duration.ofSeconds(30)).until(() -> kinds(id).contains("taken"));
    somethingLaterIsTold();
    assertThat(kinds(id)).as("it moved on before anybody was alerted").containsExactly("taken");
  }

  @Test
  void functions_that_are_killed_lose_nothing_that_was_acknowledged() throws InterruptedException {
    var ida = customer("Ida");
    assertThat(ida.writes("before")).isEqualTo(200);
    baton.killFunctions();
    baton.restartFunctions();
    await().atMost(Duration.ofSeconds(60)).until(() -> ida.writes("after") == 200);
    String id = waiting(ida);
    assertThat(texts("ana", id)).containsExactly("before", "after");
  }

  @Test
  void telegram_goes_both_ways_and_a_redelivery_is_nothing_new() {
    String chat = "7" + System.nanoTime() % 1_000_000_000;
    var at = Instant.now();
    assertThat(workspace.telegram(chat, 1, at, "hi from Telegram")).isEqualTo(200);
    assertThat(workspace.telegram(chat, 1, at, "hi from Telegram")).as("delivered twice").isEqualTo(200);
    var row = await().atMost(Duration.ofSeconds(30)).until(
        () -> rows("ana", "unassigned").stream().filter(one -> one.path("preview").asText().equals("hi from Telegram"))
            .findFirst().orElse(null),
        found -> found != null);
    String id = row.path("id").asText();
    workspace.as("ana").post("/conversations/" + id + "/messages", "{\"text\":\"hello Telegram\"}").done();
    await().atMost(Duration.ofSeconds(30)).until(() -> baton.channels().log().stream()
        .anyMatch(received -> received.recipient().equals(chat) && received.text().equals("hello Telegram")));
    somethingLaterIsTold();
    assertThat(texts("ana", id)).containsExactly("hi from Telegram", "hello Telegram");
    assertThat(baton.channels().log()).filteredOn(received -> received.recipient().equals(chat)).hasSize(1);
  }

  @Test
  void a_provider_that_refuses_for_a_while_gets_the_reply_once_and_in_order() {
    var eve = customer("Eve");
    eve.writes("hello");
    String id = waiting(eve);
    baton.channels().failNext(1, 500, "{\"error\":{\"code\":131016,\"message\":\"down\"}}");
    workspace.as("ana").post("/conversations/" + id + "/messages", "{\"text\":\"first\"}").done();
    workspace.as("ana").post("/conversations/" + id + "/messages", "{\"text\":\"second\"}").done();
    await().atMost(Duration.ofSeconds(60)).until(() -> got(eve).contains("second"));
    workspace.as("ana").post("/conversations/" + id + "/messages", "{\"text\":\"third\"}").done();
    await().atMost(Duration.ofSeconds(60)).until(() -> got(eve).contains("third"));
    assertThat(got(eve)).containsExactly("first", "second", "third");
  }

  @Test
  void nobody_without_a_token_or_with_a_stranger_s_comes_in() {
    assertThat(new Api(baton.url(), "").get("/me").status()).isIn(401, 403);
    assertThat(new Api(baton.url(), "not.a.token").get("/me").status()).isEqualTo(403);
    assertThat(new Api(baton.url(), baton.issuer().token("nobody", DemoWorkspace.ID)).get("/me").status()).isEqualTo(403);
    assertThat(new Api(baton.url(), baton.issuer().token("ana", Map.of(), Duration.ofSeconds(-1))).get("/me").status())
        .isEqualTo(403);
  }

  @Test
  void the_clean_up_touches_nothing_that_is_not_due() throws InterruptedException {
    var swept = baton.tick("SweepConversationsFunction");
    assertThat(new String(swept.payload(), StandardCharsets.UTF_8)).contains("\"closed\":0").contains("\"failed\":0");
  }

  /// Whatever would have been told twice has been, by then: the stream is read in order.
  private static void somethingLaterIsTold() {
    var later = customer("Later " + customers);
    later.writes("hello");
    String id = waiting(later);
    await().atMost(Duration.ofSeconds(30)).until(() -> kinds(id).contains("waiting"));
  }

  private static synchronized WhatsAppCustomer customer(String name) {
    return workspace.customer(name, "15559" + (100_000 + ++customers));
  }

  private static String waiting(WhatsAppCustomer customer) {
    return row("ana", "unassigned", customer).path("id").asText();
  }

  private static JsonNode row(String agent, String folder, WhatsAppCustomer customer) {
    return await().atMost(Duration.ofSeconds(30)).until(
        () -> rows(agent, folder).stream().filter(row -> row.path("contactName").asText().equals(customer.name()))
            .findFirst().orElse(null),
        found -> found != null);
  }

  private static List<JsonNode> rows(String agent, String folder) {
    return elements(workspace.as(agent).get("/conversations?limit=100&folder=" + folder).done().body().path("conversations"));
  }

  private static List<String> texts(String agent, String id) {
    return elements(workspace.as(agent).get("/conversations/" + id).done().body().path("timeline")).stream()
        .filter(entry -> entry.path("entry").asText().equals("message"))
        .map(entry -> entry.path("text").asText())
        .toList();
  }

  private static List<String> got(WhatsAppCustomer customer) {
    return baton.channels().log().stream()
        .filter(received -> received.recipient().endsWith(customer.phone()))
        .map(received -> received.text())
        .toList();
  }

  private static List<Notice> notices(String conversation) {
    return baton.notices().stream().filter(notice -> notice.message().contains("\"" + conversation + "\"")).toList();
  }

  private static List<String> kinds(String conversation) {
    return notices(conversation).stream().map(notice -> notice.attributes().get("kind")).toList();
  }

  private static List<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).toList();
  }
}
