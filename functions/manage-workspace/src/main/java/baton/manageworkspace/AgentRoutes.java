package baton.manageworkspace;

import baton.access.Role;
import baton.administration.Administration;
import baton.administration.AdministrationCommand.AddAgent;
import baton.administration.AdministrationCommand.AgentChanges;
import baton.administration.AdministrationCommand.ChangeAgent;
import baton.administration.AdministrationCommand.Person;
import baton.administration.AdministrationCommand.RemoveAgent;
import baton.agent.Account;
import baton.agent.LoginName;
import baton.http.AdministrationRoute;
import baton.http.Callers;
import baton.http.Fields;
import baton.http.Malformed;
import baton.http.NoBody;
import baton.http.Request;
import baton.http.Route;
import baton.id.AgentId;
import baton.id.IdSource;
import baton.id.TeamId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Taking agents on, changing them, letting them go.
final class AgentRoutes {
  private static final int MOST_CAPACITY = 1000;
  private static final int MOST_TEAMS = 100;
  private static final int LONGEST_CLAIM = 512;

  private AgentRoutes() {}

  static Route adding(Administration administration, IdSource ids) {
    return new AdministrationRoute(
        administration, "agent", request -> Optional.of(addition(new AgentId(ids.next()), request)));
  }

  static Route changing(Administration administration) {
    return new AdministrationRoute(administration, "agent", request -> {
      var changes = changes(request);
      return Callers.id(request, "id", AgentId::new).map(id -> new ChangeAgent(id, changes));
    });
  }

  static Route removing(Administration administration) {
    return new AdministrationRoute(administration, "agent", request -> {
      request.body(NoBody.class);
      return Callers.id(request, "id", AgentId::new).map(RemoveAgent::new);
    });
  }

  /// @param login by which they come in; without it they cannot yet
  record AddAgentBody(
      @Nullable String name,
      @Nullable String email,
      @Nullable List<@Nullable String> roles,
      @Nullable List<@Nullable String> teams,
      @Nullable Long capacity,
      @Nullable LoginBody login) {}

  /// What is absent stays.
  ///
  /// @param account `active` or `suspended`
  record ChangeAgentBody(
      @Nullable String name,
      @Nullable String email,
      @Nullable List<@Nullable String> roles,
      @Nullable List<@Nullable String> teams,
      @Nullable Long capacity,
      @Nullable String account,
      @Nullable LoginBody login) {}

  /// The `iss` and `sub` of their tokens.
  record LoginBody(@Nullable String issuer, @Nullable String subject) {}

  private static AddAgent addition(AgentId id, Request request) {
    var body = request.body(AddAgentBody.class);
    return new AddAgent(
        id,
        new Person(
            Fields.required("/name", Fields.name("/name", body.name())),
            Fields.required("/email", Fields.email("/email", body.email())),
            Fields.required("/roles", roles(body.roles())),
            teams(body.teams()).orElse(Set.of()),
            Fields.required("/capacity", capacity(body.capacity()))),
        login(body.login()));
  }

  private static AgentChanges changes(Request request) {
    var body = request.body(ChangeAgentBody.class);
    return new AgentChanges(
        Fields.name("/name", body.name()), Fields.email("/email", body.email()), roles(body.roles()),
        teams(body.teams()), capacity(body.capacity()),
        Fields.word("/account", body.account(), AgentRoutes::account), login(body.login()));
  }

  private static Optional<Set<Role>> roles(@Nullable List<@Nullable String> words) {
    return Fields.words("/roles", words, Role::of).map(roles -> {
      if (roles.isEmpty()) {
        throw Malformed.at("/roles", "at least one role is expected");
      }
      return roles;
    });
  }

  private static Optional<Set<TeamId>> teams(@Nullable List<@Nullable String> ids) {
    return Fields.ids("/teams", ids, MOST_TEAMS, TeamId::new);
  }

  private static Optional<Integer> capacity(@Nullable Long number) {
    return Fields.number("/capacity", number, 0, MOST_CAPACITY).map(Long::intValue);
  }

  // Deleting is a request of its own: it cannot be taken back.
  private static Optional<Account> account(String word) {
    return Account.of(word).filter(account -> account != Account.DELETED);
  }

  private static Optional<LoginName> login(@Nullable LoginBody body) {
    return Optional.ofNullable(body).map(login -> new LoginName(
        Fields.required("/login/issuer", claim("/login/issuer", login.issuer())),
        Fields.required("/login/subject", claim("/login/subject", login.subject()))));
  }

  // Compared as it is with what a token says: nothing is stripped from it.
  private static Optional<String> claim(String pointer, @Nullable String value) {
    return Fields.line(pointer, value, LONGEST_CLAIM).map(text -> {
      if (text.isEmpty() || !text.equals(value)) {
        throw Malformed.at(pointer, "the claim is expected exactly as tokens say it");
      }
      return text;
    });
  }
}
