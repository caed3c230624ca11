package baton.table;

import baton.agent.Account;
import baton.agent.Agent;
import baton.agent.Availability;
import baton.agent.Presence;
import baton.conversation.Attempts;
import baton.conversation.Unavailable;
import baton.id.AgentId;
import baton.id.WorkspaceId;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/// [Presence] upon the table.
public final class DynamoPresence implements Presence {
  private final Table table;
  private final Attempts attempts;

  /// Upon that table.
  public DynamoPresence(Table table, Attempts attempts) {
    this.table = table;
    this.attempts = attempts;
  }

  @Override
  public Optional<Agent> declare(WorkspaceId workspace, AgentId agent, Availability availability) {
    return attempts.until(() -> {
      try {
        var update = declared(availability);
        return Optional.of(Optional.of(AgentItem.read(table.update(Keys.agent(workspace, agent), update))));
      } catch (ConditionalCheckFailedException _) {
        return Optional.of(Optional.empty());
      } catch (TransactionConflictException _) {
        // Somebody is giving them a conversation at this moment. The SDK does not repeat this one.
        return Optional.empty();
      } catch (SdkException e) {
        throw new Unavailable("the table does not answer", e);
      }
    });
  }

  /// The one attribute that changes: whoever counts the agent's conversations, or edits the agent, is not in the way.
  static Expression declared(Availability availability) {
    return new Expression()
        .set("availability", availability.word())
        .whenEqual("account", Account.ACTIVE.word());
  }
}
