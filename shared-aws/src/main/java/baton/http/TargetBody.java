package baton.http;

import baton.conversation.ConversationCommand.KeepAssignee;
import baton.conversation.ConversationCommand.Target;
import baton.conversation.ConversationCommand.ToAgent;
import baton.conversation.ConversationCommand.ToTeam;
import baton.id.AgentId;
import baton.id.Ids;
import baton.id.TeamId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// To whom, as requests say it: exactly one of an agent and a team.
public final class TargetBody {
  private TargetBody() {}

  /// The target that these fields name.
  ///
  /// @param keepAssignee `auto` (when absent), `yes` or `no`: what becomes of the assignee when the team changes
  public static Target target(@Nullable String agent, @Nullable String team, @Nullable String keepAssignee) {
    if ((agent == null) == (team == null)) {
      throw Malformed.at("", "exactly one of agent and team is expected");
    }
    return agent != null
        ? new ToAgent(id("/agent", agent, AgentId::new))
        : new ToTeam(id("/team", team, TeamId::new), keep(keepAssignee));
  }

  /// An id in a body.
  public static <T> T id(String pointer, @Nullable String value, Function<String, T> type) {
    return Optional.ofNullable(value)
        .filter(Ids::wellFormed)
        .map(type)
        .orElseThrow(() -> Malformed.at(pointer, "an id is expected"));
  }

  private static KeepAssignee keep(@Nullable String word) {
    return switch (word == null ? "auto" : word) {
      case "auto", "yes", "no" -> KeepAssignee.valueOf((word == null ? "auto" : word).toUpperCase(Locale.ROOT));
      default -> throw Malformed.at("/keepAssignee", "auto, yes or no is expected");
    };
  }
}
