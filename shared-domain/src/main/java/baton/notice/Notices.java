package baton.notice;

import baton.agent.Agent;
import baton.conversation.Conversation;
import baton.event.Event;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where notices are decided once, kept, and read.
public interface Notices {

  /// What the decision about this event looks at; and the decision itself, if it was taken before.
  Known load(Event event);

  /// These agents; who does not exist is absent.
  Map<AgentId, Agent> agents(WorkspaceId workspace, Collection<AgentId> agents);

  /// The agents who signed up for this channel.
  List<AgentId> subscribers(ChannelId channel);

  /// Keeps the decision, unless one is kept: then that one counts.
  ///
  /// @return the decision that counts
  List<Notice> decide(Event event, List<Notice> notices);

  /// Shows the notice in the product: in the agent's list, or in the channel's where it is shared.
  void show(Notice notice);

  /// The next of an agent's notices, newest first: their own and those of the channels that they subscribed to.
  NoticePage of(
      WorkspaceId workspace, AgentId agent, Collection<ChannelId> channels, Optional<NoticePage.Place> behind,
      int most);

  /// What was found about an event.
  ///
  /// @param decided the notices decided before, if they were
  record Known(Optional<Conversation> conversation, Map<AgentId, Agent> people, Optional<List<Notice>> decided) {}
}
