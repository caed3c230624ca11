package baton.workspace;

/// Who may reply, and what that does (setting S2).
public record ReplyPolicy(Mode mode) {
  /// The standard: the first to reply is in charge.
  public static final ReplyPolicy STANDARD = new ReplyPolicy(Mode.ASSIGN_ON_FIRST_REPLY);

  /// What a reply to an unassigned conversation does.
  public enum Mode { ASSIGN_ON_FIRST_REPLY, REQUIRE_ASSIGNEE, FREE }
}
