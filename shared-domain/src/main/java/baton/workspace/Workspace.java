package baton.workspace;

import baton.id.WorkspaceId;
import java.time.Duration;
import java.time.ZoneId;

/// A company and what it has set.
///
/// @param zone in which its days and shifts are counted
/// @param closeIdleAfter how long an open conversation may lie still before the clean-up closes it; zero: for ever
/// @param salt 32 hex digits that make ids of people unguessable; copied to its channels
public record Workspace(WorkspaceId id, String name, ZoneId zone, Duration closeIdleAfter, String salt) {

  /// What its settings mean for the rules. Presets and settings by channel or team will be resolved here, nowhere else.
  public Policies policies() {
    return new Policies(
        AssignmentPolicy.STANDARD, ReplyPolicy.STANDARD, ReopenPolicy.STANDARD, new ClosingPolicy(closeIdleAfter));
  }

  /// The resolved settings, one small record per topic.
  public record Policies(
      AssignmentPolicy assignment, ReplyPolicy reply, ReopenPolicy reopen, ClosingPolicy closing) {}
}
