package baton.conversation;

import static baton.testing.Fixtures.KIMS;
import static baton.testing.Fixtures.KIMS_ID;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.message;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.suspended;
import static baton.testing.Fixtures.team;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.contact.ContactCommand.Block;
import baton.contact.ContactCommand.Pin;
import baton.conversation.ConversationCommand.Assign;
import baton.conversation.ConversationCommand.Claim;
import baton.conversation.ConversationCommand.Close;
import baton.conversation.ConversationCommand.KeepAssignee;
import baton.conversation.ConversationCommand.Reopen;
import baton.conversation.ConversationCommand.Reply;
import baton.conversation.ConversationCommand.ToTeam;
import baton.conversation.ConversationCommand.Unassign;
import baton.testing.Desk;
import baton.testing.InMemoryInbox;
import baton.testing.Invariants;
import baton.testing.Trouble;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The same request twice, under the client's name for it.
class IdempotencyTest {
  private final InMemoryInbox inbox = new InMemoryInbox();
  private final Desk others = new Desk(inbox).with(
      online("ana").in("support"), online("bo").in("support"), online("cy").in("sales"), manager("mo"));
  private final Trouble table = new Trouble(inbox.conversations());
  private final Desk desk = others.beside(_ -> table);

  @AfterEach
  void nothing_is_broken() {
    Invariants.check(desk.everything());
  }

  @Test
  void the_same_key_gets_the_same_answer_and_one_effect() {
    others.gets(message("hello"));
    var first = done(desk.when("ana", reply("hi"), "key-1", "hash"));
    var again = desk.when("ana", reply("hi"), "key-1", "hash");
    assertThat(again).isInstanceOfSatisfying(Outcome.Repeated.class, repeated -> {
      assertThat(repeated.answer().version()).isEqualTo(first.conversation().version());
      assertThat(repeated.answer().body()).contains(first.reply().orElseThrow().toString());
    });
    assertThat(desk.timeline()).hasSize(2);
  }

  @Test
  void the_same_key_with_another_request_is_refused() {
    others.gets(message("hello"));
    desk.when("ana", reply("hi"), "key-1", "hash");
    refused(desk.when("ana", reply("ho"), "key-1", "other"), new Rejection.IdempotencyMismatch());
    refused(desk.when("ana", new Block(KIMS_ID), "key-1", "block"), new Rejection.IdempotencyMismatch());
  }

  @Test
  void a_key_belongs_to_its_agent() {
    others.gets(message("hello"));
    done(desk.when("ana", reply("hi"), "key-1", "hash"));
    done(desk.when("bo", reply("hi"), "key-1", "hash"));
    assertThat(desk.timeline()).hasSize(3);
  }

  @Test
  void a_refusal_is_not_remembered() {
    others.gets(message("hello")).when("bo", new Claim(KIMS));
    refused(desk.when("ana", new Claim(KIMS), "key-1", "hash"), new Rejection.AlreadyAssigned(id("bo")));
    others.when("bo", new Unassign(KIMS));
    done(desk.when("ana", new Claim(KIMS), "key-1", "hash"));
  }

  @Test
  void what_changed_nothing_is_not_remembered() {
    others.gets(message("hello")).when("ana", new Claim(KIMS));
    assertThat(done(desk.when("ana", new Claim(KIMS), "key-1", "hash")).changed()).isFalse();
    others.when("ana", new Unassign(KIMS));
    assertThat(done(desk.when("ana", new Claim(KIMS), "key-1", "hash")).changed()).isTrue();
  }

  @Test
  void a_crash_after_the_commit_is_found_by_the_same_key() {
    others.gets(message("hello"));
    table.diesAfter();
    assertThatThrownBy(() -> desk.when("ana", reply("hi"), "key-1", "hash")).isInstanceOf(Unavailable.class);
    assertThat(desk.when("ana", reply("hi"), "key-1", "hash")).isInstanceOf(Outcome.Repeated.class);
    assertThat(desk.timeline()).hasSize(2);
  }

  @Test
  void the_same_key_twice_at_once_has_one_effect_and_one_answer() {
    others.gets(message("hello")).when("ana", new Claim(KIMS));
    table.meanwhile(() -> others.when("ana", reply("hi"), "key-1", "hash"));
    assertThat(desk.when("ana", reply("hi"), "key-1", "hash")).isInstanceOf(Outcome.Repeated.class);
    assertThat(desk.timeline()).hasSize(2);
  }

  @Test
  void the_answer_is_repeated_also_to_who_does_not_see_it_any_more() {
    others.gets(message("hello")).when("ana", new Claim(KIMS));
    var away = new Assign(KIMS, new ToTeam(team("sales"), KeepAssignee.AUTO), false);
    done(desk.when("ana", away, "key-1", "hash"));
    assertThat(desk.when("ana", away, "key-1", "hash")).isInstanceOf(Outcome.Repeated.class);
    refused(desk.when("ana", away), new Rejection.NotFound("conversation"));
  }

  @Test
  void nothing_is_repeated_to_somebody_who_was_suspended() {
    others.gets(message("hello"));
    done(desk.when("ana", new Assign(KIMS, new ToTeam(team("support"), KeepAssignee.AUTO), false), "key-1", "hash"));
    inbox.put(suspended("ana").agent());
    refused(
        desk.when("ana", new Assign(KIMS, new ToTeam(team("support"), KeepAssignee.AUTO), false), "key-1", "hash"),
        new Rejection.UnknownActor());
  }

  @Test
  void a_key_whose_record_is_gone_is_a_new_request_whatever_the_last_move_was_called() {
    others.gets(message("hello"));
    done(desk.when("ana", new Claim(KIMS), "key-1", "claim"));
    var forgetful = desk.beside(_ -> new Forgetful(inbox.conversations()));
    done(forgetful.when("ana", new Close(KIMS, Optional.empty(), false), "key-1", "close"));
    assertThat(desk.kims()).isInstanceOf(Conversation.Closed.class);
  }

  @Test
  void a_key_that_was_used_for_the_last_move_days_ago_claims_no_win_of_its_own() {
    others.gets(message("hello")).when("ana", new Claim(KIMS));
    done(desk.when("ana", new Close(KIMS, Optional.empty(), false), "key-1", "close"));
    done(desk.when("ana", new Reopen(KIMS), "key-2", "reopen"));
    var forgetful = desk.beside(_ -> new Forgetful(table));
    table.loses(1);
    assertThat(done(forgetful.when("ana", reply("hi"), "key-2", "reply")).reply()).contains(desk.timeline().getLast());
    assertThat(desk.timeline()).hasSize(2);
    done(desk.when("ana", reply("ho"), "key-3", "reply"));
    table.loses(1);
    assertThat(forgetful.when("ana", new Block(KIMS_ID), "key-3", "block")).isInstanceOf(Outcome.ContactDone.class);
    assertThat(desk.kim().blocked()).isTrue();
  }

  @Test
  void contacts_are_remembered_too() {
    others.gets(message("hello")).when("ana", new Claim(KIMS));
    done(desk.when("ana", reply("hi")));
    assertThat(desk.when("ana", new Pin(KIMS_ID, id("ana")), "key-1", "pin")).isInstanceOf(Outcome.ContactDone.class);
    assertThat(desk.when("ana", new Pin(KIMS_ID, id("ana")), "key-1", "pin")).isInstanceOf(Outcome.Repeated.class);
    assertThat(desk.kim().version()).isEqualTo(1);
  }

  /// A table whose remembered answers have expired.
  private record Forgetful(Conversations table) implements Conversations {
    @Override
    public Loaded load(Wanted wanted) {
      var loaded = table.load(wanted);
      return new Loaded(loaded.workspace(), loaded.conversations(), loaded.contacts(), loaded.agents(), loaded.teams(),
          Optional.empty());
    }

    @Override
    public Committed commit(Change change) {
      return table.commit(new Change(change.workspace(), change.request(), change.at(), change.moves(),
          change.contact(), change.reply(), change.guardTraffic(), Optional.empty()));
    }
  }

  private static Reply reply(String text) {
    return new Reply(KIMS, text, false, Optional.empty(), false, Optional.empty());
  }

  private static Outcome.Done done(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return (Outcome.Done) outcome;
  }

  private static void refused(Outcome outcome, Rejection rejection) {
    assertThat(outcome).isEqualTo(new Outcome.Refused(rejection));
  }
}
