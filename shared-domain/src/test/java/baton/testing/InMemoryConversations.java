package baton.testing;

import baton.agent.Eligibility;
import baton.conversation.Change;
import baton.conversation.Conversations;
import baton.event.Event;
import baton.id.WorkspaceId;
import baton.testing.Store.Entry;
import baton.testing.Store.In;
import baton.testing.Store.Once;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Conversations in memory: one monitor is the transaction.
final class InMemoryConversations implements Conversations {
  private final Store store;

  InMemoryConversations(Store store) {
    this.store = store;
  }

  @Override
  public Loaded load(Wanted wanted) {
    synchronized (store) {
      var ws = wanted.workspace();
      return new Loaded(
          Objects.requireNonNull(store.workspaces.get(ws), "no workspace " + ws),
          found(ws, wanted.conversations(), store.conversations),
          found(ws, wanted.contacts(), store.contacts),
          found(ws, wanted.agents(), store.agents),
          found(ws, wanted.teams(), store.teams),
          wanted.key().map(key -> store.remembered.get(new Once(ws, key.agent(), key.key().key()))));
    }
  }

  @Override
  public Committed commit(Change change) {
    synchronized (store) {
      if (!holds(change)) {
        return Committed.LOST_RACE;
      }
      write(change);
      return Committed.YES;
    }
  }

  private boolean holds(Change change) {
    return change.moves().stream().allMatch(move -> holds(change, move))
        && change.contact().map(move -> holds(change.workspace(), move)).orElse(true)
        && change.reply().map(reply ->
            !store.timeline(reply.workspace(), reply.conversation()).containsKey(reply.key())).orElse(true)
        && change.remembered().map(kept -> !store.remembered.containsKey(once(change, kept))).orElse(true)
        && change.counts().stream().allMatch(count -> holds(change.workspace(), count));
  }

  private boolean holds(Change change, Change.Move move) {
    var stored = store.conversations.get(new In<>(change.workspace(), move.after().id()));
    if (move.before().isEmpty() || stored == null) {
      return move.before().isEmpty() && stored == null;
    }
    var seen = move.before().get();
    return stored.version() == seen.version()
        && (!change.guardTraffic() || stored.core().traffic().seen().equals(seen.core().traffic().seen()));
  }

  private boolean holds(WorkspaceId workspace, Change.ContactMove move) {
    var stored = store.contacts.get(new In<>(workspace, move.after().id()));
    if (move.before().isEmpty() || stored == null) {
      return move.before().isEmpty() && stored == null;
    }
    var seen = move.before().get();
    return stored.version() == seen.version() && stored.conversations().equals(seen.conversations());
  }

  private boolean holds(WorkspaceId workspace, Change.Count count) {
    var agent = store.agents.get(new In<>(workspace, count.agent()));
    return agent != null && switch (count.guard()) {
      case NONE -> true;
      case ACTIVE -> agent.isActive();
      case ELIGIBLE -> agent.isActive() && Eligibility.soft(agent).isEmpty();
    };
  }

  private void write(Change change) {
    for (var move : change.moves()) {
      var key = new In<>(change.workspace(), move.after().id());
      store.conversations.merge(key, move.after(), (stored, after) -> Merge.of(move.before().orElseThrow(), after, stored));
      append(change, move.after().id().value(), move.after().version(), move.events());
    }
    change.counts().forEach(count -> store.agents.computeIfPresent(
        new In<>(change.workspace(), count.agent()),
        (_, known) -> new AgentFixture(known).with(known.open() + count.more()).agent()));
    change.contact().ifPresent(move -> {
      var key = new In<>(change.workspace(), move.after().id());
      store.contacts.merge(key, move.after(), (stored, after) -> Merge.of(move.before().orElseThrow(), after, stored));
      append(change, "contact:" + move.after().id(), move.after().version(), move.events());
    });
    change.reply().ifPresent(reply ->
        store.timeline(reply.workspace(), reply.conversation()).put(reply.key(), new Entry.Outgoing(reply)));
    change.remembered().ifPresent(kept ->
        store.remembered.put(once(change, kept), new Kept(kept.key().requestHash(), kept.answer())));
  }

  private void append(Change change, String stream, long version, List<Event> events) {
    var log = store.log(change.workspace(), stream);
    for (var event : events) {
      if (event.version() != log.size() + 1 || !event.stream().equals(stream)) {
        throw new IllegalStateException("a gap in the log of " + stream + " before " + event);
      }
      log.add(event);
    }
    if (log.size() != version) {
      throw new IllegalStateException(stream + " has version " + version + " and " + log.size() + " events");
    }
  }

  private static Once once(Change change, Change.Remembered kept) {
    return new Once(change.workspace(), kept.agent(), kept.key().key());
  }

  private static <K, V> Map<K, V> found(WorkspaceId workspace, Set<K> wanted, Map<In<K>, V> kept) {
    var found = new HashMap<K, V>();
    for (var id : wanted) {
      Optional.ofNullable(kept.get(new In<>(workspace, id))).ifPresent(value -> found.put(id, value));
    }
    return Map.copyOf(found);
  }
}
