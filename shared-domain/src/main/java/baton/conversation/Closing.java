package baton.conversation;

import static baton.conversation.Decision.accept;
import static baton.conversation.Decision.refuse;
import static baton.conversation.Decision.unchanged;

import baton.agent.Agent;
import baton.conversation.ConversationCommand.Close;
import baton.conversation.ConversationCommand.ClosingCommand;
import baton.conversation.ConversationCommand.Reopen;
import baton.workspace.AssignmentPolicy;
import baton.workspace.ClosingPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rules of whether a conversation is done: T4, T17, T20, and the clean-up's closing.
public final class Closing {
  private Closing() {}

  /// What the rules look at.
  public record Finishing(Conversation conversation, Agent actor, AssignmentPolicy assignment, ClosingPolicy closing) {}

  /// The answer to an agent.
  public static Decision<ConversationEvent> decide(ClosingCommand command, Finishing scene, Instant now) {
    return switch (command) {
      case Close close -> close(close, scene.conversation());
      case Reopen _ -> reopen(scene, now);
    };
  }

  /// The answer to the clock: close what has lain still for too long, but nothing whose customer waits for an answer.
  ///
  /// @return empty when it is not due: then it is to be looked at again at [#nextLook]
  public static Optional<ConversationEvent> idle(Conversation conversation, ClosingPolicy policy, Instant now) {
    if (!conversation.isOpen() || isAwaited(conversation)) {
      return Optional.empty();
    }
    return policy.dueAfter(lastTouched(conversation))
        .filter(due -> !now.isBefore(due))
        .map(_ -> new ConversationEvent.Closed(conversation.holder(), Optional.of(Reason.IDLE)));
  }

  /// When to look again at an open one that is not due. One whose customer waits begins to lie still when they are
  /// answered: not before now.
  public static Instant nextLook(Conversation conversation, ClosingPolicy policy, Instant now) {
    return isAwaited(conversation) ? policy.whileAwaited(now) : policy.nextLook(lastTouched(conversation), now);
  }

  // Where nobody can answer from here, nobody is kept waiting.
  private static boolean isAwaited(Conversation conversation) {
    return conversation.core().channelKind().takesReplies()
        && conversation.core().traffic().waitingSince().isPresent();
  }

  // The last message or the last move.
  private static Instant lastTouched(Conversation conversation) {
    var lastAt = conversation.core().traffic().lastAt();
    return lastAt.isAfter(conversation.since()) ? lastAt : conversation.since();
  }

  private static Decision<ConversationEvent> close(Close command, Conversation conversation) {
    return switch (conversation) {
      case Conversation.Blocked _ -> refuse(new Rejection.ContactBlocked());
      case Conversation.Closed _ -> unchanged();
      case Conversation.Unassigned _, Conversation.Assigned _ -> unseen(command.seen(), command.force(), conversation)
          .map(Decision::<ConversationEvent>refuse)
          .orElseGet(() -> accept(List.of(new ConversationEvent.Closed(conversation.holder(), Optional.empty()))));
    };
  }

  private static Decision<ConversationEvent> reopen(Finishing scene, Instant now) {
    var me = scene.actor().id();
    return switch (scene.conversation()) {
      case Conversation.Blocked _ -> refuse(new Rejection.ContactBlocked());
      case Conversation.Assigned(var _, var holder, var _) when holder.equals(me) -> unchanged();
      case Conversation.Assigned(var _, var holder, var _) -> refuse(new Rejection.AlreadyAssigned(holder));
      case Conversation.Unassigned _ -> refuse(new Rejection.ConversationOpen());
      case Conversation.Closed closed -> Assignment.again(
          Assignment.assigned(closed, scene.actor(), Reason.SELF, scene.assignment()), closed, scene.closing(), now);
    };
  }

  /// The refusal over a message that the agent has not seen, if they said what they saw and do not insist.
  static Optional<Rejection> unseen(Optional<Seen> seen, boolean force, Conversation conversation) {
    var now = conversation.core().traffic().seen();
    return seen.filter(token -> !force && !token.equals(now)).map(_ -> new Rejection.NewMessage(now));
  }
}
