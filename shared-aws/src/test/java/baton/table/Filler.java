package baton.table;

import baton.administration.Tally;
import baton.administration.Versioned;
import baton.agent.Login;
import baton.agent.LoginName;
import baton.conversation.Conversation;
import baton.conversation.IncomingMessage;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.TeamId;
import baton.id.WorkspaceId;
import baton.table.Attributes.ItemType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The items of what a table is filled with straight, past all commands: so many that nothing else would be fast enough.
public final class Filler {
  private Filler() {}

  /// A conversation's head.
  public static Map<String, AttributeValue> head(Conversation conversation) {
    return ConversationItem.write(conversation);
  }

  /// A customer's message.
  public static Map<String, AttributeValue> message(IncomingMessage message) {
    return MessageItem.write(message);
  }

  /// Whose a login is.
  public static Map<String, AttributeValue> login(LoginName name, Login login) {
    return LoginItem.write(name.issuer(), name.subject(), login);
  }

  /// A workspace's tally.
  public static Map<String, AttributeValue> tally(WorkspaceId workspace, Tally tally) {
    return TallyItem.write(workspace, new Versioned<>(tally, 1));
  }

  /// An agent has signed up for a channel.
  public static List<Map<String, AttributeValue>> subscription(WorkspaceId workspace, ChannelId channel, AgentId agent) {
    return Stream.of(Keys.subscriber(channel, agent), Keys.subscription(workspace, agent, channel))
        .map(key -> Attributes.of(key, ItemType.OTHER).map())
        .toList();
  }

  /// An agent is of a team.
  public static Map<String, AttributeValue> member(WorkspaceId workspace, TeamId team, AgentId agent) {
    return Attributes.of(Keys.member(workspace, team, agent), ItemType.OTHER).map();
  }
}
