package baton.testing;

import baton.agent.Agent;
import baton.contact.Contact;
import baton.conversation.Conversation;
import baton.event.Event;
import baton.id.AgentId;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.message.MessageKey;
import java.util.List;
import java.util.Map;

/// All that a workspace holds, at one moment, to be compared and checked.
///
/// @param logs by stream, in the order of versions
/// @param timelines in the order of keys: incoming messages, replies and remarks
public record Everything(
    Map<AgentId, Agent> agents,
    Map<ContactId, Contact> contacts,
    Map<ConversationId, Conversation> conversations,
    Map<String, List<Event>> logs,
    Map<ConversationId, List<MessageKey>> timelines) {

  public List<Event> logOf(Conversation conversation) {
    return logs.getOrDefault(conversation.id().value(), List.of());
  }

  public List<Event> logOf(Contact contact) {
    return logs.getOrDefault("contact:" + contact.id(), List.of());
  }

  public List<MessageKey> timelineOf(Conversation conversation) {
    return timelines.getOrDefault(conversation.id(), List.of());
  }
}
