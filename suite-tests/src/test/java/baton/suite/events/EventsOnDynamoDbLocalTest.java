package baton.suite.events;

import static org.assertj.core.api.Assertions.assertThat;

import baton.suite.Handlers;
import baton.table.Bulk;
import baton.table.LocalTable;
import baton.table.Table;
import baton.testing.EventCases;
import baton.testing.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The sample events again, upon DynamoDB Local: each function's own tests run them in memory.
class EventsOnDynamoDbLocalTest {
  private static final Path EVENTS = Path.of("..", "events");
  // These two have cases in a form of their own.
  private static final List<String> OTHERS = List.of("authorize-request", "browse-inbox");

  @TestFactory
  Stream<DynamicContainer> every_event_gets_its_reply() {
    var table = LocalTable.fresh();
    return Handlers.BY_FUNCTION.keySet().stream().sorted()
        .filter(function -> !OTHERS.contains(folder(function)))
        .map(function -> DynamicContainer.dynamicContainer(folder(function), EventCases.of(
            EVENTS.resolve(folder(function)), wiring -> Handlers.BY_FUNCTION.get(function).apply(wiring),
            () -> World.in(emptied(table)))));
  }

  @Test
  void no_folder_of_events_is_left_out() throws IOException {
    try (var folders = Files.list(EVENTS)) {
      assertThat(folders.map(path -> path.getFileName().toString())).containsExactlyInAnyOrderElementsOf(
          Handlers.BY_FUNCTION.keySet().stream().map(EventsOnDynamoDbLocalTest::folder).collect(Collectors.toSet()));
    }
  }

  private static Table emptied(Table table) {
    Bulk.delete(table, Bulk.items(table).keySet());
    return table;
  }

  // AssignConversationFunction has its events in assign-conversation.
  private static String folder(String function) {
    return function.replaceAll("Function$", "").replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
