package baton.local.demo;

import baton.access.Role;
import baton.agent.Account;
import baton.agent.Agent;
import baton.agent.Availability;
import baton.agent.Enrolled;
import baton.agent.LoginName;
import baton.id.AgentId;
import baton.id.WorkspaceId;
import baton.local.LocalBaton;
import baton.local.LocalIssuer;
import baton.table.Bootstrap;
import baton.table.Table;
import baton.wiring.Wiring;
import baton.workspace.Workspace;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The workspace `demo` and Sam, its super admin: the one thing that the API cannot make, because nobody could ask.
final class FirstWorkspace {
  static final String SAM = "sam";

  private FirstWorkspace() {}

  /// Makes both, unless they are there.
  ///
  /// @return whether it made them
  static boolean in(LocalBaton baton) {
    try (var client = client(baton)) {
      var table = new Table(client, baton.template().tables().getFirst().name());
      return new Bootstrap(table, Wiring.ulids(), InstantSource.system()).create(workspace(), sam());
    }
  }

  private static Workspace workspace() {
    return new Workspace(
        new WorkspaceId(DemoWorkspace.ID), "Demo", ZoneOffset.UTC, Duration.ofDays(14), Bootstrap.newSalt());
  }

  private static Enrolled sam() {
    var sam = new Agent(
        new AgentId(SAM), new WorkspaceId(DemoWorkspace.ID), "Sam", "sam@demo.invalid", Account.ACTIVE,
        Set.of(Role.SUPER_ADMIN), Set.of(), Availability.AVAILABLE, 20, 0);
    return new Enrolled(sam, Optional.of(new LoginName(LocalIssuer.ISSUER, SAM)));
  }

  private static DynamoDbClient client(LocalBaton baton) {
    var settings = baton.environment();
    return DynamoDbClient.builder()
        .endpointOverride(baton.dynamoDb())
        .region(Region.of(settings.get("AWS_REGION")))
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
            settings.get("AWS_ACCESS_KEY_ID"), settings.get("AWS_SECRET_ACCESS_KEY"))))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
