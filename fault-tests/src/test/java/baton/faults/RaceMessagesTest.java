package baton.faults;

import static baton.testing.Fixtures.online;
import static org.assertj.core.api.Assertions.assertThat;

import baton.id.ConversationId;
import baton.message.MessageKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Customers write, and providers deliver twice, all at the same moment.
class RaceMessagesTest {
  private static final ConversationId KIMS = new ConversationId(Office.KIM.conversation());
  private static final int MOST_DELIVERIES = 5;

  private static Instant sentAt(Office office, int i) {
    return office.now().plusSeconds(i);
  }

  // As a provider does: again until it is acknowledged.
  private static Callable<Reply> delivery(Office office, String event) {
    var instance = office.another();
    return () -> {
      var reply = instance.webhook(event);
      for (int i = 1; i < MOST_DELIVERIES && !reply.isDone(); i++) {
        assertThat(reply.asksToRepeat()).as("%s", reply).isTrue();
        reply = instance.webhook(event);
      }
      return reply;
    };
  }

  @Test
  void a_new_contacts_burst_delivered_twice_is_one_conversation_with_each_message_once() {
    var office = Office.with(List.of("ana"), online("ana"));
    var deliveries = new ArrayList<>(IntStream.range(0, 48)
        .mapToObj(i -> delivery(
            office, Office.KIM.writes("wamid." + i % 24, "message " + i % 24, sentAt(office, i % 24))))
        .toList());
    Collections.shuffle(deliveries, new Random(24));

    assertThat(Crowd.atOnce(deliveries)).allMatch(Reply::isDone);

    WholeTable.check(office);
    var everything = office.everything();
    assertThat(everything.conversations()).hasSize(1);
    assertThat(everything.timelines().get(KIMS)).isEqualTo(IntStream.range(0, 24)
        .mapToObj(i -> MessageKey.incoming(sentAt(office, i), "wamid." + i)).sorted().toList());
    assertThat(Stories.story(office, KIMS.value())).containsExactly("conversation.opened");
    assertThat(everything.conversations().get(KIMS).core().traffic().lastKey())
        .isEqualTo(MessageKey.incoming(sentAt(office, 23), "wamid.23"));

    new StreamDriver(office).inOrder(TableStream.of(office));
    assertThat(office.topics().events().stream().map(event -> event.path("type").asText()))
        .filteredOn("conversation.opened"::equals).hasSize(1);
    assertThat(office.topics().notices("waiting")).hasSize(1);
  }

  @Test
  void messages_during_moves_are_never_lost_and_spoil_no_move() {
    var office = Office.with(List.of(), online("ana"), online("bo"));
    Stories.done(office.instance().webhook(Office.KIM.writes("wamid.0", "hello", office.now())));
    String kims = KIMS.value();
    var moving = office.another();
    var acts = new ArrayList<Callable<List<Reply>>>();
    acts.add(() -> List.of(
        moving.api(ApiCall.claim(kims, "ana")), moving.api(ApiCall.reassign(kims, "ana", "bo")),
        moving.api(ApiCall.unassign(kims, "bo")), moving.api(ApiCall.claim(kims, "bo")),
        moving.api(ApiCall.reassign(kims, "bo", "ana")), moving.api(ApiCall.close(kims, "ana"))));
    IntStream.range(1, 25)
        .mapToObj(i -> delivery(office, Office.KIM.writes("wamid." + i, "message " + i, sentAt(office, i))))
        .forEach(delivery -> acts.add(() -> List.of(delivery.call())));

    var replies = Crowd.atOnce(acts);

    assertThat(replies).allSatisfy(some -> assertThat(some).allMatch(Reply::isDone));
    WholeTable.checkAfterRaces(office);
    assertThat(office.everything().timelines().get(KIMS)).hasSize(25);
    // The last move closes it; a message that came later opened it again, one that came before did not.
    assertThat(Stories.story(office, kims).subList(0, 7)).containsExactly(
        "conversation.opened", "conversation.assigned", "conversation.assigned", "conversation.unassigned",
        "conversation.assigned", "conversation.assigned", "conversation.closed");
  }
}
