package baton.table;

import baton.testing.Differential;
import baton.testing.InMemoryInbox;
import org.junit.jupiter.api.Test;

class DynamoDifferentialTest {

  @Test
  void the_table_answers_and_keeps_what_the_ports_in_memory_do() {
    new Differential(new InMemoryInbox(), new DynamoInbox(LocalTable.fresh())).run();
  }
}
