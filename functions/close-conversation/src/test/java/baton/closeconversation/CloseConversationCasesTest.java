package baton.closeconversation;

import baton.testing.EventCases;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CloseConversationCasesTest {

  @TestFactory
  Stream<DynamicTest> every_event_of_the_folder_gets_its_reply() {
    return EventCases.of(CloseConversationHandler::new);
  }
}
