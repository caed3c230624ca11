package baton.conversation;

import baton.access.Permission;
import baton.administration.Scene.Occupation;
import baton.administration.Subject;
import baton.agent.Eligibility;
import baton.channel.ChannelKind;
import baton.contact.Contact;
import baton.id.AgentId;
import baton.id.TeamId;

/// What stands in the way. A value, never an exception: what the client sees of each is said in one place of the edge.
public sealed interface Rejection {

  /// It does not exist, or not for this agent.
  record NotFound(String what) implements Rejection {}

  /// In reach, but not allowed.
  record Forbidden(Permission permission) implements Rejection {}

  /// The token names nobody who may act here.
  record UnknownActor() implements Rejection {}

  /// Somebody has it.
  record AlreadyAssigned(AgentId holder) implements Rejection {}

  /// Nobody has it.
  record NotAssigned() implements Rejection {}

  /// Somebody else has it than the wish supposes.
  record HeldByAnother(AgentId holder) implements Rejection {}

  /// It is closed; it must be reopened first.
  record ConversationClosed() implements Rejection {}

  /// It is open, so it cannot be begun again.
  record ConversationOpen() implements Rejection {}

  /// Its contact is blocked.
  record ContactBlocked() implements Rejection {}

  /// This workspace lets only the assignee reply.
  record AssignmentRequired() implements Rejection {}

  /// A message came that the agent has not seen.
  record NewMessage(Seen seen) implements Rejection {}

  /// `If-Match` names another version.
  record VersionConflict(Conversation current) implements Rejection {}

  /// `If-Match` names another version of the contact.
  record ContactVersionConflict(Contact current) implements Rejection {}

  /// The agent it should go to is in none of the actor's teams.
  record TargetNotInSharedTeam(AgentId target) implements Rejection {}

  /// The workspace has no such agent.
  record UnknownAgent(AgentId agent) implements Rejection {}

  /// The workspace has no such team.
  record UnknownTeam(TeamId team) implements Rejection {}

  /// The agent's account is not active.
  record AssigneeInactive(AgentId agent) implements Rejection {}

  /// The agent may not reply to customers.
  record AssigneeCannotReply(AgentId agent) implements Rejection {}

  /// The agent may not see that team's work.
  record AssigneeCannotSee(AgentId agent) implements Rejection {}

  /// The agent is away or full, and this workspace refuses that also to a person.
  record AssigneeUnavailable(AgentId agent) implements Rejection {}

  /// This channel cannot send.
  record ChannelTakesNoReplies() implements Rejection {}

  /// They hold no open conversation with this contact.
  record NotAssignee(AgentId agent) implements Rejection {}

  /// The contact is pinned already.
  record AlreadyPinned(AgentId owner) implements Rejection {}

  /// The same idempotency key came with another request.
  record IdempotencyMismatch() implements Rejection {}

  /// `If-Match` names another version of what is set up.
  record Outdated(Subject current) implements Rejection {}

  /// One active super admin must remain.
  record LastSuperAdmin() implements Rejection {}

  /// They hold conversations that somebody must hand on first.
  record HoldsOpenConversations(AgentId agent, int open) implements Rejection {}

  /// This login is another agent's.
  record LoginTaken(AgentId agent) implements Rejection {}

  /// There may be no more teams, or the agent may be in no more.
  record TooManyTeams(int most) implements Rejection {}

  /// Somebody or something is in the team.
  record TeamNotEmpty(Occupation by) implements Rejection {}

  /// A secret that would protect nothing. It is not repeated.
  record UnfitSecret(String expected) implements Rejection {}

  /// Each message of that kind of channel says for which account it is, and this one names none.
  record AccountRequired(ChannelKind kind) implements Rejection {}

  /// The agent may not see what comes by the channel.
  record SubscriberCannotSee(AgentId agent) implements Rejection {}

  /// The refusal for that reason against that agent.
  static Rejection of(Eligibility.Hard why, AgentId agent) {
    return switch (why) {
      case INACTIVE -> new AssigneeInactive(agent);
      case CANNOT_REPLY -> new AssigneeCannotReply(agent);
      case CANNOT_SEE -> new AssigneeCannotSee(agent);
    };
  }
}
