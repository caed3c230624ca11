package baton.administration;

import baton.agent.Enrolled;
import baton.agent.Team;
import baton.channel.Registered;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.workspace.Workspace;

/// What a wish was about, as it is now.
public sealed interface Subject {
  /// How often it has been changed: for `ETag` and `If-Match`.
  long version();

  /// The workspace's settings.
  record Settings(Versioned<Workspace> workspace) implements Subject {
    @Override
    public long version() {
      return workspace.version();
    }
  }

  /// An agent.
  record Person(Versioned<Enrolled> enrolled) implements Subject {
    @Override
    public long version() {
      return enrolled.version();
    }
  }

  /// A team.
  record Group(Versioned<Team> team) implements Subject {
    @Override
    public long version() {
      return team.version();
    }
  }

  /// A channel.
  record Line(Versioned<Registered> channel) implements Subject {
    @Override
    public long version() {
      return channel.version();
    }
  }

  /// That an agent follows a channel.
  record Subscription(ChannelId channel, AgentId agent, long version) implements Subject {}

  /// Nothing any more.
  record Gone(long version) implements Subject {}
}
