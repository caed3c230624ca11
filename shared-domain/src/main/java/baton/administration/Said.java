package baton.administration;

import baton.event.EventType;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.TeamId;
import baton.message.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What the log says of a change: what it was about, and each field's old and new value. Whatever only administrators
/// may see (addresses, logins, secrets) is said to have changed, not what it was or is.
///
/// @param did one word: `added`, `changed`, `removed`, `joined`, `left`, `rotated`
public record Said(
    EventType type, String did, Optional<TeamId> team, Optional<ChannelId> channel, String from, String to,
    Map<String, String> data) {
  /// How many bytes the data of an event may have, names included.
  static final int MOST_BYTES = 300;

  /// Of the workspace.
  static Said ofWorkspace(String did, Changes changes) {
    return new Said(EventType.WORKSPACE_CHANGED, did, Optional.empty(), Optional.empty(), "", "", changes.data());
  }

  /// Of an agent.
  static Said ofAgent(String did, AgentId agent, Changes changes) {
    return new Said(
        EventType.AGENT_CHANGED, did, Optional.empty(), Optional.empty(), "", "",
        changes.about("agent", agent.value()).data());
  }

  /// Of a team.
  static Said ofTeam(String did, TeamId team, Changes changes) {
    return new Said(EventType.TEAM_CHANGED, did, Optional.of(team), Optional.empty(), "", "", changes.data());
  }

  /// Of a channel.
  static Said ofChannel(String did, ChannelId channel, Changes changes) {
    return new Said(EventType.CHANNEL_CHANGED, did, Optional.empty(), Optional.of(channel), "", "", changes.data());
  }

  /// The same, of an agent who comes.
  Said to(AgentId agent) {
    return new Said(type, did, team, channel, "", agent.value(), data);
  }

  /// The same, of an agent who goes.
  Said from(AgentId agent) {
    return new Said(type, did, team, channel, agent.value(), "", data);
  }

  /// The fields that differ.
  static final class Changes {
    private final Map<String, String> about = new TreeMap<>();
    private final Map<String, String> values = new TreeMap<>();

    Changes about(String name, String value) {
      about.put(name, value);
      return this;
    }

    /// A field, if it differs.
    Changes field(String name, Object before, Object after) {
      if (!before.equals(after)) {
        values.put(name + ".was", before.toString());
        values.put(name, after.toString());
      }
      return this;
    }

    /// A field whose value is nobody's business.
    Changes hidden(String name, Object before, Object after) {
      if (!before.equals(after)) {
        about.put(name, "changed");
      }
      return this;
    }

    /// All of it, the longest values cut so that it fits.
    Map<String, String> data() {
      var data = new HashMap<>(about);
      int left = MOST_BYTES - bytes(values.keySet()) - bytes(about.keySet()) - bytes(about.values());
      List<Map.Entry<String, String>> shortestFirst = new ArrayList<>(values.entrySet());
      shortestFirst.sort(Comparator.comparingInt(entry -> bytes(List.of(entry.getValue()))));
      for (int i = 0; i < shortestFirst.size(); i++) {
        String value = Text.clip(shortestFirst.get(i).getValue(), left / (shortestFirst.size() - i));
        left -= bytes(List.of(value));
        data.put(shortestFirst.get(i).getKey(), value);
      }
      return data;
    }

    private static int bytes(Iterable<String> texts) {
      int all = 0;
      for (String text : texts) {
        all += text.getBytes(StandardCharsets.UTF_8).length;
      }
      return all;
    }
  }
}
