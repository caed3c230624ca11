package baton.table;

import baton.conversation.Change;
import baton.conversation.Conversations;
import baton.conversation.Unavailable;
import baton.id.AgentId;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.id.IdSource;
import baton.id.TeamId;
import baton.table.Transactions.Ended;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// [Conversations] upon the table.
public final class DynamoConversations implements Conversations {
  private final Table table;
  private final Transactions transactions;
  private final IdSource tokens;
  private final InstantSource clock;

  /// Upon that table.
  public DynamoConversations(Table table, IdSource tokens, InstantSource clock) {
    this.table = table;
    this.transactions = new Transactions(table.client());
    this.tokens = tokens;
    this.clock = clock;
  }

  @Override
  public Loaded load(Wanted wanted) {
    var workspace = wanted.workspace();
    var keys = new ArrayList<Key>();
    keys.add(Keys.workspace(workspace));
    wanted.conversations().forEach(id -> keys.add(Keys.head(workspace, id)));
    wanted.contacts().forEach(id -> keys.add(Keys.contact(workspace, id)));
    wanted.agents().forEach(id -> keys.add(Keys.agent(workspace, id)));
    wanted.teams().forEach(id -> keys.add(Keys.team(workspace, id)));
    var once = wanted.key().map(key -> Keys.once(workspace, key.agent(), key.key().key()));
    once.ifPresent(keys::add);
    var found = read(keys);
    found.values().removeIf(item -> !TeamItem.isThere(item));
    return new Loaded(
        Optional.ofNullable(found.get(Keys.workspace(workspace)))
            .map(WorkspaceItem::read)
            .orElseThrow(() -> new IllegalStateException("there is no workspace " + workspace)),
        pick(wanted.conversations(), (ConversationId id) -> Keys.head(workspace, id), found, ConversationItem::read),
        pick(wanted.contacts(), (ContactId id) -> Keys.contact(workspace, id), found, ContactItem::read),
        pick(wanted.agents(), (AgentId id) -> Keys.agent(workspace, id), found, AgentItem::read),
        pick(wanted.teams(), (TeamId id) -> Keys.team(workspace, id), found, TeamItem::read),
        once.map(found::get).flatMap(item -> OnceItem.read(item, clock.instant())));
  }

  private Map<Key, Map<String, AttributeValue>> read(List<Key> keys) {
    try {
      return table.read(keys);
    } catch (SdkException e) {
      throw new Unavailable("the table does not answer", e);
    }
  }

  private static <I, T> Map<I, T> pick(
      Collection<I> ids, Function<I, Key> key, Map<Key, Map<String, AttributeValue>> found,
      Function<Map<String, AttributeValue>, T> read) {
    var picked = new HashMap<I, T>();
    for (I id : ids) {
      var item = found.get(key.apply(id));
      if (item != null) {
        picked.put(id, read.apply(item));
      }
    }
    return picked;
  }

  @Override
  public Committed commit(Change change) {
    return switch (transactions.write(ChangeParts.of(table, change), tokens.next())) {
      case Ended.Committed _ -> Committed.YES;
      case Ended.Canceled(var found) when isOwn(change, found) -> Committed.YES;
      case Ended.Canceled _ -> Committed.LOST_RACE;
    };
  }

  // The SDK's own repetition, or ours, can find the work of a first try whose answer was lost. Under a client's key it may
  // be the work of the same request sent twice at once, or of another under the same key: there the kept answer decides.
  private static boolean isOwn(Change change, List<Optional<Map<String, AttributeValue>>> found) {
    return change.remembered().isEmpty()
        && !change.moves().isEmpty()
        && !found.isEmpty()
        && found.getFirst().filter(item -> ChangeParts.isOwn(change, item)).isPresent();
  }
}
