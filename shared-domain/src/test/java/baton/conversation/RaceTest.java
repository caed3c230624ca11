package baton.conversation;

import static baton.testing.Fixtures.KIMS;
import static baton.testing.Fixtures.KIMS_ID;
import static baton.testing.Fixtures.NOW;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.message;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.telegram;
import static org.assertj.core.api.Assertions.assertThat;

import baton.channel.Peer;
import baton.contact.ContactCommand.Block;
import baton.contact.ContactCommand.Pin;
import baton.conversation.ConversationCommand.Claim;
import baton.conversation.ConversationCommand.Close;
import baton.testing.AgentFixture;
import baton.testing.Desk;
import baton.testing.InMemoryInbox;
import baton.testing.Invariants;
import baton.testing.MessageFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Everybody at once.
class RaceTest {
  private static final int AGENTS = 200;
  private static final int MESSAGES = 24;

  @Test
  void of_200_agents_who_claim_one_conversation_one_has_it_and_199_are_told_who() {
    var desk = new Desk(new InMemoryInbox()).with(
        IntStream.range(0, AGENTS).mapToObj(i -> online("agent-" + i)).toArray(AgentFixture[]::new));
    desk.gets(message("hello"));
    var outcomes = atOnce(IntStream.range(0, AGENTS)
        .<Callable<Outcome>>mapToObj(i -> () -> desk.when("agent-" + i, new Claim(KIMS))).toList());
    var winner = desk.kims().holder().orElseThrow();
    assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(new Outcome.Refused(new Rejection.AlreadyAssigned(winner))::equals)
        .hasSize(AGENTS - 1);
    assertThat(desk.story()).containsExactly("conversation.opened", "conversation.assigned");
    Invariants.check(desk.everything());
  }

  @Test
  void of_24_messages_of_somebody_new_delivered_twice_at_once_each_stands_in_the_one_conversation() {
    var desk = new Desk(new InMemoryInbox()).with(online("ana"));
    deliverTwice(desk, messages());
    assertThat(desk.story()).containsExactly("conversation.opened");
    assertThat(desk.timeline()).isEqualTo(messages().stream().map(MessageFixture::key).toList());
    assertThat(desk.kims().core().traffic().lastKey()).isEqualTo(messages().getLast().key());
    assertThat(desk.kims().core().traffic().unread()).isTrue();
    assertThat(desk.everything().contacts()).hasSize(1);
    Invariants.check(desk.everything());
  }

  @Test
  void of_24_messages_of_a_customer_who_is_back_one_begins_the_next_episode() {
    var desk = new Desk(new InMemoryInbox()).with(online("ana"));
    desk.takesIn(message("before").at(NOW.minusSeconds(60))).when("ana", new Claim(KIMS));
    desk.when("ana", new Close(KIMS, Optional.empty(), false));
    deliverTwice(desk, messages());
    assertThat(desk.story()).containsExactly("conversation.opened", "conversation.assigned", "conversation.closed",
        "conversation.reopened", "conversation.assigned");
    assertThat(desk.timeline()).hasSize(MESSAGES + 1);
    assertThat(desk.open("ana")).isEqualTo(1);
    Invariants.check(desk.everything());
  }

  @Test
  void baton_never_gives_anybody_more_than_they_have_room_for() {
    var desk = new Desk(new InMemoryInbox()).with(online("ana").of(6), manager("mo"));
    var people = IntStream.range(0, 20).mapToObj(RaceTest::person).toList();
    for (var each : people) {
      var conversation = message("hello").from(each).message();
      desk.gets(message("hello").from(each));
      desk.when("ana", new Claim(conversation.conversation()));
      desk.when("ana", new Pin(conversation.contact(), id("ana")));
      desk.when("ana", new Close(conversation.conversation(), Optional.empty(), false));
    }
    assertThat(desk.open("ana")).isZero();
    atOnce(people.stream().<Callable<Desk>>map(each -> () ->
        desk.takesIn(message("again").from(each).at(NOW.plusSeconds(9)))).toList());
    assertThat(desk.open("ana")).isEqualTo(6);
    Invariants.check(desk.everything());
  }

  @Test
  void whoever_is_blocked_while_they_write_on_another_channel_for_the_first_time_is_blocked_there_too() {
    for (int round = 0; round < 50; round++) {
      var desk = new Desk(new InMemoryInbox()).with(online("ana"), manager("mo"));
      desk.gets(message("hello"));
      atOnce(List.of(
          () -> desk.when("ana", new Block(KIMS_ID)),
          () -> desk.gets(message("and here").on(telegram()))));
      assertThat(desk.everything().conversations()).hasSize(2);
      assertThat(desk.kim().blocked()).isTrue();
      Invariants.check(desk.everything());
    }
  }

  private static Peer person(int number) {
    return new Peer("p-" + number, Optional.of("+49151000%04d".formatted(number)), Optional.of("P" + number));
  }

  private static List<MessageFixture> messages() {
    return IntStream.range(0, MESSAGES).mapToObj(i -> message("m" + i).at(NOW.plusSeconds(i))).toList();
  }

  private static void deliverTwice(Desk desk, List<MessageFixture> messages) {
    atOnce(Stream.concat(messages.stream(), messages.stream())
        .<Callable<Desk>>map(each -> () -> desk.takesIn(each)).toList());
  }

  /// All of them, begun in the same moment, each in a thread of its own.
  private static <T> List<T> atOnce(List<Callable<T>> tasks) {
    var barrier = new CyclicBarrier(tasks.size());
    try (var threads = Executors.newFixedThreadPool(tasks.size())) {
      var running = new ArrayList<Future<T>>();
      for (var task : tasks) {
        running.add(threads.submit(() -> {
          barrier.await();
          return task.call();
        }));
      }
      var results = new ArrayList<T>();
      for (var each : running) {
        results.add(each.get());
      }
      return results;
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
