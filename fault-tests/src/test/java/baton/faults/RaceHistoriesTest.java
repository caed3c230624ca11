package baton.faults;

import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.online;
import static org.assertj.core.api.Assertions.assertThat;

import baton.faults.History.Told;
import baton.table.memory.MemoryDynamoDb;
import baton.testing.AgentFixture;
import baton.testing.Fixtures;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/// Short random histories of agents who work at the same time, through the functions and over a table in memory, with a
/// switch between them at every call to it: each must be one that could have happened one after the other.
class RaceHistoriesTest {
  private static final int HISTORIES = Fault.LONG ? 10_000 : 300;
  private static final int MOVES_OF_EACH = 4;
  private static final List<Customer> CUSTOMERS =
      List.of(Office.KIM, new Customer(Office.CHANNEL, "Lee", "4915187654321"));
  private static final AgentFixture[] PEOPLE = {online("ana"), online("bo"), manager("mia")};
  private static final ThreadLocal<Integer> CLIENT = new ThreadLocal<>();

  @Test
  void every_history_could_have_happened_one_after_the_other() {
    for (int seed = 1; seed <= HISTORIES; seed++) {
      var history = history(seed, UnaryOperator.identity());
      assertThat(history.isLegal()).as("seed %d: %s", seed, history.told()).isTrue();
    }
  }

  @Test
  void a_table_that_forgets_its_conditions_is_found_out() {
    var found = IntStream.rangeClosed(1, 30)
        .mapToObj(seed -> history(seed, RaceHistoriesTest::unconditional))
        .filter(history -> !history.isLegal())
        .toList();
    assertThat(found).isNotEmpty();
    assertThat(found.getFirst().told()).as("refused by the rules, not by the table").noneMatch(one ->
        one.answer().startsWith("5"));
  }

  private static History history(int seed, UnaryOperator<TransactWriteItemsRequest> writes) {
    var random = new Random(seed);
    var turns = new Turns(PEOPLE.length, random);
    var store = new MemoryDynamoDb("baton", () -> Fixtures.NOW);
    var office = Office.upon(store.asTable(), inTurns(store, turns, writes), PEOPLE);
    var instance = office.another();
    CUSTOMERS.forEach(one ->
        Stories.done(instance.webhook(one.writes("wamid." + one.number(), "hello", office.now()))));
    var clock = new AtomicInteger();
    var told = Collections.synchronizedList(new ArrayList<Told>());
    var clients = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < PEOPLE.length; i++) {
      int client = i;
      var moves = moves(PEOPLE[i].id().value(), new Random(seed * 31L + i));
      clients.add(() -> work(client, moves, turns, office.another(), clock, told));
    }
    Crowd.atOnce(clients);
    return new History(PEOPLE, CUSTOMERS, List.copyOf(told));
  }

  private static boolean work(
      int client, List<Move> moves, Turns turns, Instance instance, AtomicInteger clock, List<Told> told) {
    CLIENT.set(client);
    try {
      for (var move : moves) {
        turns.await(client);
        int begun = clock.incrementAndGet();
        String answer = History.answer(instance.api(move.call()));
        told.add(new Told(move, begun, clock.incrementAndGet(), answer));
      }
      return true;
    } finally {
      CLIENT.remove();
      turns.leave();
    }
  }

  private static List<Move> moves(String agent, Random random) {
    var kinds = Move.Kind.values();
    return random.ints(MOVES_OF_EACH, 0, kinds.length)
        .mapToObj(kind -> new Move(
            kinds[kind], agent, CUSTOMERS.get(random.nextInt(CUSTOMERS.size())),
            PEOPLE[random.nextInt(PEOPLE.length)].id().value()))
        .toList();
  }

  // Each call of a client waits for its turn; what prepares the table is none of theirs.
  private static DynamoDbClient inTurns(
      DynamoDbClient store, Turns turns, UnaryOperator<TransactWriteItemsRequest> writes) {
    return (DynamoDbClient) Proxy.newProxyInstance(
        DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, (_, method, arguments) -> {
          if (CLIENT.get() != null) {
            turns.await(CLIENT.get());
          }
          boolean commits = method.getName().equals("transactWriteItems")
              && arguments[0] instanceof TransactWriteItemsRequest;
          try {
            return commits
                ? store.transactWriteItems(writes.apply((TransactWriteItemsRequest) arguments[0]))
                : method.invoke(store, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  private static TransactWriteItemsRequest unconditional(TransactWriteItemsRequest request) {
    return request.toBuilder()
        .transactItems(request.transactItems().stream().map(RaceHistoriesTest::unconditional).toList())
        .build();
  }

  private static TransactWriteItem unconditional(TransactWriteItem item) {
    String always = "(%s) OR attribute_exists(pk) OR attribute_not_exists(pk)";
    return item.update() != null
        ? item.toBuilder().update(item.update().toBuilder()
            .conditionExpression(always.formatted(item.update().conditionExpression())).build()).build()
        : item.toBuilder().put(item.put().toBuilder()
            .conditionExpression(always.formatted(item.put().conditionExpression())).build()).build();
  }
}
