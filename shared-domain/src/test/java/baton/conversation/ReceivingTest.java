package baton.conversation;

import static baton.testing.Fixtures.CLOSING;
import static baton.testing.Fixtures.NOW;
import static baton.testing.Fixtures.assignedTo;
import static baton.testing.Fixtures.away;
import static baton.testing.Fixtures.blocked;
import static baton.testing.Fixtures.busy;
import static baton.testing.Fixtures.closed;
import static baton.testing.Fixtures.closedBy;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.in;
import static baton.testing.Fixtures.kim;
import static baton.testing.Fixtures.kimBlocked;
import static baton.testing.Fixtures.kimPinnedTo;
import static baton.testing.Fixtures.message;
import static baton.testing.Fixtures.observer;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.suspended;
import static baton.testing.Fixtures.team;
import static baton.testing.Fixtures.waiting;
import static baton.testing.Fixtures.whatsapp;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contact.Contact;
import baton.conversation.ConversationEvent.Assigned;
import baton.conversation.ConversationEvent.Blocked;
import baton.conversation.ConversationEvent.Opened;
import baton.conversation.ConversationEvent.Reopened;
import baton.conversation.Receiving.Arriving;
import baton.id.AgentId;
import baton.testing.AgentFixture;
import baton.testing.ConversationFixture;
import baton.testing.Verdict;
import baton.workspace.ReopenPolicy;
import baton.workspace.ReopenPolicy.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// T1, T2, T18, T19: a message finds no open conversation.
class ReceivingTest {
  private static final Opened OPENED = new Opened(message("hello").key(), CLOSING.nextLook(NOW, NOW));

  @Nested
  class The_first_message {
    @Test
    void of_somebody_new_opens_a_conversation_in_the_queue_BL_16() {
      givenNew().when().then(OPENED);
    }

    @Test
    void of_a_known_contact_on_another_channel_opens_one_in_the_queue() {
      givenNew().of(kim()).when().then(OPENED);
    }

    @Test
    void of_a_pinned_contact_skips_the_queue_BL_55() {
      givenNew().of(kimPinnedTo("ana")).pinned(online("ana")).when().then(OPENED, toOwner("ana"));
    }

    @Test
    void of_a_contact_pinned_to_somebody_who_cannot_take_it_now_waits_in_the_queue() {
      givenNew().of(kimPinnedTo("ana")).pinned(away("ana")).when().then(OPENED);
      givenNew().of(kimPinnedTo("ana")).pinned(busy("ana")).when().then(OPENED);
      givenNew().of(kimPinnedTo("ana")).pinned(online("ana").with(5).of(5)).when().then(OPENED);
      givenNew().of(kimPinnedTo("ana")).pinned(suspended("ana")).when().then(OPENED);
      givenNew().of(kimPinnedTo("ana")).pinned(observer("ana")).when().then(OPENED);
      givenNew().of(kimPinnedTo("ana")).when().then(OPENED);
    }

    @Test
    void in_a_team_that_the_pinned_agent_does_not_see_waits_in_the_teams_queue() {
      var sales = Receiving.fresh(message("hello").on(in("sales", whatsapp())).message());
      new Given(arriving(sales, true)).of(kimPinnedTo("ana")).pinned(online("ana").in("support")).when().then(OPENED);
      new Given(arriving(sales, true)).of(kimPinnedTo("ana")).pinned(online("ana").in("sales")).when()
          .then(OPENED, toOwner("ana"));
    }

    @Test
    void of_a_blocked_contact_on_a_second_channel_is_out_of_sight_at_once() {
      givenNew().of(kimBlocked()).when().then(OPENED, new Blocked());
    }

    @Test
    void makes_a_conversation_of_what_the_channel_tells() {
      var fresh = Receiving.fresh(message("hello").on(in("sales", whatsapp())).message());
      var core = fresh.core();
      assertThat(core.version()).isZero();
      assertThat(core.episode()).isZero();
      assertThat(core.team()).contains(team("sales"));
      assertThat(core.contactName()).isEqualTo("Kim");
      assertThat(core.address()).isEqualTo("+4915112345678");
      assertThat(core.traffic().lastKey()).isEqualTo(message("hello").key());
      assertThat(core.traffic().unread()).isTrue();
      assertThat(core.traffic().waitingSince()).contains(NOW);
    }
  }

  @Nested
  class The_customer_is_back {
    @Test
    void with_whom_they_are_pinned_to_whoever_closed_it_BL_60() {
      given(closedBy("bo")).of(kimPinnedTo("ana")).pinned(online("ana")).last(online("bo")).when()
          .then(reopened("bo"), toOwner("ana"));
    }

    @Test
    void with_whom_they_had_last_within_three_days() {
      given(closedBy("bo")).of(kim()).last(online("bo")).when().then(reopened("bo"), sticky("bo"));
    }

    @Test
    void with_whom_they_had_last_up_to_the_end_of_the_window() {
      given(closedBy("bo")).of(kim()).last(online("bo")).at(NOW.plus(Duration.ofHours(72)).minusMillis(1))
          .then(sticky("bo"));
      given(closedBy("bo")).of(kim()).last(online("bo")).at(NOW.plus(Duration.ofHours(72))).then();
    }

    @Test
    void with_the_last_assignee_when_the_one_they_are_pinned_to_cannot_take_it() {
      given(closedBy("bo")).of(kimPinnedTo("ana")).pinned(away("ana")).last(online("bo")).when()
          .then(reopened("bo"), sticky("bo"));
    }

    @Test
    void in_the_queue_when_neither_can_take_it() {
      given(closedBy("bo")).of(kimPinnedTo("ana")).pinned(away("ana")).last(busy("bo")).when().then(reopened("bo"));
      given(closedBy("ana")).of(kimPinnedTo("ana")).pinned(away("ana")).last(away("ana")).when().then(reopened("ana"));
      given(closedBy("bo")).of(kim()).last(online("bo").with(5).of(5)).when().then(reopened("bo"));
      given(closedBy("bo")).of(kim()).last(suspended("bo")).when().then(reopened("bo"));
    }

    @Test
    void in_the_queue_when_nobody_ever_had_it() {
      given(closed()).of(kim()).when().then(reopened(Optional.empty(), NOW));
    }

    @Test
    void in_the_queue_of_its_team_when_the_last_assignee_left_that_team() {
      given(closedBy("bo").in("support")).of(kim()).last(online("bo").in("sales")).when().then(reopened("bo"));
    }

    @Test
    void with_the_pin_named_as_the_reason_when_it_is_the_same_person() {
      given(closedBy("ana")).of(kimPinnedTo("ana")).pinned(online("ana")).last(online("ana")).when()
          .then(reopened("ana"), toOwner("ana"));
    }

    @Test
    void in_the_order_that_the_workspace_says() {
      given(closedBy("bo")).of(kimPinnedTo("ana")).pinned(online("ana")).last(online("bo"))
          .where(Step.LAST_ASSIGNEE, Step.OWNER).when().then(reopened("bo"), sticky("bo"));
      given(closedBy("bo")).of(kimPinnedTo("ana")).pinned(away("ana")).last(online("bo"))
          .where(Step.OWNER).when().then(reopened("bo"));
      given(closedBy("bo")).of(kimPinnedTo("ana")).pinned(online("ana")).last(online("bo"))
          .where().when().then(reopened("bo"));
    }
  }

  @Test
  void what_is_open_or_blocked_by_now_needs_no_decision() {
    given(waiting()).when().unchanged();
    given(assignedTo("ana")).when().unchanged();
    given(blocked()).when().unchanged();
  }

  private static Assigned toOwner(String agent) {
    return new Assigned(Optional.empty(), id(agent), Reason.CONTACT_OWNER);
  }

  private static Assigned sticky(String agent) {
    return new Assigned(Optional.empty(), id(agent), Reason.STICKY);
  }

  private static Reopened reopened(String last) {
    return reopened(last, NOW);
  }

  private static Reopened reopened(String last, Instant now) {
    return reopened(Optional.of(id(last)), now);
  }

  private static Reopened reopened(Optional<AgentId> last, Instant now) {
    return new Reopened(Optional.of(message("hello").key()), last, CLOSING.nextLook(now, now));
  }

  private static Given givenNew() {
    return new Given(arriving(Receiving.fresh(message("hello").message()), true));
  }

  private static Given given(ConversationFixture conversation) {
    return new Given(arriving(conversation.conversation(), false));
  }

  private static Arriving arriving(Conversation conversation, boolean isNew) {
    return new Arriving(
        message("hello").key(), conversation, isNew, Optional.empty(), Optional.empty(), Optional.empty(), ReopenPolicy.STANDARD, CLOSING);
  }

  private record Given(Arriving scene) {
    Given of(Contact contact) {
      return new Given(new Arriving(scene.message(), scene.conversation(), scene.isNew(), Optional.of(contact), scene.owner(),
          scene.lastAssignee(), scene.reopen(), scene.closing()));
    }

    Given pinned(AgentFixture owner) {
      return new Given(new Arriving(scene.message(), scene.conversation(), scene.isNew(), scene.contact(), Optional.of(owner.agent()),
          scene.lastAssignee(), scene.reopen(), scene.closing()));
    }

    Given last(AgentFixture agent) {
      return new Given(new Arriving(scene.message(), scene.conversation(), scene.isNew(), scene.contact(), scene.owner(),
          Optional.of(agent.agent()), scene.reopen(), scene.closing()));
    }

    Given where(Step... order) {
      return new Given(new Arriving(scene.message(), scene.conversation(), scene.isNew(), scene.contact(), scene.owner(),
          scene.lastAssignee(), new ReopenPolicy(List.of(order), Duration.ofHours(72)), scene.closing()));
    }

    Verdict<ConversationEvent> when() {
      return new Verdict<>(Receiving.decide(scene, NOW));
    }

    /// What happens at that moment, but for its having begun again.
    Then at(Instant now) {
      return new Then(Receiving.decide(scene, now), now);
    }
  }

  private record Then(Decision<ConversationEvent> decision, Instant at) {
    void then(ConversationEvent... more) {
      var events = new java.util.ArrayList<ConversationEvent>(List.of(reopened("bo", at)));
      events.addAll(List.of(more));
      assertThat(decision).isEqualTo(Decision.accept(events));
    }
  }
}
