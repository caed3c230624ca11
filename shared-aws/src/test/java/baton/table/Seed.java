package baton.table;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.acme;
import static baton.testing.Fixtures.atOnce;
import static baton.testing.Fixtures.called;
import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.observer;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.restricted;
import static baton.testing.Fixtures.superAdmin;

import baton.administration.Administration;
import baton.administration.Tally;
import baton.administration.Versioned;
import baton.agent.Agent;
import baton.agent.Enrolled;
import baton.agent.Login;
import baton.agent.LoginName;
import baton.agent.Team;
import baton.channel.Channel;
import baton.channel.Registered;
import baton.channel.Stopped;
import baton.conversation.Conversation;
import baton.event.Event;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.WorkspaceId;
import baton.table.Attributes.ItemType;
import baton.testing.AgentFixture;
import baton.workspace.Workspace;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What tests put into a table before, and look at after.
public final class Seed {
  private final Table table;

  /// Into that table.
  public Seed(Table table) {
    this.table = table;
  }

  /// Acme with an agent of each role: sam, max, olga and ana, rita, otto; olga alone is in a team.
  public static Seed acmeIn(Table table) {
    var seed = new Seed(table);
    seed.put(WorkspaceItem.write(new Versioned<>(acme(), 1)));
    seed.put(TallyItem.write(ACME, new Versioned<>(new Tally(Set.of(new AgentId("sam")), 1), 1)));
    return seed.teams(called("support"))
        .agents(
            superAdmin("sam"), manager("max"), online("olga").in("support"), online("ana"), restricted("rita"),
            observer("otto"));
  }

  /// These agents, enrolled with logins of their names.
  public Seed agents(AgentFixture... agents) {
    for (var fixture : agents) {
      var agent = fixture.agent();
      var login = new LoginName("https://id.example", agent.id().value());
      put(AgentItem.write(new Versioned<>(new Enrolled(agent, Optional.of(login)), 1)));
      put(LoginItem.write(
          login.issuer(), login.subject(), new Login(agent.workspace(), agent.id(), agent.isActive(), Instant.EPOCH)));
      agent.teams().forEach(
          team -> put(Attributes.of(Keys.member(agent.workspace(), team, agent.id()), ItemType.OTHER).map()));
    }
    return this;
  }

  /// These teams.
  public Seed teams(Team... teams) {
    Stream.of(teams).forEach(team -> put(TeamItem.write(new Versioned<>(team, 1))));
    return this;
  }

  /// These conversations.
  public Seed conversations(Conversation... conversations) {
    Stream.of(conversations).map(ConversationItem::write).forEach(this::put);
    return this;
  }

  /// These channels.
  public Seed channels(Channel... channels) {
    Stream.of(channels)
        .forEach(channel -> put(ChannelItem.write(new Versioned<>(new Registered(channel, false), 1))));
    return this;
  }

  /// The workspace's tally.
  public Seed tally(Tally tally) {
    return kept(TallyItem.write(ACME, new Versioned<>(tally, 1)));
  }

  /// A quarantined body.
  public Seed quarantined(Channel channel, String why, String body, Instant at) {
    new DynamoIncomingMessages(table, atOnce()).quarantine(channel, why, body, at);
    return this;
  }

  private void put(Map<String, AttributeValue> item) {
    table.put(item, new Expression().whenAbsent("pk"));
  }

  // ---- afterwards ---------------------------------------------------------------------------------------------

  /// An agent as they are now.
  public Agent agent(String id) {
    return AgentItem.read(table.read(Keys.agent(ACME, new AgentId(id))).orElseThrow());
  }

  /// A conversation as it is now.
  public Conversation conversation(Conversation before) {
    var core = before.core();
    return ConversationItem.read(table.read(Keys.head(core.workspace(), core.id())).orElseThrow());
  }

  /// A channel as it is now.
  public Channel channel(String id) {
    return ChannelItem.read(table.read(Keys.channel(new ChannelId(id))).orElseThrow());
  }

  /// Its provider takes nothing more by that channel.
  public Seed stopped(String id, Stopped stopped) {
    var known = ChannelItem.readVersioned(table.read(Keys.channel(new ChannelId(id))).orElseThrow());
    return kept(ChannelItem.write(
        new Versioned<>(new Registered(known.value().channel(), false, Optional.of(stopped)), known.version())));
  }

  /// A workspace.
  public Seed put(Workspace workspace) {
    return kept(WorkspaceItem.write(new Versioned<>(workspace, 1)));
  }

  /// A team.
  public Seed put(Team team) {
    return teams(team);
  }

  /// An agent, without a login.
  public Seed put(Agent agent) {
    return kept(AgentItem.write(new Versioned<>(new Enrolled(agent, Optional.empty()), 1)));
  }

  /// A channel, over whatever is there.
  public Seed put(Channel channel) {
    return kept(ChannelItem.write(new Versioned<>(new Registered(channel, false), 1)));
  }

  /// The agent signs up for the channel.
  public Seed subscribe(ChannelId channel, AgentId agent) {
    put(Attributes.of(Keys.subscriber(channel, agent), ItemType.OTHER).map());
    return kept(Attributes.of(Keys.subscription(ACME, agent, channel), ItemType.OTHER).map());
  }

  /// The agent as they are now, changed like this.
  public Seed change(WorkspaceId workspace, AgentId agent, UnaryOperator<Agent> change) {
    var before = AgentItem.readVersioned(table.read(Keys.agent(workspace, agent)).orElseThrow());
    var after = before.next(before.value().with(change.apply(before.value().agent())));
    return kept(AgentItem.write(after));
  }

  private Seed kept(Map<String, AttributeValue> item) {
    return put(List.of(item));
  }

  /// These items, in as few calls as there can be.
  public Seed put(List<Map<String, AttributeValue>> items) {
    Bulk.put(table, items);
    return this;
  }

  /// The workspace's log: what happened, in its order.
  public List<Event> log() {
    return partition(Keys.log(ACME, Administration.LOG)).stream().map(EventItem::read).toList();
  }

  /// Whose a login is, and whether it is active: `ana true`; empty where it is nobody's.
  public String login(String subject) {
    return table.read(Keys.login("https://id.example", subject, ACME)).map(Attributes::of)
        .map(item -> item.text("agent") + " " + item.flag("active")).orElse("");
  }

  /// The sort keys of everything that stands under an agent, a team or a channel, by its partition.
  public Set<String> under(String pk) {
    return partition(pk).stream().map(item -> Key.of(item).sk()).collect(Collectors.toSet());
  }

  /// Every item there is, as text: to look for what must not be there, or to see that nothing has changed.
  public Map<Key, String> everything() {
    var all = new TreeMap<Key, String>(Comparator.comparing(Key::toString));
    Bulk.items(table).forEach((key, item) -> all.put(key, item.toString()));
    return all;
  }

  /// The tally as it is now.
  public Tally tally(WorkspaceId workspace) {
    return TallyItem.read(table.read(Keys.tally(workspace)).orElseThrow()).value();
  }

  private List<Map<String, AttributeValue>> partition(String pk) {
    return new Range(Listing.TABLE, pk, new Range.From.Beginning(), false, true, 1000).read(table).items();
  }
}
