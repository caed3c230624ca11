package baton.conversation;

import static baton.conversation.Decision.accept;
import static baton.conversation.Decision.refuse;
import static baton.conversation.Decision.unchanged;

import baton.access.Access;
import baton.access.Permission;
import baton.access.Reach;
import baton.access.Visibility;
import baton.agent.Agent;
import baton.agent.Eligibility;
import baton.agent.Team;
import baton.conversation.ConversationCommand.Assign;
import baton.conversation.ConversationCommand.AssignmentCommand;
import baton.conversation.ConversationCommand.Claim;
import baton.conversation.ConversationCommand.Reassign;
import baton.conversation.ConversationCommand.Target;
import baton.conversation.ConversationCommand.ToAgent;
import baton.conversation.ConversationCommand.ToTeam;
import baton.conversation.ConversationCommand.Unassign;
import baton.id.AgentId;
import baton.workspace.AssignmentPolicy;
import baton.workspace.AssignmentPolicy.WhenUnavailable;
import baton.workspace.ClosingPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// The rules of who has a conversation: T5, T6, T9, T10, T11.
public final class Assignment {
  private Assignment() {}

  /// What the rules look at.
  ///
  /// @param target the agent named by the command, if the workspace has them
  /// @param team the team named by the command, if the workspace has it
  /// @param holder the agent who has it, where a change of team asks whether they stay
  public record Assigning(
      Conversation conversation,
      Agent actor,
      Optional<Agent> target,
      Optional<Team> team,
      Optional<Agent> holder,
      AssignmentPolicy policy,
      ClosingPolicy closing) {}

  /// The answer. Order: impossible in this state, already so, refused by the facts, accepted.
  public static Decision<ConversationEvent> decide(AssignmentCommand command, Assigning scene, Instant now) {
    return switch (scene.conversation()) {
      case Conversation.Blocked _ -> refuse(new Rejection.ContactBlocked());
      case Conversation.Closed closed when command instanceof Assign(var _, var target, var reopen) && reopen ->
          again(give(target, scene), closed, scene.closing(), now);
      case Conversation.Closed _ -> refuse(new Rejection.ConversationClosed());
      case Conversation.Unassigned _, Conversation.Assigned _ -> switch (command) {
        case Claim _ -> claim(scene);
        case Assign(var _, var target, var _) -> give(target, scene);
        case Reassign(var _, var from, var target) -> reassign(from, target, scene);
        case Unassign _ -> unassign(scene);
      };
    };
  }

  private static Decision<ConversationEvent> claim(Assigning scene) {
    var me = scene.actor().id();
    return switch (scene.conversation()) {
      case Conversation.Assigned(var _, var holder, var _) when holder.equals(me) -> unchanged();
      case Conversation.Assigned(var _, var holder, var _) -> refuse(new Rejection.AlreadyAssigned(holder));
      default -> assigned(scene.conversation(), scene.actor(), Reason.SELF, scene.policy());
    };
  }

  private static Decision<ConversationEvent> reassign(
      Optional<AgentId> from, Target target, Assigning scene) {
    var holder = scene.conversation().holder();
    if (holder.isEmpty()) {
      return refuse(new Rejection.NotAssigned());
    }
    // A retry of a reassignment that was done finds the target as the holder: that is its success, not a conflict.
    boolean done = target instanceof ToAgent(var agent) && holder.get().equals(agent);
    return !done && from.isPresent() && !from.equals(holder)
        ? refuse(new Rejection.HeldByAnother(holder.get()))
        : give(target, scene);
  }

  private static Decision<ConversationEvent> unassign(Assigning scene) {
    return scene.conversation().holder()
        .map(from -> accept(List.<ConversationEvent>of(new ConversationEvent.Unassigned(from, Reason.RETURNED))))
        .orElseGet(Decision::unchanged);
  }

  private static Decision<ConversationEvent> give(Target target, Assigning scene) {
    return switch (target) {
      case ToAgent to -> toAgent(to, Reason.MANUAL, scene);
      case ToTeam to -> toTeam(to, scene);
    };
  }

  private static Decision<ConversationEvent> toAgent(ToAgent to, Reason reason, Assigning scene) {
    if (scene.conversation().holder().filter(to.agent()::equals).isPresent()) {
      return unchanged();
    }
    if (scene.target().isEmpty()) {
      return refuse(new Rejection.UnknownAgent(to.agent()));
    }
    var target = scene.target().get();
    boolean self = target.id().equals(scene.actor().id());
    if (!self && !sharesTeam(scene.actor(), target)) {
      return refuse(new Rejection.TargetNotInSharedTeam(target.id()));
    }
    return assigned(scene.conversation(), target, self ? Reason.SELF : reason, scene.policy());
  }

  /// Theirs, because a person chose them: hard reasons refuse, soft ones as the workspace says.
  static Decision<ConversationEvent> assigned(
      Conversation conversation, Agent target, Reason reason, AssignmentPolicy policy) {
    var hard = Eligibility.hard(target, conversation.team());
    if (hard.isPresent()) {
      return refuse(Rejection.of(hard.get(), target.id()));
    }
    var soft = Eligibility.soft(target);
    if (!soft.isEmpty() && policy.whenUnavailable() == WhenUnavailable.DENY) {
      return refuse(new Rejection.AssigneeUnavailable(target.id()));
    }
    return new Decision.Accepted<>(
        List.of(new ConversationEvent.Assigned(conversation.holder(), target.id(), reason)),
        policy.whenUnavailable() == WhenUnavailable.WARN ? soft : List.of());
  }

  private static Decision<ConversationEvent> toTeam(ToTeam to, Assigning scene) {
    if (scene.team().isEmpty()) {
      return refuse(new Rejection.UnknownTeam(to.team()));
    }
    var conversation = scene.conversation();
    var events = new ArrayList<ConversationEvent>();
    if (!conversation.team().equals(Optional.of(to.team()))) {
      events.add(new ConversationEvent.TeamChanged(conversation.team(), Optional.of(to.team())));
    }
    conversation.holder()
        .filter(_ -> !stays(to, scene))
        .ifPresent(from -> events.add(new ConversationEvent.Unassigned(from, Reason.TEAM_CHANGED)));
    return events.isEmpty() ? unchanged() : accept(events);
  }

  private static boolean stays(ToTeam to, Assigning scene) {
    return scene.holder()
        .filter(holder -> Eligibility.hard(holder, Optional.of(to.team())).isEmpty())
        .filter(holder -> switch (to.keep()) {
          case YES -> true;
          case NO -> false;
          case AUTO -> holder.teams().contains(to.team());
        })
        .isPresent();
  }

  /// The same, after it has begun again.
  static Decision<ConversationEvent> again(
      Decision<ConversationEvent> decision, Conversation.Closed closed, ClosingPolicy closing, Instant now) {
    var reopened = new ConversationEvent.Reopened(Optional.empty(), closed.owner(), closing.nextLook(now, now));
    return switch (decision) {
      case Decision.Accepted<ConversationEvent>(var events, var warnings) -> {
        var all = new ArrayList<ConversationEvent>();
        all.add(reopened);
        all.addAll(events);
        yield new Decision.Accepted<>(List.copyOf(all), warnings);
      }
      // It belonged to that team when it was closed.
      case Decision.Unchanged<ConversationEvent> _ -> accept(List.of(reopened));
      case Decision.Refused<ConversationEvent> refused -> refused;
    };
  }

  /// Whether it waits in a queue into which this actor may give it back, so that their retry succeeds: they see it
  /// there, or had it last and nothing was said since.
  static boolean gaveBack(Agent actor, Conversation conversation) {
    return conversation instanceof Conversation.Unassigned(var core, var since)
        && Access.holds(actor, Permission.UNASSIGN)
        && (Visibility.sees(actor, conversation)
            || (core.lastAssignee().filter(actor.id()::equals).isPresent() && !core.traffic().lastAt().isAfter(since)));
  }

  /// Whether this actor's teams let them give work to that agent.
  public static boolean sharesTeam(Agent actor, Agent target) {
    return Access.reach(actor, Permission.ASSIGN_OTHERS) == Reach.ALL
        || actor.teams().isEmpty()
        || !Collections.disjoint(actor.teams(), target.teams());
  }
}
