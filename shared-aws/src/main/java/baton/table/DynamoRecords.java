package baton.table;

import baton.administration.Edit;
import baton.administration.Records;
import baton.administration.Scene;
import baton.administration.Scene.Occupation;
import baton.administration.Tally;
import baton.administration.Versioned;
import baton.administration.Wanted;
import baton.conversation.Conversations.Committed;
import baton.conversation.Unavailable;
import baton.id.IdSource;
import baton.id.TeamId;
import baton.id.WorkspaceId;
import baton.table.Transactions.Ended;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// [Records] upon the table.
public final class DynamoRecords implements Records {
  private final Table table;
  private final Transactions transactions;
  private final IdSource tokens;
  private final InstantSource clock;

  /// Upon that table.
  public DynamoRecords(Table table, IdSource tokens, InstantSource clock) {
    this.table = table;
    this.transactions = new Transactions(table.client());
    this.tokens = tokens;
    this.clock = clock;
  }

  @Override
  public Scene load(WorkspaceId workspace, Wanted wanted) {
    try {
      return read(workspace, wanted);
    } catch (SdkException e) {
      throw new Unavailable("the table does not answer", e);
    }
  }

  private Scene read(WorkspaceId workspace, Wanted wanted) {
    var keys = new ArrayList<>(List.of(Keys.workspace(workspace), Keys.tally(workspace)));
    wanted.agents().forEach(id -> keys.add(Keys.agent(workspace, id)));
    wanted.teams().forEach(id -> keys.add(Keys.team(workspace, id)));
    wanted.logins().forEach(login -> keys.add(Keys.login(login.issuer(), login.subject(), workspace)));
    wanted.channels().forEach(id -> keys.add(Keys.channel(id)));
    wanted.subscriptions().forEach(one -> keys.add(Keys.subscriber(one.channel(), one.agent())));
    var once = wanted.key().map(key -> Keys.once(workspace, key.agent(), key.key().key()));
    once.ifPresent(keys::add);
    var found = table.read(keys);
    found.values().removeIf(item -> !TeamItem.isThere(item));
    return new Scene(
        Optional.ofNullable(found.get(Keys.workspace(workspace)))
            .map(WorkspaceItem::readVersioned)
            .orElseThrow(() -> new IllegalStateException("there is no workspace " + workspace)),
        Optional.ofNullable(found.get(Keys.tally(workspace)))
            .map(TallyItem::read)
            .orElseGet(() -> new Versioned<>(new Tally(Set.of(), 0), 0)),
        pick(wanted.agents(), id -> Keys.agent(workspace, id), found, AgentItem::readVersioned),
        pick(wanted.teams(), id -> Keys.team(workspace, id), found, TeamItem::readVersioned),
        wanted.emptied().map(team -> occupied(workspace, team)).orElse(Map.of()),
        pick(wanted.logins(), one -> Keys.login(one.issuer(), one.subject(), workspace), found,
            item -> LoginItem.read(item).agent()),
        pick(wanted.channels(), Keys::channel, found, ChannelItem::readVersioned),
        wanted.subscriptions().stream()
            .filter(one -> found.containsKey(Keys.subscriber(one.channel(), one.agent())))
            .collect(Collectors.toSet()),
        once.map(found::get).flatMap(item -> OnceItem.read(item, clock.instant())));
  }

  private static <I, T> Map<I, T> pick(
      Collection<I> ids, Function<I, Key> key, Map<Key, Map<String, AttributeValue>> found,
      Function<Map<String, AttributeValue>, T> read) {
    var picked = new HashMap<I, T>();
    ids.forEach(id -> Optional.ofNullable(found.get(key.apply(id))).ifPresent(item -> picked.put(id, read.apply(item))));
    return picked;
  }

  private Map<TeamId, Occupation> occupied(WorkspaceId workspace, TeamId team) {
    if (!table.family(Keys.teamFamily(workspace, team), Keys.MEMBERS).isEmpty()) {
      return Map.of(team, Occupation.MEMBERS);
    }
    if (table.holdsAny(Keys.unassigned(workspace, Optional.of(team)))) {
      return Map.of(team, Occupation.CONVERSATIONS);
    }
    boolean fed = table.folder(Keys.channels(workspace)).stream()
        .anyMatch(channel -> Attributes.of(channel).text("team").equals(team.value()));
    return fed ? Map.of(team, Occupation.CHANNELS) : Map.of();
  }

  @Override
  public Committed commit(Edit edit) {
    return switch (transactions.write(EditParts.of(table, edit), tokens.next())) {
      case Ended.Committed _ -> Committed.YES;
      case Ended.Canceled _ -> Committed.LOST_RACE;
    };
  }
}
