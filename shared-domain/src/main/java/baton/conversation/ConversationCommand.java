package baton.conversation;

import baton.id.AgentId;
import baton.id.ConversationId;
import baton.id.TeamId;
import java.util.Optional;

/// What an agent can wish of a conversation.
public sealed interface ConversationCommand {
  /// The conversation it is about.
  ConversationId conversation();

  /// Wishes about who has it: [Assignment] decides.
  sealed interface AssignmentCommand extends ConversationCommand {}

  /// Wishes about whether it is done: [Closing] decides.
  sealed interface ClosingCommand extends ConversationCommand {}

  /// Mine, if nobody has it.
  record Claim(ConversationId conversation) implements AssignmentCommand {}

  /// Theirs, whoever has it.
  ///
  /// @param reopen whether a closed one may be begun again for this
  record Assign(ConversationId conversation, Target target, boolean reopen) implements AssignmentCommand {}

  /// Theirs, if somebody has it.
  ///
  /// @param from only if that agent has it
  record Reassign(ConversationId conversation, Optional<AgentId> from, Target target) implements AssignmentCommand {}

  /// Back into the queue.
  record Unassign(ConversationId conversation) implements AssignmentCommand {}

  /// Done.
  ///
  /// @param seen what the agent had before their eyes; not compared when absent
  /// @param force close over a message that they have not seen
  record Close(ConversationId conversation, Optional<Seen> seen, boolean force) implements ClosingCommand {}

  /// Begin again, mine.
  record Reopen(ConversationId conversation) implements ClosingCommand {}

  /// Say this to the customer: [Replying] decides.
  ///
  /// @param keep leave it unassigned
  /// @param quotes the message it answers, as the provider calls it
  record Reply(
      ConversationId conversation, String text, boolean keep, Optional<Seen> seen, boolean force, Optional<String> quotes)
      implements ConversationCommand {}

  /// To whom.
  sealed interface Target {}

  /// To a person.
  record ToAgent(AgentId agent) implements Target {}

  /// To a team's queue.
  ///
  /// @param keep what becomes of the one who has it
  record ToTeam(TeamId team, KeepAssignee keep) implements Target {}

  /// What becomes of the assignee when the team changes.
  enum KeepAssignee {
    /// Keep one who also works for the new team.
    AUTO,
    YES,
    NO
  }
}
