package baton.faults;

import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.online;
import static org.assertj.core.api.Assertions.assertThat;

import baton.id.ConversationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Two things happen to one conversation at the same moment: by chance, and exactly between the load and the commit.
class RaceMovesTest {
  private static final String KIMS = Office.KIM.conversation();
  private static final CallSite COMMIT = new CallSite("TransactWriteItems", 1);

  private static Office waiting() {
    var office = Office.with(List.of(), online("ana"), online("bo"), manager("mia"));
    Stories.done(office.instance().webhook(Office.KIM.writes("wamid.1", "hello", office.now())));
    return office;
  }

  private static Office held() {
    var office = waiting();
    Stories.done(office.instance().api(ApiCall.claim(KIMS, "ana")));
    return office;
  }

  private static Reply whileCommitting(Office office, ApiCall call, Runnable other) {
    var instance = office.instance();
    office.http().meanwhile(COMMIT, other);
    return instance.api(call);
  }

  private static String seen(Office office) {
    return office.everything().conversations().get(new ConversationId(KIMS)).core().traffic().seen().toString();
  }

  private static int messages(Office office) {
    return office.everything().timelines().get(new ConversationId(KIMS)).size();
  }

  @Test
  void a_message_between_load_and_commit_refuses_a_close_that_says_what_was_seen() {
    var office = held();
    var reply = whileCommitting(office, ApiCall.closeSeen(KIMS, "ana", seen(office)), () -> Stories.done(
        office.another().webhook(Office.KIM.writes("wamid.2", "wait!", office.now().plusSeconds(1)))));
    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.problem()).isEqualTo("new-message");
    assertThat(reply.text("seen")).isEqualTo(seen(office));
    assertThat(Stories.story(office, KIMS)).doesNotContain("conversation.closed");
    WholeTable.check(office);
  }

  @Test
  void a_late_message_between_load_and_commit_refuses_it_too() {
    var office = held();
    var reply = whileCommitting(office, ApiCall.closeSeen(KIMS, "ana", seen(office)), () -> Stories.done(
        office.another().webhook(Office.KIM.writes("wamid.2", "before that", office.now().minusSeconds(60)))));
    assertThat(reply.problem()).isEqualTo("new-message");
    WholeTable.check(office);
  }

  @Test
  void a_message_between_load_and_commit_spoils_no_claim() {
    var office = waiting();
    var reply = whileCommitting(office, ApiCall.claim(KIMS, "ana"), () -> Stories.done(
        office.another().webhook(Office.KIM.writes("wamid.2", "anybody?", office.now().plusSeconds(1)))));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(office.http().calls().stream().filter(CallSite::isTransaction)).as("commits").hasSize(1);
    assertThat(messages(office)).isEqualTo(2);
    WholeTable.checkAfterRaces(office);
  }

  @Test
  void of_two_replies_to_the_same_seen_message_one_is_sent() {
    var office = held();
    var both = Crowd.call(office, List.of(
        ApiCall.replySeen(KIMS, "ana", "hello", seen(office)), ApiCall.replySeen(KIMS, "mia", "hi", seen(office))));
    assertThat(both).extracting(Reply::status).containsExactlyInAnyOrder(201, 409);
    assertThat(both).filteredOn(reply -> !reply.isDone()).extracting(Reply::problem).containsExactly("new-message");
    assertThat(messages(office)).isEqualTo(2);
    WholeTable.check(office);
  }

  @Test
  void a_reply_during_a_reply_to_the_same_seen_message_wins() {
    var office = held();
    String seen = seen(office);
    var reply = whileCommitting(office, ApiCall.replySeen(KIMS, "ana", "hello", seen), () -> Stories.done(
        office.another().api(ApiCall.replySeen(KIMS, "mia", "hi", seen))));
    assertThat(reply.problem()).isEqualTo("new-message");
    assertThat(messages(office)).isEqualTo(2);
    WholeTable.check(office);
  }

  @Test
  void two_first_replies_are_both_sent_and_the_first_one_keeps_it() {
    var office = waiting();
    var reply = whileCommitting(office, ApiCall.reply(KIMS, "ana", "hello"), () -> Stories.done(
        office.another().api(ApiCall.reply(KIMS, "bo", "hi"))));
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.text("assignee")).isEqualTo("bo");
    assertThat(Stories.story(office, KIMS)).containsExactly("conversation.opened", "conversation.assigned");
    assertThat(messages(office)).isEqualTo(3);
    WholeTable.check(office);
  }

  @Test
  void one_request_sent_twice_at_once_under_a_key_is_done_once_and_answered_alike() {
    var office = held();
    var call = ApiCall.reply(KIMS, "ana", "hello").key("reply-1");
    var other = new ArrayList<Reply>();
    var reply = whileCommitting(office, call, () -> {
      office.later(Duration.ofMillis(40));
      other.add(office.another().api(call));
    });
    assertThat(reply).isEqualTo(other.getFirst());
    assertThat(messages(office)).isEqualTo(2);
    WholeTable.check(office);
  }

  @Test
  void another_request_at_the_same_moment_under_the_same_key_is_refused() {
    var office = held();
    var reply = whileCommitting(office, ApiCall.reply(KIMS, "ana", "hello").key("key-1"), () -> Stories.done(
        office.another().api(ApiCall.close(KIMS, "ana").key("key-1"))));
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.problem()).isEqualTo("idempotency-mismatch");
    assertThat(messages(office)).isEqualTo(1);
    WholeTable.check(office);
  }

  @Test
  void a_claim_during_a_claim_is_told_the_winner() {
    var office = waiting();
    var reply = whileCommitting(office, ApiCall.claim(KIMS, "ana"), () -> Stories.done(
        office.another().api(ApiCall.claim(KIMS, "bo"))));
    assertThat(reply.problem()).isEqualTo("already-assigned");
    assertThat(reply.text("holder")).isEqualTo("bo");
    WholeTable.check(office);
  }

  // A reply has no event of its own: only the head's version stands between it and a conversation that was closed.
  @Test
  void a_close_during_a_reply_refuses_the_reply() {
    var office = held();
    var reply = whileCommitting(office, ApiCall.reply(KIMS, "ana", "hello"), () -> Stories.done(
        office.another().api(ApiCall.close(KIMS, "mia"))));
    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.problem()).isEqualTo("conversation-closed");
    assertThat(messages(office)).isEqualTo(1);
    WholeTable.check(office);
  }

  @Test
  void a_contact_blocked_while_their_conversation_is_claimed_ends_blocked() {
    var office = waiting();
    var reply = whileCommitting(office, ApiCall.claim(KIMS, "ana"), () -> Stories.done(
        office.another().api(ApiCall.block(Office.KIM.contact(), "mia"))));
    // Whoever may not see blocked conversations is not told of one.
    assertThat(reply.status()).isEqualTo(404);
    WholeTable.check(office);
  }

  @Test
  void whatever_eight_agents_do_at_once_every_agent_is_counted_right() {
    var office = waiting();
    var calls = IntStream.range(0, 8).mapToObj(i -> switch (i % 4) {
      case 0 -> ApiCall.claim(KIMS, i < 4 ? "ana" : "bo");
      case 1 -> ApiCall.assign(KIMS, "mia", i < 4 ? "bo" : "ana");
      case 2 -> ApiCall.close(KIMS, "mia");
      default -> ApiCall.reply(KIMS, i < 4 ? "ana" : "bo", "hello " + i);
    }).toList();
    var replies = Crowd.call(office, calls);
    assertThat(replies).allMatch(reply -> reply.isDone() || reply.status() == 409 || reply.asksToRepeat());
    WholeTable.check(office);
  }
}
