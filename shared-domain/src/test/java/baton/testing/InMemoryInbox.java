package baton.testing;

import baton.agent.Agent;
import baton.agent.Team;
import baton.channel.Channel;
import baton.contact.Contacts;
import baton.conversation.Conversations;
import baton.conversation.IncomingMessages;
import baton.event.Event;
import baton.id.WorkspaceId;
import baton.testing.Store.In;
import baton.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All ports in memory, around one store: what the table does, without a table.
public final class InMemoryInbox implements InboxUnderTest {
  private final Store store = new Store();
  private final Conversations conversations = new InMemoryConversations(store);
  private final IncomingMessages messages = new InMemoryMessages(store);
  private final Contacts contacts = new InMemoryContacts(store);

  @Override
  public Conversations conversations() {
    return conversations;
  }

  @Override
  public IncomingMessages messages() {
    return messages;
  }

  @Override
  public Contacts contacts() {
    return contacts;
  }

  @Override
  public void put(Workspace workspace) {
    synchronized (store) {
      store.workspaces.put(workspace.id(), workspace);
    }
  }

  @Override
  public void put(Agent agent) {
    synchronized (store) {
      store.agents.put(new In<>(agent.workspace(), agent.id()), agent);
    }
  }

  @Override
  public void put(Team team) {
    synchronized (store) {
      store.teams.put(new In<>(team.workspace(), team.id()), team);
    }
  }

  @Override
  public void put(Channel channel) {
    synchronized (store) {
      store.channels.put(channel.id(), channel);
    }
  }

  @Override
  public Everything everything(WorkspaceId workspace) {
    synchronized (store) {
      return new Everything(
          of(workspace, store.agents, Function.identity()),
          of(workspace, store.contacts, Function.identity()),
          of(workspace, store.conversations, Function.identity()),
          logs(workspace),
          of(workspace, store.timelines, timeline -> List.copyOf(timeline.keySet())));
    }
  }

  // Who was only met has a log without a line, which no table could hold.
  private Map<String, List<Event>> logs(WorkspaceId workspace) {
    var logs = new HashMap<>(of(workspace, store.logs, List::copyOf));
    logs.values().removeIf(List::isEmpty);
    return logs;
  }

  private static <K, V, W> Map<K, W> of(WorkspaceId workspace, Map<In<K>, V> kept, Function<V, W> copy) {
    return kept.entrySet().stream()
        .filter(entry -> entry.getKey().workspace().equals(workspace))
        .collect(Collectors.toUnmodifiableMap(entry -> entry.getKey().id(), entry -> copy.apply(entry.getValue())));
  }
}
