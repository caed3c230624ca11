package baton.conversation;

import static baton.conversation.Decision.accept;
import static baton.conversation.Decision.refuse;

import baton.agent.Agent;
import baton.conversation.ConversationCommand.Reply;
import baton.workspace.AssignmentPolicy;
import baton.workspace.ReplyPolicy;
import baton.workspace.ReplyPolicy.Mode;
import java.util.List;
import java.util.Optional;

/// The rules of answering a customer: T7, T8. A reply to a colleague's conversation never takes it.
public final class Replying {
  private Replying() {}

  /// What the rules look at.
  public record Answering(
      Conversation conversation, Agent actor, ReplyPolicy policy, AssignmentPolicy assignment) {}

  /// The answer. Accepted means that the message is sent; with an event, the agent is in charge from now on.
  public static Decision<ConversationEvent> decide(Reply command, Answering scene) {
    return switch (scene.conversation()) {
      case Conversation.Blocked _ -> refuse(new Rejection.ContactBlocked());
      case Conversation.Closed _ -> refuse(new Rejection.ConversationClosed());
      case Conversation open when !open.core().channelKind().takesReplies() ->
          refuse(new Rejection.ChannelTakesNoReplies());
      case Conversation open when mustBeMine(open, scene) -> refuse(new Rejection.AssignmentRequired());
      case Conversation open -> Closing.unseen(command.seen(), command.force(), open)
          .map(Decision::<ConversationEvent>refuse)
          .orElseGet(() -> sent(command, open, scene));
    };
  }

  private static boolean mustBeMine(Conversation open, Answering scene) {
    return scene.policy().mode() == Mode.REQUIRE_ASSIGNEE
        && !open.holder().equals(Optional.of(scene.actor().id()));
  }

  private static Decision<ConversationEvent> sent(Reply command, Conversation open, Answering scene) {
    boolean first = open instanceof Conversation.Unassigned && !command.keep();
    return first && scene.policy().mode() == Mode.ASSIGN_ON_FIRST_REPLY
        ? Assignment.assigned(open, scene.actor(), Reason.FIRST_REPLY, scene.assignment())
        : accept(List.of());
  }
}

