package baton.faults;

import static org.assertj.core.api.Assertions.assertThat;

import baton.event.Event;
import baton.id.ConversationId;
import java.util.List;

/// Short words for what tests say often.
final class Stories {
  private Stories() {}

  /// This was done.
  static Reply done(Reply reply) {
    assertThat(reply.isDone()).as("%s", reply).isTrue();
    return reply;
  }

  /// The words of a conversation's log.
  static List<String> story(Office office, String conversation) {
    return log(office, conversation).stream().map(event -> event.type().word()).toList();
  }

  static List<Event> log(Office office, String conversation) {
    var everything = office.everything();
    return everything.logOf(everything.conversations().get(new ConversationId(conversation)));
  }
}
