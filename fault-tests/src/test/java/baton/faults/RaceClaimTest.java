package baton.faults;

import static baton.testing.Fixtures.online;
import static org.assertj.core.api.Assertions.assertThat;

import baton.testing.AgentFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Many agents click *claim* at the same moment.
class RaceClaimTest {
  private static final String KIMS = Office.KIM.conversation();

  @Test
  void of_two_hundred_agents_one_gets_it_and_everybody_else_is_told_who() {
    var names = IntStream.range(0, 200).mapToObj("agent-%03d"::formatted).toList();
    var office = Office.with(names.subList(0, 20),
        names.stream().map(name -> online(name)).toArray(AgentFixture[]::new));
    Stories.done(office.instance().webhook(Office.KIM.writes("wamid.1", "hello", office.now())));

    var replies = Crowd.call(office, names.stream().map(name -> ApiCall.claim(KIMS, name)).toList());

    var winners = replies.stream().filter(Reply::isDone).toList();
    assertThat(winners).hasSize(1);
    String winner = winners.getFirst().text("assignee");
    assertThat(names.get(replies.indexOf(winners.getFirst()))).isEqualTo(winner);
    assertThat(replies.stream().filter(reply -> !reply.isDone())).hasSize(199)
        .allSatisfy(reply -> {
          assertThat(reply.status()).isEqualTo(409);
          assertThat(reply.problem()).isEqualTo("already-assigned");
          assertThat(reply.text("holder")).isEqualTo(winner);
        });
    assertThat(Stories.story(office, KIMS)).containsExactly("conversation.opened", "conversation.assigned");
    WholeTable.checkAfterRaces(office);

    new StreamDriver(office).inOrder(TableStream.of(office));
    assertThat(office.topics().notices("taken")).hasSize(1).allSatisfy(notice ->
        assertThat(notice.path("recipients").toString()).doesNotContain(winner));
    assertThat(office.topics().notices()).as("what waits is told of only while it waits").hasSize(1);
  }

  @Test
  void forty_conversations_claimed_by_eight_at_once_have_one_holder_each() {
    var names = IntStream.range(0, 8).mapToObj("agent-%d"::formatted).toList();
    var office = Office.with(List.of(), names.stream().map(name -> online(name).of(100)).toArray(AgentFixture[]::new));
    var customers = IntStream.range(0, 40)
        .mapToObj(i -> new Customer(Office.CHANNEL, "Customer " + i, "49150000%04d".formatted(i)))
        .toList();
    var instance = office.instance();
    customers.forEach(one ->
        Stories.done(instance.webhook(one.writes("wamid." + one.number(), "hello", office.now()))));
    var calls = new ArrayList<ApiCall>();
    customers.forEach(one -> names.forEach(name -> calls.add(ApiCall.claim(one.conversation(), name))));

    var replies = Crowd.call(office, calls);

    for (int i = 0; i < customers.size(); i++) {
      var ofOne = replies.subList(i * names.size(), (i + 1) * names.size());
      assertThat(ofOne.stream().filter(Reply::isDone)).as("claims of conversation %d", i).hasSize(1);
      String holder = ofOne.stream().filter(Reply::isDone).findFirst().orElseThrow().text("assignee");
      assertThat(ofOne.stream().filter(reply -> !reply.isDone()).map(reply -> reply.text("holder"))
          .collect(Collectors.toSet())).isEqualTo(Set.of(holder));
    }
    WholeTable.check(office);
  }
}
