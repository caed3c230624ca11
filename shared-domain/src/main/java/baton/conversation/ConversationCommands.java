package baton.conversation;

import baton.access.Access;
import baton.access.Permission;
import baton.agent.Agent;
import baton.conversation.Assignment.Assigning;
import baton.conversation.Closing.Finishing;
import baton.conversation.ConversationCommand.Assign;
import baton.conversation.ConversationCommand.AssignmentCommand;
import baton.conversation.ConversationCommand.Claim;
import baton.conversation.ConversationCommand.Close;
import baton.conversation.ConversationCommand.ClosingCommand;
import baton.conversation.ConversationCommand.Reassign;
import baton.conversation.ConversationCommand.Reopen;
import baton.conversation.ConversationCommand.Reply;
import baton.conversation.ConversationCommand.Target;
import baton.conversation.ConversationCommand.ToAgent;
import baton.conversation.ConversationCommand.ToTeam;
import baton.conversation.ConversationCommand.Unassign;
import baton.conversation.Conversations.Committed;
import baton.conversation.Conversations.Loaded;
import baton.conversation.Conversations.Wanted;
import baton.conversation.Replying.Answering;
import baton.event.Actor;
import baton.id.AgentId;
import baton.id.IdSource;
import baton.id.TeamId;
import baton.message.Content;
import baton.message.MessageKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Carries out what agents wish of conversations: load, ask access, decide, commit; again when a race was lost. The one
/// path for all of them.
public final class ConversationCommands {
  private final Conversations conversations;
  private final Attempts attempts;
  private final IdSource ids;
  private final InstantSource clock;
  private final AnswerWriter answers;

  /// Around these ports.
  public ConversationCommands(
      Conversations conversations, Attempts attempts, IdSource ids, InstantSource clock, AnswerWriter answers) {
    this.conversations = conversations;
    this.attempts = attempts;
    this.ids = ids;
    this.clock = clock;
    this.answers = answers;
  }

  /// Does it, or says what stands in the way.
  ///
  /// @throws Unavailable when the table does not answer or every race was lost
  public Outcome handle(ConversationCommand command, Caller caller) {
    String request = caller.request(ids);
    var tried = new AtomicReference<>(Optional.<Outcome.Done>empty());
    return attempts.until(() -> attempt(command, caller, request, tried));
  }

  // What was tried: the outcome whose commit seemed to lose its race, and may have won all the same.
  private Optional<Outcome> attempt(
      ConversationCommand command, Caller caller, String request, AtomicReference<Optional<Outcome.Done>> tried) {
    var loaded = conversations.load(wanted(command, caller));
    var actor = loaded.agents().get(caller.agent());
    if (actor == null || !actor.isActive()) {
      return refused(new Rejection.UnknownActor());
    }
    var kept = caller.repeated(loaded);
    if (kept.isPresent()) {
      return kept;
    }
    var conversation = loaded.conversations().get(command.conversation());
    if (conversation == null) {
      return refused(new Rejection.NotFound("conversation"));
    }
    if (caller.key().isEmpty() && tried.get().isPresent() && conversation.core().lastRequest().equals(request)) {
      // An earlier attempt of this very request was committed, although its answer was lost. Under a client's key the
      // kept answer tells that: the last move may be that of the same key when it was first used, days ago.
      return tried.get().map(done -> new Outcome.Done(conversation, true, done.warnings(), done.reply()));
    }
    var denied = denied(command, actor, conversation);
    if (denied.isPresent()) {
      return refused(denied.get());
    }
    if (caller.ifMatch().isPresent() && caller.ifMatch().getAsLong() != conversation.version()) {
      return refused(new Rejection.VersionConflict(conversation));
    }
    var now = clock.instant();
    return switch (decide(command, loaded, actor, conversation, now)) {
      case Decision.Refused<ConversationEvent>(var rejection) -> refused(rejection);
      case Decision.Unchanged<ConversationEvent> _ ->
          Optional.of(new Outcome.Done(conversation, false, List.of(), Optional.empty()));
      case Decision.Accepted<ConversationEvent> accepted -> commit(
          new Accepted(command, caller, request, conversation, accepted, now), tried);
    };
  }

  private Decision<ConversationEvent> decide(
      ConversationCommand command, Loaded loaded, Agent actor, Conversation conversation, Instant now) {
    var policies = loaded.workspace().policies();
    return switch (command) {
      case AssignmentCommand wish -> Assignment.decide(
          wish,
          new Assigning(conversation, actor, target(wish).map(loaded.agents()::get), team(wish).map(loaded.teams()::get),
              holder(wish, loaded, conversation), policies.assignment(), policies.closing()),
          now);
      case ClosingCommand wish -> Closing.decide(
          wish, new Finishing(conversation, actor, policies.assignment(), policies.closing()), now);
      case Reply wish -> Replying.decide(
          wish, new Answering(conversation, actor, policies.reply(), policies.assignment()));
    };
  }

  /// What was accepted, on its way into the table.
  private record Accepted(
      ConversationCommand command,
      Caller caller,
      String request,
      Conversation before,
      Decision.Accepted<ConversationEvent> decision,
      Instant now) {}

  private Optional<Outcome> commit(Accepted accepted, AtomicReference<Optional<Outcome.Done>> tried) {
    var before = accepted.before();
    var actor = Actor.agent(accepted.caller().agent());
    var moved = Transitions.apply(before, accepted.decision().events(), actor, accepted.now());
    var core = moved.after().core().movedBy(accepted.request());
    var reply = accepted.command() instanceof Reply wish ? Optional.of(outgoing(wish, accepted)) : noReply();
    if (reply.isPresent()) {
      String preview = Content.text(reply.get().text()).preview();
      core = core.with(core.traffic().replied(reply.get().key(), preview, accepted.now()));
    }
    var after = moved.after().with(core);
    var done = new Outcome.Done(
        after, true, accepted.decision().warnings(), reply.map(OutgoingMessage::key));
    var change = new Change(
        before.core().workspace(), accepted.request(), accepted.now(),
        List.of(new Change.Move(Optional.of(before), after, moved.events())), Optional.empty(), reply,
        reply.isPresent() || saysWhatWasSeen(accepted.command()),
        accepted.caller().key()
            .map(key -> new Change.Remembered(accepted.caller().agent(), key, answers.answer(done))));
    tried.set(Optional.of(done));
    return conversations.commit(change) == Committed.YES ? Optional.of(done) : Optional.empty();
  }

  private OutgoingMessage outgoing(Reply wish, Accepted accepted) {
    var core = accepted.before().core();
    var key = MessageKey.reply(accepted.now(), core.traffic().lastKey(), accepted.request());
    return new OutgoingMessage(
        core.workspace(), core.id(), core.channel(), core.channelKind(), key, core.address(),
        accepted.caller().agent(), wish.text(), wish.quotes(), accepted.now());
  }

  private static Optional<OutgoingMessage> noReply() {
    return Optional.empty();
  }

  private static boolean saysWhatWasSeen(ConversationCommand command) {
    return command instanceof Close(var _, var seen, var force) && seen.isPresent() && !force;
  }

  private static Optional<Outcome> refused(Rejection rejection) {
    return Optional.of(new Outcome.Refused(rejection));
  }

  private static Optional<Rejection> denied(ConversationCommand command, Agent actor, Conversation conversation) {
    if (command instanceof Unassign && Assignment.gaveBack(actor, conversation)) {
      return Optional.empty();
    }
    return permissions(command, actor.id(), conversation)
        .flatMap(permission -> denied(permission, actor, conversation).stream())
        .findFirst();
  }

  private static Optional<Rejection> denied(Permission permission, Agent actor, Conversation conversation) {
    return switch (Access.check(actor, permission, conversation)) {
      case ALLOWED -> Optional.empty();
      case FORBIDDEN -> Optional.of(new Rejection.Forbidden(permission));
      case HIDDEN -> Optional.of(new Rejection.NotFound("conversation"));
    };
  }

  private static Stream<Permission> permissions(ConversationCommand command, AgentId me, Conversation conversation) {
    var first = permission(command, me);
    return command instanceof Assign(var _, var _, var reopen) && reopen && conversation instanceof Conversation.Closed
        ? Stream.of(first, Permission.REOPEN)
        : Stream.of(first);
  }

  private static Permission permission(ConversationCommand command, AgentId me) {
    return switch (command) {
      case Claim _ -> Permission.TAKE;
      case Assign(var _, var target, var _) -> permission(target, me);
      case Reassign(var _, var _, var target) -> permission(target, me);
      case Unassign _ -> Permission.UNASSIGN;
      case Close _ -> Permission.CLOSE;
      case Reopen _ -> Permission.REOPEN;
      case Reply _ -> Permission.REPLY;
    };
  }

  private static Permission permission(Target target, AgentId me) {
    return switch (target) {
      case ToAgent(var agent) -> agent.equals(me) ? Permission.TAKE : Permission.ASSIGN_OTHERS;
      case ToTeam _ -> Permission.ASSIGN_TEAM;
    };
  }

  private static Wanted wanted(ConversationCommand command, Caller caller) {
    var agents = new HashSet<>(Set.of(caller.agent()));
    target(command).ifPresent(agents::add);
    return new Wanted(
        caller.workspace(), Set.of(command.conversation()), Set.of(), agents,
        team(command).map(Set::of).orElse(Set.of()), caller.agentKey());
  }

  // Only a change of team asks who has it now, and mostly it is the actor: then nothing more is read.
  private Optional<Agent> holder(AssignmentCommand wish, Loaded loaded, Conversation conversation) {
    if (team(wish).isEmpty() || conversation.holder().isEmpty()) {
      return Optional.empty();
    }
    var holder = conversation.holder().get();
    return loaded.agents().containsKey(holder)
        ? Optional.of(loaded.agents().get(holder))
        : Optional.ofNullable(conversations.load(agentOnly(conversation, holder)).agents().get(holder));
  }

  private static Wanted agentOnly(Conversation conversation, AgentId agent) {
    return new Wanted(
        conversation.core().workspace(), Set.of(), Set.of(), Set.of(agent), Set.of(), Optional.empty());
  }

  private static Optional<AgentId> target(ConversationCommand command) {
    return where(command) instanceof ToAgent(var agent) ? Optional.of(agent) : Optional.empty();
  }

  private static Optional<TeamId> team(ConversationCommand command) {
    return where(command) instanceof ToTeam(var team, var _) ? Optional.of(team) : Optional.empty();
  }

  private static @Nullable Target where(ConversationCommand command) {
    return switch (command) {
      case Assign(var _, var target, var _) -> target;
      case Reassign(var _, var _, var target) -> target;
      case Claim _, Unassign _, Close _, Reopen _, Reply _ -> null;
    };
  }
}
