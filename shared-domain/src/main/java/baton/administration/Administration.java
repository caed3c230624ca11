package baton.administration;

import baton.access.Access;
import baton.access.Permission;
import baton.administration.AdministrationCommand.AddAgent;
import baton.administration.AdministrationCommand.AddChannel;
import baton.administration.AdministrationCommand.AddTeam;
import baton.administration.AdministrationCommand.AgentCommand;
import baton.administration.AdministrationCommand.ChangeSettings;
import baton.administration.AdministrationCommand.ChannelCommand;
import baton.administration.AdministrationCommand.Declare;
import baton.administration.AdministrationCommand.Join;
import baton.administration.AdministrationCommand.Leave;
import baton.administration.AdministrationCommand.RemoveAgent;
import baton.administration.AdministrationCommand.Subscribe;
import baton.administration.AdministrationCommand.TeamCommand;
import baton.administration.AdministrationCommand.Unsubscribe;
import baton.agent.Account;
import baton.agent.Agent;
import baton.channel.Following;
import baton.channel.Registered;
import baton.conversation.Attempts;
import baton.conversation.Caller;
import baton.conversation.Change.Remembered;
import baton.conversation.Conversations.Committed;
import baton.conversation.Rejection;
import baton.event.Actor;
import baton.event.Event;
import baton.id.AgentId;
import baton.id.IdSource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Carries out what administrators wish: load, ask access, decide, commit; again when a race was lost. The one path for
/// all of it.
public final class Administration {
  /// The log in which all of it stands.
  public static final String LOG = "workspace";

  private final Records records;
  private final Attempts attempts;
  private final IdSource ids;
  private final InstantSource clock;
  private final Result.Writer answers;

  /// Around these ports.
  public Administration(
      Records records, Attempts attempts, IdSource ids, InstantSource clock, Result.Writer answers) {
    this.records = records;
    this.attempts = attempts;
    this.ids = ids;
    this.clock = clock;
    this.answers = answers;
  }

  /// Does it, or says what stands in the way.
  ///
  /// @throws baton.conversation.Unavailable when the table does not answer or every race was lost
  public Result handle(AdministrationCommand command, Caller caller) {
    return attempts.until(() -> attempt(command, caller));
  }

  private Optional<Result> attempt(AdministrationCommand command, Caller caller) {
    var scene = records.load(caller.workspace(), Wanted.by(command, caller.agent(), caller.agentKey()));
    var actor = scene.agent(caller.agent()).filter(Agent::isActive);
    if (actor.isEmpty()) {
      return refused(new Rejection.UnknownActor());
    }
    if (scene.remembered().isPresent()) {
      var kept = scene.remembered().get();
      return Optional.of(kept.requestHash().equals(caller.key().orElseThrow().requestHash())
          ? new Result.Repeated(kept.answer())
          : new Result.Refused(new Rejection.IdempotencyMismatch()));
    }
    var obstacle = denied(command, actor.get(), scene)
        .or(() -> unknown(command, scene))
        .or(() -> outdated(command, caller, scene));
    if (obstacle.isPresent()) {
      return refused(obstacle.get());
    }
    var now = clock.instant();
    return switch (decide(command, scene, actor.get(), now)) {
      case Verdict.Refused(var rejection) -> refused(rejection);
      case Verdict.Unchanged(var subject) -> Optional.of(new Result.Done(subject, false));
      case Verdict.Accepted accepted -> commit(accepted, caller, now);
    };
  }

  private static Verdict decide(AdministrationCommand command, Scene scene, Agent actor, Instant now) {
    return switch (command) {
      case ChangeSettings wish -> SettingsAdministration.decide(wish, scene);
      case AgentCommand wish -> AgentAdministration.decide(wish, scene);
      case TeamCommand wish -> TeamAdministration.decide(wish, scene);
      case ChannelCommand wish -> ChannelAdministration.decide(wish, scene, actor, now);
    };
  }

  private Optional<Result> commit(Verdict.Accepted accepted, Caller caller, Instant now) {
    var done = new Result.Done(accepted.subject(), accepted.created());
    var edit = new Edit(
        caller.workspace(), now, accepted.parts(), accepted.said().map(said -> logged(said, caller, now)),
        caller.key().map(key -> new Remembered(caller.agent(), key, answers.answer(done))));
    return records.commit(edit) == Committed.YES ? Optional.of(done) : Optional.empty();
  }

  private Event logged(Said said, Caller caller, Instant now) {
    return new Event(
        ids.next(), said.type(), caller.workspace(), LOG, Optional.empty(), Optional.empty(), said.channel(),
        said.team(), 0, 0, now, Actor.agent(caller.agent()), said.did(), "", 0, said.from(), said.to(), said.data());
  }

  // ---- access -------------------------------------------------------------------------------------------------

  private static Optional<Rejection> denied(AdministrationCommand command, Agent actor, Scene scene) {
    var outOfSight = channel(command, scene).filter(channel -> !Following.sees(actor, channel.value().channel()));
    if (command instanceof Subscribe && outOfSight.isPresent()) {
      return Optional.of(new Rejection.NotFound("channel"));
    }
    return permission(command, actor.id())
        .filter(permission -> !Access.holds(actor, permission))
        .map(Rejection.Forbidden::new);
  }

  private static Optional<Permission> permission(AdministrationCommand command, AgentId me) {
    return switch (command) {
      case ChangeSettings _ -> Optional.of(Permission.MANAGE_WORKSPACE);
      case Declare _ -> Optional.empty();
      case AgentCommand _ -> Optional.of(Permission.MANAGE_AGENTS);
      case TeamCommand _ -> Optional.of(Permission.MANAGE_TEAMS);
      case ChannelCommand wish when ownSubscription(wish, me) -> Optional.empty();
      case ChannelCommand _ -> Optional.of(Permission.MANAGE_CHANNELS);
    };
  }

  // What one follows no more needs no right: an agent who lost sight of a channel may still let go of it.
  private static boolean ownSubscription(AdministrationCommand command, AgentId me) {
    return switch (command) {
      case Subscribe(var _, var agent) -> agent.equals(me);
      case Unsubscribe(var _, var agent) -> agent.equals(me);
      default -> false;
    };
  }

  // ---- what must exist ----------------------------------------------------------------------------------------

  private static Optional<Rejection> unknown(AdministrationCommand command, Scene scene) {
    return switch (command) {
      case ChangeSettings _, AddAgent _, AddTeam _, AddChannel _, Declare _ -> Optional.empty();
      // Who is gone already can be let go again: the retry of one's own success.
      case RemoveAgent(var agent) -> absent(scene.agent(agent).isEmpty(), "agent");
      case AgentCommand wish -> absent(gone(wish.agent(), scene), "agent");
      case Join(var team, var agent) ->
          absent(!scene.teams().containsKey(team), "team").or(() -> absent(gone(agent, scene), "agent"));
      case Leave(var team, var agent) ->
          absent(!scene.teams().containsKey(team), "team").or(() -> absent(gone(agent, scene), "agent"));
      case TeamCommand wish -> absent(!scene.teams().containsKey(wish.team()), "team");
      case Unsubscribe(var _, var agent) ->
          absent(ofAnother(command, scene), "channel").or(() -> absent(scene.agent(agent).isEmpty(), "agent"));
      case Subscribe(var _, var agent) ->
          absent(removed(command, scene), "channel").or(() -> absent(gone(agent, scene), "agent"));
      case ChannelCommand _ -> absent(removed(command, scene), "channel");
    };
  }

  private static boolean gone(AgentId agent, Scene scene) {
    return scene.agent(agent).filter(known -> known.account() != Account.DELETED).isEmpty();
  }

  private static boolean ofAnother(AdministrationCommand command, Scene scene) {
    return channel(command, scene)
        .filter(known -> known.value().channel().workspace().equals(scene.workspace().value().id()))
        .isEmpty();
  }

  private static boolean removed(AdministrationCommand command, Scene scene) {
    return ofAnother(command, scene) || channel(command, scene).filter(known -> known.value().removed()).isPresent();
  }

  private static Optional<Rejection> absent(boolean absent, String what) {
    return absent ? Optional.of(new Rejection.NotFound(what)) : Optional.empty();
  }

  private static Optional<Versioned<Registered>> channel(AdministrationCommand command, Scene scene) {
    return command instanceof ChannelCommand wish
        ? Optional.ofNullable(scene.channels().get(wish.channel()))
        : Optional.empty();
  }

  private static Optional<Rejection> outdated(AdministrationCommand command, Caller caller, Scene scene) {
    if (caller.ifMatch().isEmpty()) {
      return Optional.empty();
    }
    return subject(command, scene)
        .filter(now -> now.version() != caller.ifMatch().getAsLong())
        .map(Rejection.Outdated::new);
  }

  private static Optional<Subject> subject(AdministrationCommand command, Scene scene) {
    return switch (command) {
      case AddAgent _, AddTeam _, AddChannel _ -> Optional.empty();
      case ChangeSettings _ -> Optional.of(new Subject.Settings(scene.workspace()));
      case AgentCommand wish -> Optional.of(new Subject.Person(scene.agents().get(wish.agent())));
      case TeamCommand wish -> Optional.of(new Subject.Group(scene.teams().get(wish.team())));
      case Subscribe(var id, var agent) ->
          Optional.of(new Subject.Subscription(id, agent, scene.channels().get(id).version()));
      case Unsubscribe(var id, var agent) ->
          Optional.of(new Subject.Subscription(id, agent, scene.channels().get(id).version()));
      case ChannelCommand wish -> Optional.of(new Subject.Line(scene.channels().get(wish.channel())));
    };
  }

  private static Optional<Result> refused(Rejection rejection) {
    return Optional.of(new Result.Refused(rejection));
  }
}
