package baton.table;

import baton.administration.Directory;
import baton.administration.Versioned;
import baton.agent.Account;
import baton.agent.Team;
import baton.channel.Quarantined;
import baton.channel.Registered;
import baton.conversation.Unavailable;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.TeamId;
import baton.id.WorkspaceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// [Directory] upon the table: the index says who there is, a consistent read says how they are.
public final class DynamoDirectory implements Directory {
  private final Table table;

  /// Upon that table.
  public DynamoDirectory(Table table) {
    this.table = table;
  }

  @Override
  public Roster agents(WorkspaceId workspace, Optional<AgentId> behind, int most) {
    return reachable(() -> {
      var from = behind.<Range.From>map(id -> new Range.From.Behind(id.value(), Keys.agent(workspace, id)))
          .orElseGet(Range.From.Beginning::new);
      var part = new Range(Listing.BY_FOLDER, Keys.agents(workspace), from, false, false, most + 1)
          .read(table).first(most);
      var agents = existing(part.items(), _ -> true, AgentItem::readVersioned).stream()
          .filter(agent -> agent.value().agent().account() != Account.DELETED)
          .toList();
      return new Roster(agents, part.more()
          ? Optional.of(new AgentId(part.items().getLast().get(Listing.BY_FOLDER.sort()).s()))
          : Optional.empty());
    });
  }

  @Override
  public List<Versioned<Team>> teams(WorkspaceId workspace) {
    return listed(Keys.teams(workspace), TeamItem::isThere, TeamItem::readVersioned);
  }

  @Override
  public List<Versioned<Registered>> channels(WorkspaceId workspace) {
    return listed(Keys.channels(workspace), _ -> true, ChannelItem::readVersioned).stream()
        .filter(channel -> !channel.value().removed())
        .toList();
  }

  @Override
  public List<AgentId> members(WorkspaceId workspace, TeamId team) {
    return named(Keys.teamFamily(workspace, team), Keys.MEMBERS);
  }

  @Override
  public List<AgentId> subscribers(ChannelId channel) {
    return named(Keys.channelFamily(channel), Keys.SUBSCRIBERS);
  }

  @Override
  public List<Quarantined> quarantined(ChannelId channel, Instant now, int most) {
    // One call reads a megabyte at most: of very long ones it shows fewer. Within an hour the order is made here.
    var newest = new Range(Listing.TABLE, Keys.quarantine(channel), new Range.From.Beginning(), true, false, most);
    return reachable(() -> newest.read(table).items().stream()
        .filter(item -> Attributes.of(item).number("expiresAt") > now.getEpochSecond())
        .map(DynamoDirectory::quarantined)
        .sorted(Comparator.comparing(Quarantined::receivedAt).reversed())
        .toList());
  }

  private static Quarantined quarantined(Map<String, AttributeValue> values) {
    var item = Attributes.of(values);
    return new Quarantined(item.key().sk(), item.text("why"), item.time("receivedAt"), item.text("body"));
  }

  private <T> List<T> listed(
      String folder, Predicate<Map<String, AttributeValue>> isThere, Function<Map<String, AttributeValue>, T> read) {
    return reachable(() -> existing(table.folder(folder), isThere, read));
  }

  private <T> List<T> existing(
      List<Map<String, AttributeValue>> entries, Predicate<Map<String, AttributeValue>> isThere,
      Function<Map<String, AttributeValue>, T> read) {
    var keys = entries.stream().map(Key::of).toList();
    var found = table.read(keys);
    return keys.stream().map(found::get).filter(Objects::nonNull).filter(isThere).map(read).toList();
  }

  private List<AgentId> named(String family, String prefix) {
    return reachable(() -> table.family(family, prefix).stream()
        .map(item -> new AgentId(Key.of(item).sk().substring(prefix.length())))
        .toList());
  }

  private static <T> T reachable(Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw new Unavailable("the table does not answer", e);
    }
  }
}
