package baton.suite.budget;

import baton.access.Role;
import baton.administration.Tally;
import baton.agent.Account;
import baton.agent.Agent;
import baton.agent.Availability;
import baton.agent.Login;
import baton.agent.LoginName;
import baton.agent.Team;
import baton.channel.Channel;
import baton.channel.Channel.Secret;
import baton.channel.ChannelKind;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.TeamId;
import baton.id.WorkspaceId;
import baton.local.LocalIssuer;
import baton.table.Filler;
import baton.table.Seed;
import baton.table.Table;
import baton.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The workspace of the budgets. Its ids and names are as long as real ones: what they cost is counted.
///
/// Ana and Bo are operators of support, Cy one of sales, Mia is the manager, Sam the super admin. Ana and Bo have signed
/// up for the channel, whose conversations enter the queue of support.
final class Acme {
  /// Monday at nine.
  static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  static final WorkspaceId WORKSPACE = new WorkspaceId(ulid("ACME"));
  static final TeamId SUPPORT = new TeamId(ulid("SUPPORT"));
  static final TeamId SALES = new TeamId(ulid("SALES"));
  static final AgentId ANA = new AgentId(ulid("ANA"));
  static final AgentId BO = new AgentId(ulid("BO"));
  static final AgentId CY = new AgentId(ulid("CY"));
  static final AgentId MIA = new AgentId(ulid("MIA"));
  static final AgentId SAM = new AgentId(ulid("SAM"));
  static final String SALT = "00112233445566778899aabbccddeeff";
  static final Channel CHANNEL = channel("CHANNEL", "106540352242922");
  static final Channel SECOND = channel("SECOND", "106540352242999");
  static final List<AgentId> SUBSCRIBERS = List.of(ANA, BO);
  /// Who vouches for its agents.
  static final LocalIssuer ISSUER = LocalIssuer.create();

  private Acme() {}

  /// As long as a ULID.
  static String ulid(String name) {
    return "01K" + "0".repeat(23 - name.length()) + name;
  }

  /// Furnishes an empty table with it.
  static void in(Table table) {
    var seed = new Seed(table)
        .put(new Workspace(WORKSPACE, "Acme Incorporated", ZoneId.of("Europe/Berlin"), Duration.ofDays(7), SALT))
        .put(new Team(SUPPORT, WORKSPACE, "Support of customers"))
        .put(new Team(SALES, WORKSPACE, "Sales and renewals"))
        .put(CHANNEL)
        .put(SECOND);
    for (var agent : List.of(
        agent(ANA, Role.OPERATOR, Set.of(SUPPORT)), agent(BO, Role.OPERATOR, Set.of(SUPPORT)),
        agent(CY, Role.OPERATOR, Set.of(SALES)), agent(MIA, Role.MANAGER, Set.of()),
        agent(SAM, Role.SUPER_ADMIN, Set.of()))) {
      seed.put(agent);
      put(table, Filler.login(
          new LoginName(LocalIssuer.ISSUER, agent.id().value()), new Login(WORKSPACE, agent.id(), true, Instant.EPOCH)));
      agent.teams().forEach(team -> put(table, Filler.member(WORKSPACE, team, agent.id())));
    }
    put(table, Filler.tally(WORKSPACE, new Tally(Set.of(SAM), 2)));
    SUBSCRIBERS.forEach(agent ->
        Filler.subscription(WORKSPACE, CHANNEL.id(), agent).forEach(item -> put(table, item)));
  }

  private static Channel channel(String name, String account) {
    return new Channel(
        new ChannelId("wa-" + ulid(name)), WORKSPACE, ChannelKind.WHATSAPP, "WhatsApp of the support team", account,
        Optional.of(SUPPORT), List.of(new Secret("test_meta_app_secret_0123456789abcdef", Optional.empty())),
        "test_verify_token", "test_send_token", SALT);
  }

  private static void put(Table table, Map<String, AttributeValue> item) {
    table.client().putItem(put -> put.tableName(table.name()).item(item));
  }

  private static Agent agent(AgentId id, Role role, Set<TeamId> teams) {
    return new Agent(
        id, WORKSPACE, "An agent of 25 characters", id + "@acme.example", Account.ACTIVE, Set.of(role), teams,
        Availability.AVAILABLE, 1_000_000, 0);
  }
}
