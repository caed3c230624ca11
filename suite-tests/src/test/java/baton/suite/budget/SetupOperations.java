package baton.suite.budget;

import static baton.suite.budget.Acme.ANA;
import static baton.suite.budget.Acme.CHANNEL;
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
      look("settings", Budget.calls(1, 1).reads(3), "GET /workspace"),
      change("change the settings", Budget.calls(2, 2).writes(4, 0, 1, 1).reads(4).later(2),
          scene -> scene.send(by("PUT /workspace").body("{\"name\":\"Acme %s\"}".formatted(scene.id())))),
      look("agents", Budget.calls(3, 3).reads(9), "GET /agents"),
      change("add an agent", Budget.calls(2, 2).writes(10, 2, 1, 1).reads(6).later(2),
          scene -> scene.send(by("POST /agents").body(AGENT.formatted("Dee", scene.id(), SUPPORT, scene.id())))),
      look("teams", Budget.calls(3, 3).reads(6), "GET /teams"),
      change("add a team", Budget.calls(2, 2).writes(6, 1, 1, 1).reads(5).later(2),
          scene -> scene.send(by("POST /teams").body("{\"name\":\"%s\"}".formatted(scene.id())))),
      change("join a team", Budget.calls(2, 2).writes(8, 2, 1, 1).reads(6).later(2), scene -> scene.send(membership("PUT"))),
      change("leave a team", Budget.calls(3, 3).writes(8, 2, 1, 1).reads(7).later(2),
          scene -> scene.send(membership("DELETE"))),
      look("channels", Budget.calls(3, 3).reads(7), "GET /channels"),
      change("rotate a channel's secret", Budget.calls(2, 2).writes(4, 1, 1, 1).reads(5).later(2),
          scene -> scene.send(by("POST /channels/{id}/secrets").path("id", CHANNEL.id())
              .body("{\"signingSecret\":\"test_meta_app_secret_%s\"}".formatted(scene.id())))),
      change("sign up for a channel", Budget.calls(2, 2).writes(6, 0, 1, 1).reads(6).later(2),
          scene -> scene.send(subscription("PUT"))),
      change("sign off from a channel", Budget.calls(2, 2).writes(6, 0, 1, 1).reads(6).later(2),
          scene -> scene.send(subscription("DELETE"))));

  private SetupOperations() {}

  private static Operation look(String what, Budget budget, String route) {
    return Operation.of("look up the " + what, budget.because("not in the plan")).when(scene -> scene.send(by(route)));
  }

  private static Operation change(String name, Budget budget, Consumer<Scene> when) {
    return Operation.of(name, budget.because("not in the plan")).when(when);
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
