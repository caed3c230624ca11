package baton.administration;

import baton.access.Role;
import baton.administration.AdministrationCommand.AddAgent;
import baton.administration.AdministrationCommand.AgentChanges;
import baton.administration.AdministrationCommand.AgentCommand;
import baton.administration.AdministrationCommand.ChangeAgent;
import baton.administration.AdministrationCommand.Declare;
import baton.administration.AdministrationCommand.RemoveAgent;
import baton.administration.Edit.AgentGone;
import baton.administration.Edit.AgentPart;
import baton.administration.Edit.AvailabilityPart;
import baton.administration.Edit.LoginGone;
import baton.administration.Edit.LoginPart;
import baton.administration.Edit.LoginSwitch;
import baton.administration.Edit.MemberGone;
import baton.administration.Edit.MemberPart;
import baton.administration.Edit.Part;
import baton.administration.Edit.TallyPart;
import baton.administration.Said.Changes;
import baton.agent.Account;
import baton.agent.Agent;
import baton.agent.Availability;
import baton.agent.Enrolled;
import baton.conversation.Rejection;
import baton.id.AgentId;
import baton.id.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The rules for agents: one active super admin remains, nobody goes with customers in their hands, a login is one
/// agent's, and a team's side of a membership changes with the agent's.
final class AgentAdministration {
  /// In how many teams one agent may be: leaving all for as many others still fits into one transaction.
  static final int MOST_TEAMS = 20;

  private AgentAdministration() {}

  static Verdict decide(AgentCommand command, Scene scene) {
    return switch (command) {
      case AddAgent wish -> add(wish, scene);
      case ChangeAgent(var agent, var changes) -> change(scene.agents().get(agent), changes, scene);
      case RemoveAgent(var agent) -> remove(scene.agents().get(agent), scene);
      case Declare(var agent, var availability) -> declare(scene.agents().get(agent), availability);
    };
  }

  private static Verdict add(AddAgent wish, Scene scene) {
    var person = wish.person();
    var enrolled = new Enrolled(
        new Agent(
            wish.agent(), scene.workspace().value().id(), person.name(), person.email(), Account.ACTIVE, person.roles(),
            person.teams(), Availability.OFFLINE, person.capacity(), 0),
        wish.login());
    return obstacle(enrolled, scene).<Verdict>map(Verdict.Refused::new).orElseGet(() -> {
      var parts = parts(Optional.empty(), enrolled, scene);
      var changes = new Changes()
          .about("name", person.name())
          .about("roles", words(person.roles()))
          .field("teams", "", words(person.teams()));
      return Verdict.created(
          parts, Said.ofAgent("added", wish.agent(), changes), new Subject.Person(new Versioned<>(enrolled, 1)));
    });
  }

  private static Verdict change(Versioned<Enrolled> before, AgentChanges changes, Scene scene) {
    var agent = before.value().agent();
    var after = new Enrolled(
        new Agent(
            agent.id(), agent.workspace(), changes.name().orElse(agent.name()), changes.email().orElse(agent.email()),
            changes.account().orElse(agent.account()), changes.roles().orElse(agent.roles()),
            changes.teams().orElse(agent.teams()), agent.availability(), changes.capacity().orElse(agent.capacity()),
            agent.open()),
        changes.login().or(before.value()::login));
    return replace(before, after, "changed", scene);
  }

  private static Verdict remove(Versioned<Enrolled> before, Scene scene) {
    var agent = before.value().agent();
    if (agent.open() > 0 && agent.account() != Account.DELETED) {
      return Verdict.refused(new Rejection.HoldsOpenConversations(agent.id(), agent.open()));
    }
    var after = new Enrolled(
        new Agent(
            agent.id(), agent.workspace(), agent.name(), agent.email(), Account.DELETED, agent.roles(), Set.of(),
            agent.availability(), agent.capacity(), agent.open()),
        Optional.empty());
    return replace(before, after, "removed", scene);
  }

  private static Verdict replace(Versioned<Enrolled> before, Enrolled after, String did, Scene scene) {
    if (after.equals(before.value())) {
      return new Verdict.Unchanged(new Subject.Person(before));
    }
    return obstacle(after, scene).<Verdict>map(Verdict.Refused::new).orElseGet(() -> Verdict.changed(
        parts(Optional.of(before), after, scene), Said.ofAgent(did, after.agent().id(), changes(before.value(), after)),
        new Subject.Person(before.next(after))));
  }

  private static Verdict declare(Versioned<Enrolled> before, Availability availability) {
    var after = before.value().with(before.value().agent().with(availability));
    return new Verdict.Accepted(
        List.of(new AvailabilityPart(after.agent().id(), availability)), Optional.empty(),
        new Subject.Person(new Versioned<>(after, before.version())), false);
  }

  private static Optional<Rejection> obstacle(Enrolled after, Scene scene) {
    var agent = after.agent();
    var more = joined(agent, scene);
    var unknown = scene.unknown(more);
    if (unknown.isPresent()) {
      return Optional.of(new Rejection.UnknownTeam(unknown.get()));
    }
    if (!more.isEmpty() && agent.teams().size() > MOST_TEAMS) {
      return Optional.of(new Rejection.TooManyTeams(MOST_TEAMS));
    }
    var owner = after.login().map(scene.logins()::get).filter(id -> !id.equals(agent.id()));
    if (owner.isPresent()) {
      return Optional.of(new Rejection.LoginTaken(owner.get()));
    }
    boolean counted = scene.tally().value().superAdmins().contains(agent.id());
    return counted && tally(after, scene).superAdmins().isEmpty()
        ? Optional.of(new Rejection.LastSuperAdmin())
        : Optional.empty();
  }

  // The teams that somebody is in already are not asked for again: they exist as long as they have a member.
  private static Set<TeamId> joined(Agent agent, Scene scene) {
    var before = scene.agent(agent.id()).map(Agent::teams).orElse(Set.of());
    return agent.teams().stream().filter(team -> !before.contains(team)).collect(Collectors.toSet());
  }

  private static Tally tally(Enrolled after, Scene scene) {
    var agent = after.agent();
    return scene.tally().value().counting(agent.id(), agent.isActive() && agent.roles().contains(Role.SUPER_ADMIN));
  }

  private static List<Part> parts(Optional<Versioned<Enrolled>> before, Enrolled after, Scene scene) {
    var agent = after.agent();
    var parts = new ArrayList<Part>();
    parts.add(agent.account() == Account.DELETED
        ? new AgentGone(before.orElseThrow(), after)
        : new AgentPart(before, after));
    var tally = tally(after, scene);
    if (!tally.equals(scene.tally().value())) {
      parts.add(new TallyPart(scene.tally(), tally));
    }
    var was = before.map(Versioned::value);
    var teams = was.map(Enrolled::agent).map(Agent::teams).orElse(Set.of());
    agent.teams().stream().filter(team -> !teams.contains(team))
        .forEach(team -> parts.add(new MemberPart(team, agent.id(), true)));
    teams.stream().filter(team -> !agent.teams().contains(team))
        .forEach(team -> parts.add(new MemberGone(team, agent.id(), true)));
    parts.addAll(logins(was, after));
    return parts;
  }

  private static List<Part> logins(Optional<Enrolled> before, Enrolled after) {
    AgentId agent = after.agent().id();
    boolean active = after.agent().isActive();
    var parts = new ArrayList<Part>();
    var old = before.flatMap(Enrolled::login);
    if (!old.equals(after.login())) {
      old.ifPresent(login -> parts.add(new LoginGone(login, agent)));
      after.login().ifPresent(login -> parts.add(new LoginPart(login, agent, active)));
    } else if (before.filter(was -> was.agent().isActive() != active).isPresent()) {
      old.ifPresent(login -> parts.add(new LoginSwitch(login, agent, active)));
    }
    return parts;
  }

  private static Changes changes(Enrolled before, Enrolled after) {
    var old = before.agent();
    var now = after.agent();
    return new Changes()
        .field("name", old.name(), now.name())
        .field("account", old.account().word(), now.account().word())
        .field("roles", words(old.roles()), words(now.roles()))
        .field("teams", words(old.teams()), words(now.teams()))
        .field("capacity", old.capacity(), now.capacity())
        .hidden("email", old.email(), now.email())
        .hidden("login", before.login(), after.login());
  }

  private static String words(Set<?> values) {
    Function<Object, String> word = value -> value instanceof Role role ? role.word() : value.toString();
    return String.join(" ", values.stream().map(word).collect(Collectors.toCollection(TreeSet::new)));
  }
}
