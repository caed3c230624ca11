package baton.local;

import baton.access.Role;
import baton.agent.Account;
import baton.agent.Agent;
import baton.agent.Availability;
import baton.agent.Enrolled;
import baton.agent.Login;
import baton.agent.LoginName;
import baton.conversation.Unavailable;
import baton.id.AgentId;
import baton.id.WorkspaceId;
import baton.local.Operator.Arguments;
import baton.table.Bootstrap;
import baton.table.DynamoLogins;
import baton.table.Table;
import baton.wiring.Wiring;
import baton.workspace.Workspace;
import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Makes a workspace and its first super admin in a table that is deployed: the one thing that the API cannot make,
/// because nobody could ask. Where the table is, and by what right it is written, the SDK's own settings say.
final class CreateWorkspace {

  private static final String USAGE = """
      Usage: ./baton create-workspace --table NAME --name NAME --zone ZONE [--id ID]
                --admin-name NAME --admin-email ADDRESS --issuer URL --subject TEXT
        --table    the table's name: the stack's output TableName
        --zone     in which its days are counted: Europe/Berlin
        --id       what it is called in tokens and in TrustedIssuers (the name in small letters, if nothing is said)
        --issuer   the `iss` of the super admin's tokens, --subject their `sub`
      Region, credentials and AWS_ENDPOINT_URL are those of the AWS SDK.""";

  private static final Duration CLOSE_IDLE_AFTER = Duration.ofDays(14);
  private static final int CAPACITY = 20;

  private CreateWorkspace() {}

  /// What is to be made.
  record Asked(String table, Workspace workspace, Agent admin, LoginName login) {

    static Asked in(Arguments given) {
      given.only(USAGE, "table", "name", "zone", "id", "admin-name", "admin-email", "issuer", "subject");
      var table = given.required(USAGE, "table");
      var workspace = CreateWorkspace.workspace(given);
      return new Asked(
          table, workspace, CreateWorkspace.admin(workspace.id(), given),
          new LoginName(given.required(USAGE, "issuer"), given.required(USAGE, "subject")));
    }
  }

  static void run(Arguments given, PrintStream out) {
    var asked = Asked.in(given);
    try (var client = DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build()) {
      out.println(make(client, asked));
    } catch (SdkException | Unavailable e) {
      throw new IllegalStateException("The table cannot be reached: " + reason(e), e);
    }
  }

  /// Makes it, unless it is there, and says what there is.
  static String make(DynamoDbClient client, Asked asked) {
    var table = new Table(client, asked.table());
    var id = asked.workspace().id();
    var login = asked.login();
    var enrolled = new Enrolled(asked.admin(), Optional.of(login));
    if (new Bootstrap(table, Wiring.ulids(), InstantSource.system()).create(asked.workspace(), enrolled)) {
      return "The workspace %s is made. Tokens of %s for %s come in as its super admin, once TrustedIssuers names it."
          .formatted(id, login.issuer(), login.subject());
    }
    if (new DynamoLogins(table).of(login.issuer(), login.subject(), id).filter(Login::active).isEmpty()) {
      throw new IllegalStateException(
          "There is a workspace %s already, and that login does not lead into it.".formatted(id));
    }
    return "The workspace %s is there already; nothing was changed.".formatted(id);
  }

  private static Workspace workspace(Arguments given) {
    var name = given.required(USAGE, "name");
    return new Workspace(
        new WorkspaceId(given.optional("id").orElseGet(() -> named(name))), name, zone(given), CLOSE_IDLE_AFTER,
        Bootstrap.newSalt());
  }

  private static String named(String name) {
    var id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    if (id.isEmpty()) {
      throw new IllegalArgumentException("--id is missing: the name has no letters that an id may have.\n" + USAGE);
    }
    return id;
  }

  private static ZoneId zone(Arguments given) {
    try {
      return ZoneId.of(given.required(USAGE, "zone"));
    } catch (DateTimeException _) {
      throw new IllegalArgumentException("--zone needs the name of a time zone, for instance Europe/Berlin.\n" + USAGE);
    }
  }

  private static Agent admin(WorkspaceId workspace, Arguments given) {
    return new Agent(
        new AgentId(Wiring.ulids().next()), workspace, given.required(USAGE, "admin-name"),
        given.required(USAGE, "admin-email"), Account.ACTIVE, Set.of(Role.SUPER_ADMIN), Set.of(),
        Availability.AVAILABLE, CAPACITY, 0);
  }

  private static String reason(RuntimeException e) {
    return e.getCause() instanceof SdkException cause ? cause.getMessage() : e.getMessage();
  }
}
