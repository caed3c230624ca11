package baton.local.demo;

import baton.local.ChannelReceiver.Received;
import baton.local.LocalBaton;
import baton.local.Notice;
import baton.local.demo.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;

/// The main job, played step by step against a running Baton: a customer writes, two agents reach for it, one has it, the
/// customer gets an answer, it changes hands, and when the customer comes back they find their agent.
public final class Demo {
  private static final String FIRST = "Hello, my parcel has not come.";
  private static final String ANSWER = "Hello Kim, I am looking for it right now.";
  private static final String AGAIN = "It came! But it is the wrong colour.";

  private final LocalBaton baton;
  private final DemoWorkspace workspace;
  private final Story story;
  private final WhatsAppCustomer kim;

  private Demo(LocalBaton baton, DemoWorkspace workspace, PrintStream out) {
    this.baton = baton;
    this.workspace = workspace;
    this.story = new Story(out);
    // A new customer each time: the demo can be played again on data that were kept.
    this.kim = workspace.customer("Kim", "15550" + (100_000 + System.nanoTime() % 900_000));
  }

  /// Plays it.
  ///
  /// @return whether every step held
  public static boolean play(LocalBaton baton, DemoWorkspace workspace, PrintStream out) {
    try {
      new Demo(baton, workspace, out).play();
      out.printf("%nEvery step held.%n");
      return true;
    } catch (RuntimeException e) {
      out.printf("    ✗ %s%n%nThe demo ends here: this step does not hold.%n",
          e instanceof Story.DoesNotHold ? e.getMessage() : e);
      return false;
    }
  }

  private void play() {
    String id = writes();
    String winner = claims(id);
    String other = winner.equals("ana") ? "bo" : "ana";
    replies(id, winner);
    reassigns(id, winner, other);
    pinsAndCloses(id, other);
    comesBack(id, other);
  }

  private String writes() {
    story.step("Kim writes on WhatsApp: “" + FIRST + "”");
    story.holds("the signed webhook is answered 200", kim.writes(FIRST) == 200);
    story.holds("a forged one is answered 401", forged() == 401);
    String id = story.comes("Kim waits in Unassigned", () -> row("ana", "unassigned")).path("id").asText();
    story.comes("Ana and Bo, who follow the channel, are told: " + quoted("Kim waits for an answer"),
        () -> notice("waiting", id).filter(notice -> isFor(notice, "ana") && isFor(notice, "bo")));
    return id;
  }

  private int forged() {
    return new WhatsAppCustomer(kim.webhook(), kim.name(), kim.phone(), kim.account(), "not the secret").writes("boo");
  }

  private String claims(String id) {
    story.step("Ana and Bo claim it at the same moment");
    var ana = CompletableFuture.supplyAsync(() -> workspace.as("ana").post("/conversations/" + id + "/claim", "{}"));
    var bo = CompletableFuture.supplyAsync(() -> workspace.as("bo").post("/conversations/" + id + "/claim", "{}"));
    String winner = ana.join().status() == 200 ? "ana" : "bo";
    String loser = winner.equals("ana") ? "bo" : "ana";
    Answer won = winner.equals("ana") ? ana.join() : bo.join();
    Answer lost = winner.equals("ana") ? bo.join() : ana.join();
    story.holds(named(winner) + " has it: 200", won.status() == 200);
    story.holds(named(loser) + " is told who has it: 409 already-assigned, holder " + named(winner),
        lost.status() == 409 && lost.text("holder").equals(workspace.agent(winner)));
    var taken = story.comes(named(loser) + " is told once that it was taken",
        () -> notice("taken", id).filter(notice -> isFor(notice, loser)));
    story.holds(named(winner) + " is not told of their own doing", !isFor(taken, winner));
    return winner;
  }

  private void replies(String id, String agent) {
    story.step(named(agent) + " replies: “" + ANSWER + "”");
    workspace.as(agent).post("/conversations/" + id + "/messages", "{\"text\":\"" + ANSWER + "\"}").done();
    Received got = story.comes("it reaches WhatsApp", () -> baton.channels().log().stream()
        .filter(received -> received.recipient().endsWith(kim.phone()))
        .findFirst());
    story.seen("the customer got: " + got.text());
    story.holds("word for word", got.text().equals(ANSWER));
    story.comes("the conversation says that it was sent", () -> timeline(agent, id).stream()
        .filter(entry -> entry.path("text").asText().equals(ANSWER))
        .filter(entry -> entry.path("delivery").path("status").asText(entry.path("delivery").asText()).equals("sent"))
        .findFirst());
  }

  private void reassigns(String id, String from, String to) {
    story.step(named(from) + " hands it to " + named(to));
    workspace.as(from)
        .post("/conversations/" + id + "/reassign", "{\"agent\":\"" + workspace.agent(to) + "\"}")
        .done();
    story.comes(named(to) + " is told: " + quoted("Kim is yours now"),
        () -> notice("assigned", id).filter(notice -> isFor(notice, to)));
    story.comes("it is in " + named(to) + "'s inbox", () -> row(to, "mine"));
  }

  private void pinsAndCloses(String id, String agent) {
    story.step(named(agent) + " pins Kim, and closes the conversation");
    String contact = workspace.as(agent).get("/conversations/" + id).done().body().findPath("contact").asText();
    workspace.as(agent).put("/contacts/" + contact + "/pin", "{}").done();
    var closed = workspace.as(agent).post("/conversations/" + id + "/close", "{}").done();
    story.holds("it is closed", closed.text("status").equals("closed"));
    story.comes("it is among " + named(agent) + "'s closed ones", () -> row(agent, "closed"));
  }

  private void comesBack(String id, String agent) {
    story.step("Kim writes again: “" + AGAIN + "”");
    story.holds("the webhook is answered 200", kim.writes(AGAIN) == 200);
    story.comes("it goes past the queue, straight to " + named(agent), () -> row(agent, "mine"));
    story.comes(named(agent) + " is told", () -> baton.notices().stream()
        .filter(notice -> kind(notice).equals("assigned") && isAbout(notice, id) && isFor(notice, agent))
        .skip(1)
        .findFirst());
  }

  private Optional<JsonNode> row(String agent, String folder) {
    var list = workspace.as(agent).get("/conversations?folder=" + folder).done().body().path("conversations");
    return elements(list).stream()
        .filter(row -> row.path("contactName").asText().equals("Kim") && isKims(agent, row))
        .findFirst();
  }

  // Earlier demos on the same data had a Kim too.
  private boolean isKims(String agent, JsonNode row) {
    return workspace.as(agent).get("/contacts/" + row.path("contact").asText()).text("phone").endsWith(kim.phone());
  }

  private List<JsonNode> timeline(String agent, String id) {
    return elements(workspace.as(agent).get("/conversations/" + id).done().body().path("timeline"));
  }

  private Optional<Notice> notice(String kind, String conversation) {
    return baton.notices().stream()
        .filter(notice -> kind(notice).equals(kind) && isAbout(notice, conversation))
        .findFirst();
  }

  private static String kind(Notice notice) {
    return notice.attributes().getOrDefault("kind", "");
  }

  private static boolean isAbout(Notice notice, String conversation) {
    return notice.message().contains("\"conversation\":\"" + conversation + "\"");
  }

  private boolean isFor(Notice notice, String agent) {
    return notice.attributes().getOrDefault("recipients", "").contains("\"" + workspace.agent(agent) + "\"");
  }

  private static List<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).toList();
  }

  private static String named(String agent) {
    return agent.substring(0, 1).toUpperCase(Locale.ROOT) + agent.substring(1);
  }

  private static String quoted(String text) {
    return "“" + text + "”";
  }
}
