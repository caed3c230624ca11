package baton.testing;

import baton.agent.Agent;
import baton.agent.Team;
import baton.channel.Channel;
import baton.channel.Inbound;
import baton.contact.Contact;
import baton.conversation.Conversation;
import baton.conversation.Conversations.Kept;
import baton.conversation.IncomingMessage;
import baton.conversation.OutgoingMessage;
import baton.event.Event;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.id.TeamId;
import baton.id.WorkspaceId;
import baton.message.MessageKey;
import baton.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// What the ports in memory keep. Whoever reads or writes it holds its monitor.
final class Store {
  final Map<WorkspaceId, Workspace> workspaces = new HashMap<>();
  final Map<In<AgentId>, Agent> agents = new HashMap<>();
  final Map<In<TeamId>, Team> teams = new HashMap<>();
  final Map<ChannelId, Channel> channels = new HashMap<>();
  final Map<In<ContactId>, Contact> contacts = new HashMap<>();
  final Map<In<ConversationId>, Conversation> conversations = new HashMap<>();
  final Map<In<String>, List<Event>> logs = new HashMap<>();
  final Map<In<ConversationId>, NavigableMap<MessageKey, Entry>> timelines = new HashMap<>();
  final Map<Once, Kept> remembered = new HashMap<>();
  final Map<Seen, Placed> seen = new HashMap<>();
  final Set<Quarantined> quarantine = new HashSet<>();

  /// A thing in its workspace.
  record In<T>(WorkspaceId workspace, T id) {}

  /// Under what an answer is remembered.
  record Once(WorkspaceId workspace, AgentId agent, String key) {}

  /// A message whose key was chosen when it first came.
  record Seen(ChannelId channel, String providerId) {}

  /// Where it stands since then.
  record Placed(ConversationId conversation, MessageKey key) {}

  /// A body that nothing could be done with, and the hour in which it came.
  record Quarantined(ChannelId channel, String why, String raw, Instant hour) {}

  /// What stands on a timeline.
  sealed interface Entry {
    record Incoming(IncomingMessage message) implements Entry {}

    record Outgoing(OutgoingMessage message) implements Entry {}

    record Remarked(Inbound.Remark remark, Instant receivedAt) implements Entry {}
  }

  List<Event> log(WorkspaceId workspace, String stream) {
    return logs.computeIfAbsent(new In<>(workspace, stream), _ -> new ArrayList<>());
  }

  NavigableMap<MessageKey, Entry> timeline(WorkspaceId workspace, ConversationId conversation) {
    return timelines.computeIfAbsent(new In<>(workspace, conversation), _ -> new TreeMap<>());
  }
}
