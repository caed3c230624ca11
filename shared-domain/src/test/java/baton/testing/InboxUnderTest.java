package baton.testing;

import baton.agent.Agent;
import baton.agent.Team;
import baton.channel.Channel;
import baton.contact.Contacts;
import baton.conversation.Conversations;
import baton.conversation.IncomingMessages;
import baton.id.WorkspaceId;
import baton.workspace.Workspace;

/// One implementation of the ports, with what a test needs to furnish it and to look behind it.
public interface InboxUnderTest {
  Conversations conversations();

  IncomingMessages messages();

  Contacts contacts();

  /// Puts it there, replacing what stood there. An agent's count of open conversations is taken as it is.
  void put(Workspace workspace);

  void put(Agent agent);

  void put(Team team);

  void put(Channel channel);

  /// All that a workspace holds, read as it stands (a test may scan).
  Everything everything(WorkspaceId workspace);
}
