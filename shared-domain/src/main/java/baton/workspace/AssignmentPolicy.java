package baton.workspace;

/// What a person may do although Baton would not do it by itself (setting S6).
public record AssignmentPolicy(WhenUnavailable whenUnavailable) {
  /// The standard: it is done, and the person is told.
  public static final AssignmentPolicy STANDARD = new AssignmentPolicy(WhenUnavailable.WARN);

  /// When the chosen agent is away or full.
  public enum WhenUnavailable { WARN, ALLOW, DENY }
}
