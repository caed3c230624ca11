package baton.administration;

import baton.administration.AdministrationCommand.AddTeam;
import baton.administration.AdministrationCommand.Join;
import baton.administration.AdministrationCommand.Leave;
import baton.administration.AdministrationCommand.RemoveTeam;
import baton.administration.AdministrationCommand.RenameTeam;
import baton.administration.AdministrationCommand.TeamCommand;
import baton.administration.Edit.AgentPart;
import baton.administration.Edit.MemberGone;
import baton.administration.Edit.MemberPart;
import baton.administration.Edit.Part;
import baton.administration.Edit.TallyPart;
import baton.administration.Edit.TeamGone;
import baton.administration.Edit.TeamPart;
import baton.administration.Said.Changes;
import baton.agent.Agent;
import baton.agent.Enrolled;
import baton.agent.Team;
import baton.conversation.Rejection;
import baton.id.TeamId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rules for teams: not too many, and none goes while anybody or anything is in it.
final class TeamAdministration {
  private TeamAdministration() {}

  static Verdict decide(TeamCommand command, Scene scene) {
    return switch (command) {
      case AddTeam(var id, var name) -> add(id, name, scene);
      case RenameTeam(var id, var name) -> rename(scene.teams().get(id), name);
      case RemoveTeam(var id) -> remove(scene.teams().get(id), scene);
      case Join(var id, var agent) -> join(scene.teams().get(id), scene.agents().get(agent));
      case Leave(var id, var agent) -> leave(scene.teams().get(id), scene.agents().get(agent));
    };
  }

  private static Verdict add(TeamId id, String name, Scene scene) {
    var tally = scene.tally().value();
    if (tally.teams() >= Tally.MOST_TEAMS) {
      return Verdict.refused(new Rejection.TooManyTeams(Tally.MOST_TEAMS));
    }
    var team = new Team(id, scene.workspace().value().id(), name);
    return Verdict.created(
        List.of(new TeamPart(Optional.empty(), team), new TallyPart(scene.tally(), tally.withTeams(1))),
        Said.ofTeam("added", id, new Changes().about("name", name)), new Subject.Group(new Versioned<>(team, 1)));
  }

  private static Verdict rename(Versioned<Team> before, String name) {
    var old = before.value();
    if (old.name().equals(name)) {
      return new Verdict.Unchanged(new Subject.Group(before));
    }
    var after = new Team(old.id(), old.workspace(), name);
    return Verdict.changed(
        List.of(new TeamPart(Optional.of(before), after)),
        Said.ofTeam("changed", old.id(), new Changes().field("name", old.name(), name)),
        new Subject.Group(before.next(after)));
  }

  private static Verdict remove(Versioned<Team> before, Scene scene) {
    var team = before.value();
    var occupied = Optional.ofNullable(scene.occupied().get(team.id()));
    if (occupied.isPresent()) {
      return Verdict.refused(new Rejection.TeamNotEmpty(occupied.get()));
    }
    return Verdict.changed(
        List.of(new TeamGone(before), new TallyPart(scene.tally(), scene.tally().value().withTeams(-1))),
        Said.ofTeam("removed", team.id(), new Changes().about("name", team.name())),
        new Subject.Gone(before.version() + 1));
  }

  private static Verdict join(Versioned<Team> team, Versioned<Enrolled> before) {
    var agent = before.value().agent();
    var id = team.value().id();
    if (agent.teams().contains(id)) {
      return new Verdict.Unchanged(new Subject.Group(team));
    }
    if (agent.teams().size() >= AgentAdministration.MOST_TEAMS) {
      return Verdict.refused(new Rejection.TooManyTeams(AgentAdministration.MOST_TEAMS));
    }
    var teams = new HashSet<>(agent.teams());
    teams.add(id);
    return Verdict.changed(
        parts(team, before, teams, new MemberPart(id, agent.id(), false)),
        Said.ofTeam("joined", id, new Changes()).to(agent.id()), new Subject.Group(team.next(team.value())));
  }

  private static Verdict leave(Versioned<Team> team, Versioned<Enrolled> before) {
    var agent = before.value().agent();
    var id = team.value().id();
    if (!agent.teams().contains(id)) {
      return new Verdict.Unchanged(new Subject.Gone(team.version()));
    }
    var teams = new HashSet<>(agent.teams());
    teams.remove(id);
    return Verdict.changed(
        parts(team, before, teams, new MemberGone(id, agent.id(), false)),
        Said.ofTeam("left", id, new Changes()).from(agent.id()), new Subject.Gone(team.version() + 1));
  }

  private static List<Part> parts(
      Versioned<Team> team, Versioned<Enrolled> before, Set<TeamId> teams, Part membership) {
    var old = before.value().agent();
    var agent = new Agent(
        old.id(), old.workspace(), old.name(), old.email(), old.account(), old.roles(), teams, old.availability(),
        old.capacity(), old.open());
    return List.of(
        new TeamPart(Optional.of(team), team.value()), new AgentPart(Optional.of(before), before.value().with(agent)),
        membership);
  }
}
