package baton.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// To whom a customer comes back (setting S5): the first in this order who is eligible, else the queue.
///
/// @param stickyWindow how long after closing the last assignee still counts
public record ReopenPolicy(List<Step> order, Duration stickyWindow) {
  /// The standard: the one the contact is pinned to, then who had it last within three days, then the queue.
  public static final ReopenPolicy STANDARD =
      new ReopenPolicy(List.of(Step.OWNER, Step.LAST_ASSIGNEE), Duration.ofHours(72));

  /// Who may get it back.
  public enum Step { OWNER, LAST_ASSIGNEE }

  public ReopenPolicy {
    order = List.copyOf(order);
  }

  /// Whether the last assignee still counts for what was closed then.
  public boolean sticks(Instant closedAt, Instant now) {
    return order.contains(Step.LAST_ASSIGNEE) && now.isBefore(closedAt.plus(stickyWindow));
  }
}
