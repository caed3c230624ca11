package baton.http;

import baton.conversation.Rejection;
import baton.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/// What a client sees of what stands in the way: RFC 9457 with a stable type. The one place where refusals become HTTP;
/// docs/problems.md lists them.
public final class Problem {
  private Problem() {}

  /// One problem.
  ///
  /// @param slug the end of its type: `/problems/<slug>`
  /// @param more further members
  record Said(int status, String slug, String title, Map<String, Object> more) {}

  /// The answer to a refusal.
  public static Response of(Rejection rejection, String instance) {
    var said = said(rejection);
    var response = response(said, said.title(), instance);
    return switch (rejection) {
      case Rejection.VersionConflict(var current) -> response.tagged(current.version());
      case Rejection.ContactVersionConflict(var current) -> response.tagged(current.version());
      case Rejection.Outdated(var current) -> response.tagged(current.version());
      default -> response;
    };
  }

  static Said said(Rejection rejection) {
    return switch (rejection) {
      case Rejection.NotFound(var what) -> said(404, "not-found", "There is no such " + what + ".");
      case Rejection.Forbidden(var permission) ->
          said(403, "forbidden", "Your roles do not allow this.", "permission", permission.word());
      case Rejection.UnknownActor _ -> said(403, "unknown-actor", "You are not an active agent of this workspace.");
      case Rejection.AlreadyAssigned(var holder) ->
          said(409, "already-assigned", "Somebody has it.", "holder", holder.value());
      case Rejection.NotAssigned _ -> said(409, "not-assigned", "Nobody has it.");
      case Rejection.HeldByAnother(var holder) ->
          said(409, "held-by-another", "Somebody else has it.", "holder", holder.value());
      case Rejection.ConversationClosed _ -> said(409, "conversation-closed", "It is closed; reopen it first.");
      case Rejection.ConversationOpen _ -> said(409, "conversation-open", "It is open; claim it instead.");
      case Rejection.ContactBlocked _ -> said(409, "contact-blocked", "The contact is blocked.");
      case Rejection.AssignmentRequired _ -> said(409, "assignment-required", "Only its assignee may reply.");
      case Rejection.NewMessage(var seen) ->
          said(409, "new-message", "There is a message that you have not seen.", "seen", seen.toString());
      case Rejection.VersionConflict(var current) ->
          said(412, "version-conflict", "It has changed.", "conversation", Rows.of(current));
      case Rejection.ContactVersionConflict(var current) ->
          said(412, "version-conflict", "It has changed.", "contact", Rows.of(current));
      case Rejection.TargetNotInSharedTeam(var target) ->
          said(403, "target-not-in-shared-team", "You share no team with them.", "agent", target.value());
      case Rejection.UnknownAgent(var agent) -> said(422, "unknown-agent", "There is no such agent.", "agent", agent.value());
      case Rejection.UnknownTeam(var team) -> said(422, "unknown-team", "There is no such team.", "team", team.value());
      case Rejection.AssigneeInactive(var agent) ->
          said(422, "assignee-inactive", "Their account is not active.", "agent", agent.value());
      case Rejection.AssigneeCannotReply(var agent) ->
          said(422, "assignee-cannot-reply", "They may not reply to customers.", "agent", agent.value());
      case Rejection.AssigneeCannotSee(var agent) ->
          said(422, "assignee-cannot-see", "They may not see this team's work.", "agent", agent.value());
      case Rejection.AssigneeUnavailable(var agent) ->
          said(409, "assignee-unavailable", "They are away or full.", "agent", agent.value());
      case Rejection.ChannelTakesNoReplies _ -> said(422, "channel-takes-no-replies", "This channel cannot send.");
      case Rejection.NotAssignee(var agent) ->
          said(409, "not-assignee", "They hold no open conversation with this contact.", "agent", agent.value());
      case Rejection.AlreadyPinned(var owner) ->
          said(409, "already-pinned", "The contact is pinned already.", "owner", owner.value());
      case Rejection.IdempotencyMismatch _ ->
          said(422, "idempotency-mismatch", "This idempotency key was used for another request.");
      case Rejection.Outdated(var current) ->
          said(412, "version-conflict", "It has changed.", "current", AdministrationRows.of(current));
      case Rejection.LastSuperAdmin _ -> said(409, "last-super-admin", "One active super admin must remain.");
      case Rejection.HoldsOpenConversations(var _, var open) ->
          said(409, "holds-open-conversations", "They hold conversations. Hand them on first.", "open", open);
      case Rejection.LoginTaken(var agent) ->
          said(409, "login-taken", "This login is another agent's.", "agent", agent.value());
      case Rejection.TooManyTeams(var most) -> said(422, "too-many-teams", "There may be no more teams.", "most", most);
      case Rejection.TeamNotEmpty(var by) ->
          said(409, "team-not-empty", "Somebody or something is in the team.", "holds", by.name().toLowerCase(Locale.ROOT));
      case Rejection.UnfitSecret(var expected) ->
          said(422, "unfit-secret", "This secret would protect nothing.", "expected", expected);
      case Rejection.AccountRequired(var kind) -> said(
          400, "account-required", "A channel of this kind must name its account.", "kind", kind.word());
      case Rejection.SubscriberCannotSee(var agent) ->
          said(422, "subscriber-cannot-see", "They may not see what comes by this channel.", "agent", agent.value());
    };
  }

  static Response of(Malformed malformed, String instance) {
    var response = response(
        said(malformed.status(), malformed.slug(), "The request is not acceptable."), malformed.getMessage(), instance);
    if (malformed.faults().isEmpty()) {
      return response;
    }
    var body = (ObjectNode) Json.read(response.body());
    body.set("errors", Json.MAPPER.valueToTree(malformed.faults()));
    return Response.problem(malformed.status(), body);
  }

  static Response unavailable(String instance) {
    return response(said(503, "unavailable", "Please try again."), "Nothing is wrong with the request.", instance)
        .with("retry-after", "1");
  }

  static Response unexpected(String instance) {
    return response(said(500, "unexpected", "This should not have happened."), "It has been logged.", instance);
  }

  private static Response response(Said said, String detail, String instance) {
    var body = Json.MAPPER.createObjectNode()
        .put("type", "/problems/" + said.slug())
        .put("title", said.title())
        .put("status", said.status())
        .put("detail", detail)
        .put("instance", instance);
    said.more().forEach((name, value) -> body.set(name, Json.MAPPER.valueToTree(value)));
    return Response.problem(said.status(), body);
  }

  private static Said said(int status, String slug, String title) {
    return new Said(status, slug, title, Map.of());
  }

  private static Said said(int status, String slug, String title, String name, Object value) {
    return new Said(status, slug, title, Map.of(name, value));
  }
}
