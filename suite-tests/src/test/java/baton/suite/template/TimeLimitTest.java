package baton.suite.template;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.KIMS;
import static baton.testing.Fixtures.KIMS_ID;
import static baton.testing.Fixtures.called;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.message;
import static baton.testing.Fixtures.team;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.contact.ContactCommand.Block;
import baton.conversation.Caller;
import baton.conversation.ConversationCommand.Assign;
import baton.conversation.ConversationCommand.Claim;
import baton.conversation.ConversationCommand.KeepAssignee;
import baton.conversation.ConversationCommand.ToTeam;
import baton.conversation.Unavailable;
import baton.table.Seed;
import baton.table.Table;
import baton.table.memory.MemoryDynamoDb;
import baton.wiring.Environment;
import baton.wiring.TestWiring;
import baton.wiring.Wiring;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/// However slow the table is, whoever asks is told to come again by us, before the function's own time is out and the
/// gateway tells them that something is broken.
class TimeLimitTest {
  private static final List<String> COMMANDS = List.of(
      "AssignConversationFunction", "ReassignConversationFunction", "CloseConversationFunction",
      "ReplyToConversationFunction", "PinContactFunction", "EditContactFunction");
  private static final Caller SAM = new Caller(ACME, id("sam"), Optional.empty(), OptionalLong.empty());

  private final Table table = MemoryDynamoDb.table();
  private final SlowTable slow = new SlowTable(table.client());

  /// Each read is answered in parts, and no write is answered at all.
  private static final class SlowTable implements DynamoDbClient {
    private final DynamoDbClient table;
    private final AtomicInteger calls = new AtomicInteger();
    private boolean whole = true;

    SlowTable(DynamoDbClient table) {
      this.table = table;
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
      calls.incrementAndGet();
      whole = !whole;
      return whole
          ? table.batchGetItem(request)
          : BatchGetItemResponse.builder().responses(Map.of()).unprocessedKeys(request.requestItems()).build();
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
      calls.incrementAndGet();
      throw SdkClientException.create("timed out");
    }

    @Override
    public String serviceName() {
      return table.serviceName();
    }

    @Override
    public void close() {}
  }

  @Test
  void a_command_upon_the_slowest_table_ends_before_its_functions_time_is_out() {
    Seed.acmeIn(table).teams(called("sales"));
    var quick = TestWiring.of(table);
    quick.intake().receive(message("hello").message());
    quick.conversationCommands().handle(
        new Claim(KIMS), new Caller(ACME, id("ana"), Optional.empty(), OptionalLong.empty()));
    var wiring = TestWiring.of(new Table(slow, table.name()));

    var toTeam = new Assign(KIMS, new ToTeam(team("sales"), KeepAssignee.AUTO), false);
    int moving = calls(() -> wiring.conversationCommands().handle(toTeam, SAM));
    int blocking = calls(() -> wiring.contactCommands().handle(new Block(KIMS_ID), SAM));

    assertThat(List.of(moving, blocking)).as("two reads and a write, each asked twice").containsOnly(6);
    // The last try begins just before no further one may.
    var environment = new Environment(Map.of());
    var call = Duration.ofMillis(environment.callTimeoutMillis());
    var longest = Wiring.attempts(environment).within().plus(call.multipliedBy(moving));
    var template = Template.read();
    assertThat(COMMANDS).extracting(name -> template.function(name).properties().get("Timeout").number())
        .allSatisfy(seconds -> assertThat(longest).isLessThan(Duration.ofSeconds(seconds)));
  }

  private int calls(Runnable command) {
    slow.calls.set(0);
    assertThatThrownBy(command::run).isInstanceOf(Unavailable.class);
    return slow.calls.get();
  }
}
