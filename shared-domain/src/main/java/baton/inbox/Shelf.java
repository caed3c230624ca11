package baton.inbox;

import baton.id.AgentId;
import baton.id.TeamId;
import java.util.Optional;

/// A stretch of conversations that is kept in order; a list shows one or several of them.
public sealed interface Shelf {
  /// Its name in a cursor; shelves that are shown together have different ones, and stand in their order.
  String name();

  /// What waits for one team, or for no team in particular.
  record Waiting(Optional<TeamId> team) implements Shelf {
    @Override
    public String name() {
      return "waiting:" + team.map(TeamId::value).orElse("");
    }
  }

  /// What an agent has.
  record Held(AgentId agent) implements Shelf {
    @Override
    public String name() {
      return "held:" + agent;
    }
  }

  /// What an agent had when it was closed.
  record ClosedBy(AgentId owner) implements Shelf {
    @Override
    public String name() {
      return "closed:" + owner;
    }
  }

  /// What is blocked.
  record Hidden() implements Shelf {
    @Override
    public String name() {
      return "hidden";
    }
  }

  /// Everything, by the beginning of its episode.
  record Episodes() implements Shelf {
    @Override
    public String name() {
      return "episodes";
    }
  }
}
