package baton.suite.budget;

import static baton.suite.budget.Acme.ANA;
import static baton.suite.budget.Acme.CHANNEL;
import static baton.suite.budget.Acme.CY;
import static baton.suite.budget.Acme.MIA;
import static baton.suite.budget.Acme.SALES;
import static baton.suite.budget.Acme.SAM;
import static baton.suite.budget.Acme.SUPPORT;
import static baton.suite.budget.Acme.WORKSPACE;

import baton.testing.HttpCall;
import java.util.List;
import java.util.function.Consumer;

/// What is set up once in a while: here it is enough that it costs the same in a table of any size.
final class SetupOperations {
  private static final String AGENT = """
      {"name":"%s","email":"%s@acme.example","roles":["operator"],"teams":["%s"],"capacity":20,\
      "login":{"issuer":"https://id.acme.example","subject":"%s"}}""";

  static final List<Operation> ALL = List.of(
      Operation.of("declare availability", Budget.calls(1, 1).writes(1, 0, 0, 0))
          .when(scene -> scene.send(HttpCall.to("PUT /agents/me/availability").body("{\"availability\":\"busy\"}")
              .as(WORKSPACE.value(), ANA.value()))),
      Operation.of("declare availability, with an idempotency key", Budget.calls(2, 2).writes(4, 0, 0, 0).reads(4).because("not in the plan"))
          .when(scene -> scene.send(HttpCall.to("PUT /agents/me/availability").body("{\"availability\":\"available\"}")
              .header("idempotency-key", "key-" + scene.id()).as(WORKSPACE.value(), ANA.value()))),
      look("the settings", Budget.calls(1, 1).reads(3), "GET /workspace"),
      change("change the settings", Budget.calls(2, 2).writes(4, 0, 1, 1).reads(4).later(2),
          scene -> scene.send(by("PUT /workspace").body("{\"name\":\"Acme %s\"}".formatted(scene.id())))),
      look("the agents", Budget.calls(3, 3).reads(9), "GET /agents"),
      change("add an agent", Budget.calls(2, 2).writes(10, 2, 1, 1).reads(6).later(2),
          scene -> scene.send(by("POST /agents").body(AGENT.formatted("Dee", scene.id(), SUPPORT, scene.id())))),
      look("the teams", Budget.calls(3, 3).reads(6), "GET /teams"),
      change("add a team", Budget.calls(2, 2).writes(6, 1, 1, 1).reads(5).later(2),
          scene -> scene.send(by("POST /teams").body("{\"name\":\"%s\"}".formatted(scene.id())))),
      change("join a team", Budget.calls(2, 2).writes(8, 2, 1, 1).reads(6).later(2), scene -> scene.send(membership("PUT"))),
      change("leave a team", Budget.calls(3, 3).writes(8, 2, 1, 1).reads(7).later(2),
          scene -> scene.send(membership("DELETE"))),
      look("the channels", Budget.calls(3, 3).reads(7), "GET /channels"),
      change("rotate a channel's secret", Budget.calls(2, 2).writes(4, 1, 1, 1).reads(5).later(2),
          scene -> scene.send(by("POST /channels/{id}/secrets").path("id", CHANNEL.id())
              .body("{\"signingSecret\":\"test_meta_app_secret_%s\"}".formatted(scene.id())))),
      change("sign up for a channel", Budget.calls(2, 2).writes(6, 0, 1, 1).reads(6).later(2),
          scene -> scene.send(subscription("PUT"))),
      change("sign off from a channel", Budget.calls(2, 2).writes(6, 0, 1, 1).reads(6).later(2),
          scene -> scene.send(subscription("DELETE"))),
      look("the subscribers of a channel", Budget.calls(2, 2).reads(5),
          one("GET /channels/{id}/subscribers", CHANNEL.id())),
      look("the quarantine of a channel", Budget.calls(2, 2).reads(5),
          one("GET /channels/{id}/quarantine", CHANNEL.id())),
      look("one agent", Budget.calls(1, 1).reads(4), one("GET /agents/{id}", CY)),
      change("change an agent", Budget.calls(2, 2).writes(4, 1, 1, 1).reads(4).later(2),
          scene -> scene.send(one("PUT /agents/{id}", CY).body("{\"capacity\":30}"))),
      Operation.of("suspend an agent", Budget.calls(2, 2).writes(6, 1, 1, 1).reads(5).later(2).because("not in the plan"))
          .given(scene -> scene
              .makes(by("POST /agents").body(AGENT.formatted("Fay", scene.id(), SUPPORT, scene.id()))).settles())
          .when(scene -> scene.send(one("PUT /agents/{id}", scene.made()).body("{\"account\":\"suspended\"}"))),
      removal("let an agent go", Budget.calls(2, 2).writes(10, 2, 1, 1).reads(4).later(2),
          scene -> scene.makes(by("POST /agents").body(AGENT.formatted("Eve", scene.id(), SUPPORT, scene.id()))),
          "DELETE /agents/{id}"),
      look("one team", Budget.calls(2, 2).reads(5), one("GET /teams/{id}", SALES)),
      change("rename a team", Budget.calls(2, 2).writes(4, 1, 1, 1).reads(4).later(2),
          scene -> scene.send(one("PUT /teams/{id}", SALES).body("{\"name\":\"Sales %s\"}".formatted(scene.id())))),
      removal("dissolve a team", Budget.calls(5, 5).writes(6, 1, 1, 1).reads(6).later(2),
          scene -> scene.makes(by("POST /teams").body("{\"name\":\"%s\"}".formatted(scene.id()))),
          "DELETE /teams/{id}"),
      look("one channel", Budget.calls(1, 1).reads(4), one("GET /channels/{id}", CHANNEL.id())),
      change("connect a channel", Budget.calls(2, 2).writes(4, 1, 1, 1).reads(3).later(2),
          scene -> scene.send(connecting())),
      change("change a channel", Budget.calls(2, 2).writes(4, 1, 1, 1).reads(4).later(2),
          scene -> scene.send(one("PUT /channels/{id}", CHANNEL.id()).body("{\"name\":\"%s\"}".formatted(scene.id())))),
      removal("disconnect a channel", Budget.calls(2, 2).writes(4, 1, 1, 1).reads(4).later(2),
          scene -> scene.makes(connecting()), "DELETE /channels/{id}"));

  private SetupOperations() {}

  private static Operation look(String what, Budget budget, String route) {
    return look(what, budget, by(route));
  }

  private static Operation change(String name, Budget budget, Consumer<Scene> when) {
    return Operation.of(name, budget.because("not in the plan")).when(when);
  }

  private static Operation look(String what, Budget budget, HttpCall call) {
    return Operation.of("look up " + what, budget.because("not in the plan")).when(scene -> scene.send(call));
  }

  private static Operation removal(String name, Budget budget, Consumer<Scene> made, String route) {
    return Operation.of(name, budget.because("not in the plan"))
        .given(made.andThen(Scene::settles))
        .when(scene -> scene.send(one(route, scene.made()).body("{}")));
  }

  private static HttpCall connecting() {
    return by("POST /channels").body("""
        {"kind":"telegram","name":"Other","account":"other_bot","signingSecret":"test_telegram_secret_0123456789"}""");
  }

  private static HttpCall one(String route, Object id) {
    return by(route).path("id", id);
  }

  private static HttpCall by(String route) {
    return HttpCall.to(route).as(WORKSPACE.value(), SAM.value());
  }

  private static HttpCall membership(String method) {
    return by(method + " /teams/{id}/members/{agentId}").path("id", SALES).path("agentId", ANA).body("{}");
  }

  private static HttpCall subscription(String method) {
    return by(method + " /channels/{id}/subscribers/{agentId}").path("id", CHANNEL.id()).path("agentId", MIA).body("{}");
  }
}
