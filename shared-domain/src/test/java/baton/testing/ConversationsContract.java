package baton.testing;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.CLOSING;
import static baton.testing.Fixtures.KIMS;
import static baton.testing.Fixtures.KIMS_ID;
import static baton.testing.Fixtures.NOW;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.message;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.team;
import static baton.testing.Fixtures.telegram;
import static org.assertj.core.api.Assertions.assertThat;

import baton.agent.Availability;
import baton.conversation.Answer;
import baton.conversation.Change;
import baton.conversation.Conversation;
import baton.conversation.ConversationCommand.Claim;
import baton.conversation.ConversationEvent;
import baton.conversation.Conversations.AgentKey;
import baton.conversation.Conversations.Committed;
import baton.conversation.Conversations.Kept;
import baton.conversation.Conversations.Wanted;
import baton.conversation.IdempotencyKey;
import baton.conversation.OutgoingMessage;
import baton.conversation.Reason;
import baton.conversation.Transitions;
import baton.event.Actor;
import baton.id.AgentId;
import baton.id.WorkspaceId;
import baton.message.MessageKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [baton.conversation.Conversations] does. The contact's side: [ContactsContract].
public abstract class ConversationsContract {
  private static final Instant LATER = NOW.plusSeconds(60);
  private InboxUnderTest inbox;
  private Desk desk;

  /// A new, empty one.
  protected abstract InboxUnderTest inbox();

  @BeforeEach
  public void kim_has_written() {
    inbox = inbox();
    desk = new Desk(inbox).with(online("ana").of(1), online("bo"), manager("mo"));
    desk.gets(message("hello"));
  }

  @Test
  public void what_does_not_exist_is_absent() {
    var loaded = inbox.conversations().load(new Wanted(
        ACME, Set.of(new baton.id.ConversationId("nothing")), Set.of(new baton.id.ContactId("nobody")),
        Set.of(id("nobody"), id("ana")), Set.of(team("nowhere"), team("sales")),
        Optional.of(new AgentKey(id("ana"), new IdempotencyKey("key-1", "hash")))));
    assertThat(loaded.conversations()).isEmpty();
    assertThat(loaded.contacts()).isEmpty();
    assertThat(loaded.agents()).containsOnlyKeys(id("ana"));
    assertThat(loaded.teams()).containsOnlyKeys(team("sales"));
    assertThat(loaded.remembered()).isEmpty();
    assertThat(loaded.workspace()).isEqualTo(Fixtures.acme());
  }

  @Test
  public void what_belongs_to_another_workspace_is_absent() {
    var other = new WorkspaceId("other");
    inbox.put(new baton.workspace.Workspace(
        other, "Other", java.time.ZoneId.of("UTC"), Duration.ZERO, Fixtures.SALT));
    var loaded = inbox.conversations().load(new Wanted(
        other, Set.of(KIMS), Set.of(KIMS_ID), Set.of(id("ana")), Set.of(team("sales")), Optional.empty()));
    assertThat(loaded.conversations()).isEmpty();
    assertThat(loaded.contacts()).isEmpty();
    assertThat(loaded.agents()).isEmpty();
    assertThat(loaded.teams()).isEmpty();
  }

  @Test
  public void every_state_reads_back_as_it_was_written() {
    var moves = List.<ConversationEvent>of(
        given("bo", Reason.MANUAL),
        new ConversationEvent.TeamChanged(Optional.empty(), Optional.of(team("sales"))),
        new ConversationEvent.Closed(Optional.of(id("bo")), Optional.empty()),
        new ConversationEvent.Blocked(),
        new ConversationEvent.Unblocked(CLOSING.nextLook(LATER, LATER)),
        new ConversationEvent.Reopened(Optional.empty(), Optional.of(id("bo")), CLOSING.nextLook(LATER, LATER)),
        new ConversationEvent.Blocked(),
        new ConversationEvent.Unblocked(NOW));
    for (var event : moves) {
      var change = change(stored(), event);
      assertThat(inbox.conversations().commit(change)).isEqualTo(Committed.YES);
      assertThat(stored()).isEqualTo(change.moves().getFirst().after());
    }
    assertThat(desk.log().subList(1, 9)).extracting(event -> event.version()).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
  }

  @Test
  public void the_log_is_kept_as_it_was_written() {
    var change = change(stored(), new ConversationEvent.TeamChanged(Optional.empty(), Optional.of(team("sales"))),
        given("bo", Reason.MANUAL));
    inbox.conversations().commit(change);
    assertThat(desk.log().subList(1, 3)).isEqualTo(change.moves().getFirst().events());
  }

  @Test
  public void a_conversation_is_begun_once() {
    var again = new Change(ACME, "r", LATER, List.of(new Change.Move(Optional.empty(), stored(), List.of())),
        Optional.empty(), Optional.empty(), false, Optional.empty());
    assertThat(inbox.conversations().commit(again)).isEqualTo(Committed.LOST_RACE);
  }

  @Test
  public void what_moved_since_it_was_looked_at_is_not_written_and_nothing_with_it() {
    var stale = stored();
    desk.when("bo", new Claim(KIMS));
    var before = desk.everything();
    var change = full(change(stale, given("ana", Reason.MANUAL)), reply(stale, "r-1"), "key-1");
    assertThat(inbox.conversations().commit(change)).isEqualTo(Committed.LOST_RACE);
    assertThat(desk.everything()).isEqualTo(before);
    assertThat(remembered("key-1")).isEmpty();
  }

  @Test
  public void a_change_writes_all_it_says() {
    var seen = stored();
    var reply = reply(seen, "r-1");
    var change = full(change(seen, given("ana", Reason.MANUAL)), reply, "key-1");
    assertThat(inbox.conversations().commit(change)).isEqualTo(Committed.YES);
    assertThat(stored().holder()).contains(id("ana"));
    assertThat(desk.open("ana")).isEqualTo(1);
    assertThat(desk.timeline()).containsExactly(message("hello").key(), reply.key());
    assertThat(remembered("key-1")).contains(new Kept("hash", new Answer(200, 2, "{\"ok\":true}")));
  }

  @Test
  public void counts_follow_who_has_it() {
    inbox.conversations().commit(change(stored(), given("ana", Reason.MANUAL)));
    inbox.conversations().commit(
        change(stored(), new ConversationEvent.Assigned(Optional.of(id("ana")), id("bo"), Reason.MANUAL)));
    assertThat(desk.open("ana")).isZero();
    assertThat(desk.open("bo")).isEqualTo(1);
    inbox.conversations().commit(change(stored(), new ConversationEvent.Unassigned(id("bo"), Reason.RETURNED)));
    assertThat(desk.open("bo")).isZero();
  }

  @Test
  public void what_one_agent_loses_twice_in_one_change_is_counted_twice() {
    desk.gets(message("here").on(telegram()));
    var there = message("here").on(telegram()).message().conversation();
    desk.when("bo", new Claim(KIMS));
    desk.when("bo", new Claim(there));
    assertThat(desk.open("bo")).isEqualTo(2);
    var lost = new ConversationEvent.Unassigned(id("bo"), Reason.RETURNED);
    var one = change(stored(), lost);
    var both = new Change(ACME, "r", LATER,
        List.of(one.moves().getFirst(), change(desk.everything().conversations().get(there), lost).moves().getFirst()),
        Optional.empty(), Optional.empty(), false, Optional.empty());
    assertThat(inbox.conversations().commit(both)).isEqualTo(Committed.YES);
    assertThat(desk.open("bo")).isZero();
  }

  @Test
  public void of_two_conversations_in_one_change_both_are_moved_or_none() {
    desk.gets(message("here").on(telegram()));
    var there = desk.everything().conversations().get(message("here").on(telegram()).message().conversation());
    var one = change(stored(), new ConversationEvent.Blocked()).moves().getFirst();
    var two = change(there, new ConversationEvent.Blocked()).moves().getFirst();
    desk.when("bo", new Claim(there.id()));
    var both = new Change(
        ACME, "r", LATER, List.of(one, two), Optional.empty(), Optional.empty(), false, Optional.empty());
    assertThat(inbox.conversations().commit(both)).isEqualTo(Committed.LOST_RACE);
    assertThat(stored()).isInstanceOf(Conversation.Unassigned.class);
  }

  @Test
  public void whom_baton_chose_must_have_room_be_available_and_active() {
    inbox.put(online("full").with(1).of(1).agent());
    inbox.put(online("gone").agent().with(Availability.AWAY));
    inbox.put(Fixtures.suspended("out").agent());
    for (var agent : List.of("full", "gone", "out")) {
      for (var reason : List.of(Reason.CONTACT_OWNER, Reason.STICKY)) {
        assertThat(inbox.conversations().commit(change(stored(), given(agent, reason)))).isEqualTo(Committed.LOST_RACE);
      }
    }
    assertThat(inbox.conversations().commit(change(stored(), given("ana", Reason.STICKY)))).isEqualTo(Committed.YES);
    assertThat(desk.open("ana")).isEqualTo(1);
  }

  @Test
  public void whom_a_person_chose_may_be_full_and_away_but_must_be_active() {
    inbox.put(Fixtures.suspended("out").agent());
    var given = change(stored(), given("out", Reason.MANUAL));
    assertThat(inbox.conversations().commit(given)).isEqualTo(Committed.LOST_RACE);
    inbox.put(online("full").with(1).of(1).agent().with(Availability.AWAY));
    assertThat(inbox.conversations().commit(change(stored(), given("full", Reason.MANUAL)))).isEqualTo(Committed.YES);
    assertThat(desk.open("full")).isEqualTo(2);
  }

  @Test
  public void a_message_that_came_since_is_kept_by_a_move() {
    var seen = stored();
    desk.later(Duration.ofMinutes(1)).gets(message("one more thing"));
    var told = stored().core().traffic();
    assertThat(inbox.conversations().commit(change(seen, given("ana", Reason.MANUAL)))).isEqualTo(Committed.YES);
    assertThat(stored().core().traffic()).isEqualTo(told);
    assertThat(stored().holder()).contains(id("ana"));
  }

  @Test
  public void a_message_that_came_since_makes_a_change_lose_that_must_have_seen_it() {
    var seen = stored();
    desk.later(Duration.ofMinutes(1)).gets(message("one more thing"));
    assertThat(inbox.conversations().commit(guarded(change(seen, given("ana", Reason.MANUAL)))))
        .isEqualTo(Committed.LOST_RACE);
    assertThat(inbox.conversations().commit(guarded(change(stored(), given("ana", Reason.MANUAL)))))
        .isEqualTo(Committed.YES);
  }

  @Test
  public void so_does_each_late_message_older_or_newer_than_the_late_one_before() {
    desk.takesIn(message("late").at(NOW.minusSeconds(10)));
    for (var late : List.of(message("older").at(NOW.minusSeconds(20)), message("newer").at(NOW.minusSeconds(5)))) {
      var seen = stored();
      desk.takesIn(late);
      assertThat(inbox.conversations().commit(guarded(change(seen, given("ana", Reason.MANUAL)))))
          .isEqualTo(Committed.LOST_RACE);
    }
  }

  @Test
  public void an_answer_is_remembered_once_and_what_comes_second_is_not_written() {
    inbox.conversations().commit(full(change(stored(), given("bo", Reason.MANUAL)), reply(stored(), "r-1"), "key-1"));
    var again = full(change(stored(), new ConversationEvent.Unassigned(id("bo"), Reason.RETURNED)),
        reply(stored(), "r-2"), "key-1");
    assertThat(inbox.conversations().commit(again)).isEqualTo(Committed.LOST_RACE);
    assertThat(stored().holder()).contains(id("bo"));
    assertThat(desk.timeline()).hasSize(2);
  }

  @Test
  public void a_reply_alone_raises_no_version_and_tells_the_head() {
    var seen = stored();
    desk.when("bo", new baton.conversation.ConversationCommand.Reply(
        KIMS, "hi", true, Optional.empty(), false, Optional.empty()));
    assertThat(stored().version()).isEqualTo(seen.version());
    assertThat(stored().core().traffic().preview()).isEqualTo("hi");
    assertThat(stored().core().traffic().unread()).isFalse();
    assertThat(stored().core().traffic().waitingSince()).isEmpty();
    assertThat(stored().core().traffic().lastKey()).isEqualTo(desk.timeline().getLast());
  }

  private Conversation stored() {
    return inbox.conversations()
        .load(new Wanted(ACME, Set.of(KIMS), Set.of(), Set.of(), Set.of(), Optional.empty()))
        .conversations().get(KIMS);
  }

  private Optional<Kept> remembered(String key) {
    return inbox.conversations()
        .load(new Wanted(ACME, Set.of(), Set.of(), Set.of(), Set.of(),
            Optional.of(new AgentKey(id("bo"), new IdempotencyKey(key, "hash")))))
        .remembered();
  }

  private static ConversationEvent given(String to, Reason reason) {
    return new ConversationEvent.Assigned(Optional.empty(), new AgentId(to), reason);
  }

  private static Change change(Conversation before, ConversationEvent... events) {
    var moved = Transitions.apply(before, List.of(events), Actor.agent(id("mo")), LATER);
    String request = "r-" + moved.after().version();
    return new Change(ACME, request, LATER,
        List.of(new Change.Move(
            Optional.of(before), moved.after().with(moved.after().core().movedBy(request)), moved.events())),
        Optional.empty(), Optional.empty(), false, Optional.empty());
  }

  private static Change guarded(Change change) {
    return new Change(change.workspace(), change.request(), change.at(), change.moves(), change.contact(),
        change.reply(), true, change.remembered());
  }

  private static Change full(Change change, OutgoingMessage reply, String key) {
    var answer = new Answer(200, change.moves().getFirst().after().version(), "{\"ok\":true}");
    return new Change(change.workspace(), change.request(), change.at(), change.moves(), change.contact(),
        Optional.of(reply), false,
        Optional.of(new Change.Remembered(id("bo"), new IdempotencyKey(key, "hash"), answer)));
  }

  private static OutgoingMessage reply(Conversation to, String id) {
    var core = to.core();
    return new OutgoingMessage(ACME, core.id(), core.channel(), core.channelKind(),
        MessageKey.reply(LATER, core.traffic().lastKey(), id), core.address(), id("bo"), "hi", Optional.empty(), LATER);
  }
}
