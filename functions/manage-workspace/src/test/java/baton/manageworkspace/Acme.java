package baton.manageworkspace;

import static baton.testing.Fixtures.ACME;

import baton.access.Role;
import baton.agent.Agent;
import baton.agent.Login;
import baton.agent.Logins;
import baton.event.Event;
import baton.http.Call;
import baton.http.Call.Reply;
import baton.table.Seed;
import baton.table.TestTable;
import baton.wiring.TestWiring;
import baton.wiring.Wiring;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A fresh Acme and the function upon it.
final class Acme {
  final Seed table;
  final Wiring wiring;
  final ManageWorkspaceHandler function;
  private final Logins logins;

  Acme() {
    var fresh = TestTable.fresh();
    table = Seed.acmeIn(fresh);
    wiring = TestWiring.of(fresh);
    function = new ManageWorkspaceHandler(wiring);
    logins = wiring.logins();
  }

  Reply sam(String route, String... path) {
    return Call.to(route, path).by("sam").send(function);
  }

  Reply send(Call call) {
    return call.send(function);
  }

  /// These, all at once.
  List<Reply> atOnce(List<Call> calls) throws Exception {
    var start = new CountDownLatch(1);
    var futures = new ArrayList<Future<Reply>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var call : calls) {
        futures.add(threads.submit(() -> {
          start.await();
          return send(call);
        }));
      }
      start.countDown();
      var replies = new ArrayList<Reply>();
      for (var future : futures) {
        replies.add(future.get());
      }
      return replies;
    }
  }

  Call change(String agent, String body) {
    return Call.to("PUT /agents/{id}", agent).by("sam").with(body);
  }

  Set<String> under(String family) {
    return table.under("WS#" + ACME + "#" + family);
  }

  Agent agent(String id) {
    return table.agent(id);
  }

  List<Login> logins(String subject) {
    return logins.of("https://id.example", subject);
  }

  List<Event> log() {
    return table.log();
  }

  /// Who is an active super admin, by what the agents themselves say.
  List<String> superAdmins(String... among) {
    return List.of(among).stream()
        .filter(id -> agent(id).isActive() && agent(id).roles().contains(Role.SUPER_ADMIN))
        .toList();
  }
}
