package baton.contact;

import static baton.testing.Fixtures.KIMS_ID;
import static baton.testing.Fixtures.assignedTo;
import static baton.testing.Fixtures.blocked;
import static baton.testing.Fixtures.closedBy;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.kim;
import static baton.testing.Fixtures.kimPinnedTo;
import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.observer;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.superAdmin;
import static baton.testing.Fixtures.suspended;
import static baton.testing.Fixtures.telegram;
import static baton.testing.Fixtures.waiting;

import baton.access.Permission;
import baton.contact.ContactCommand.Pin;
import baton.contact.ContactCommand.PinningCommand;
import baton.contact.ContactCommand.Unpin;
import baton.contact.ContactEvent.Pinned;
import baton.contact.ContactEvent.Unpinned;
import baton.contact.Pinning.Tying;
import baton.conversation.Conversation;
import baton.conversation.Rejection;
import baton.testing.AgentFixture;
import baton.testing.ConversationFixture;
import baton.testing.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// T27: to whom a contact always comes back.
class PinningTest {

  @Test
  void who_has_the_conversation_pins_its_contact_BL_57() {
    given(kim(), online("ana"), assignedTo("ana")).naming(online("ana")).when(pinTo("ana")).then(pinned("ana"));
  }

  @Test
  void who_does_not_have_it_cannot() {
    given(kim(), online("ana"), waiting()).naming(online("ana")).when(pinTo("ana"))
        .refused(new Rejection.NotAssignee(id("ana")));
    given(kim(), online("ana"), assignedTo("bo")).naming(online("ana")).when(pinTo("ana"))
        .refused(new Rejection.NotAssignee(id("ana")));
  }

  @Test
  void a_conversation_that_is_closed_or_hidden_is_had_by_nobody() {
    given(kim(), online("ana"), closedBy("ana")).naming(online("ana")).when(pinTo("ana"))
        .refused(new Rejection.NotAssignee(id("ana")));
    given(kim(), superAdmin("sam"), blocked()).naming(superAdmin("sam")).when(pinTo("sam"))
        .refused(new Rejection.NotAssignee(id("sam")));
  }

  @Test
  void any_of_the_contacts_conversations_will_do() {
    given(kim(), online("ana"), closedBy("bo"), assignedTo("ana").named("c-2", telegram()))
        .naming(online("ana")).when(pinTo("ana")).then(pinned("ana"));
  }

  @Test
  void a_manager_pins_to_who_has_it_S10() {
    given(kim(), manager("mo"), assignedTo("ana")).naming(online("ana")).when(pinTo("ana")).then(pinned("ana"));
    given(kim(), manager("mo"), assignedTo("bo")).naming(online("ana")).when(pinTo("ana"))
        .refused(new Rejection.NotAssignee(id("ana")));
  }

  @Test
  void who_cannot_hold_conversations_is_not_pinned_to() {
    given(kim(), manager("mo"), assignedTo("ana")).naming(suspended("ana")).when(pinTo("ana"))
        .refused(new Rejection.AssigneeInactive(id("ana")));
    given(kim(), manager("mo"), assignedTo("ana")).naming(observer("ana")).when(pinTo("ana"))
        .refused(new Rejection.AssigneeCannotReply(id("ana")));
    given(kim(), manager("mo"), assignedTo("ana").in("sales")).naming(online("ana").in("support")).when(pinTo("ana"))
        .refused(new Rejection.AssigneeCannotSee(id("ana")));
  }

  @Test
  void who_is_away_or_full_is_pinned_to_all_the_same() {
    given(kim(), manager("mo"), assignedTo("ana")).naming(baton.testing.Fixtures.away("ana").with(5).of(5))
        .when(pinTo("ana")).then(pinned("ana"));
  }

  @Test
  void who_does_not_exist_is_refused() {
    given(kim(), manager("mo"), assignedTo("ana")).when(pinTo("nobody")).refused(new Rejection.UnknownAgent(id("nobody")));
  }

  @Test
  void a_pin_is_not_overwritten_BL_59() {
    given(kimPinnedTo("ana"), online("bo"), assignedTo("bo")).naming(online("bo")).when(pinTo("bo"))
        .refused(new Rejection.AlreadyPinned(id("ana")));
  }

  @Test
  void who_may_take_anybodys_pin_off_puts_another_in_its_place_S9() {
    given(kimPinnedTo("ana"), superAdmin("sam"), assignedTo("bo")).naming(online("bo")).when(pinTo("bo"))
        .then(new Unpinned(id("ana")), new Pinned(Optional.of(id("ana")), id("bo")));
    given(kimPinnedTo("ana"), superAdmin("sam"), waiting()).naming(online("bo")).when(pinTo("bo"))
        .refused(new Rejection.NotAssignee(id("bo")));
  }

  @Test
  void a_pin_that_is_there_already_changes_nothing_also_when_the_conversation_moved_on() {
    given(kimPinnedTo("ana"), online("ana"), assignedTo("bo")).naming(online("ana")).when(pinTo("ana")).unchanged();
  }

  @Test
  void the_pinned_agent_detaches_their_own_BL_58() {
    given(kimPinnedTo("ana"), online("ana"), assignedTo("bo")).when(new Unpin(KIMS_ID)).then(new Unpinned(id("ana")));
  }

  @Test
  void others_do_not_detach_it_not_even_a_manager() {
    given(kimPinnedTo("ana"), online("bo"), assignedTo("bo")).when(new Unpin(KIMS_ID))
        .refused(new Rejection.Forbidden(Permission.UNPIN_ANY));
    given(kimPinnedTo("ana"), manager("mo"), assignedTo("bo")).when(new Unpin(KIMS_ID))
        .refused(new Rejection.Forbidden(Permission.UNPIN_ANY));
  }

  @Test
  void a_super_admin_detaches_it_from_anybody() {
    given(kimPinnedTo("ana"), superAdmin("sam"), assignedTo("bo")).when(new Unpin(KIMS_ID))
        .then(new Unpinned(id("ana")));
  }

  @Test
  void detaching_what_is_not_pinned_changes_nothing() {
    given(kim(), online("bo"), assignedTo("bo")).when(new Unpin(KIMS_ID)).unchanged();
  }

  private static Pin pinTo(String agent) {
    return new Pin(KIMS_ID, id(agent));
  }

  private static Pinned pinned(String to) {
    return new Pinned(Optional.empty(), id(to));
  }

  private static Given given(Contact contact, AgentFixture actor, ConversationFixture... theirs) {
    List<Conversation> all = Arrays.stream(theirs).map(ConversationFixture::conversation).toList();
    return new Given(new Tying(contact, actor.agent(), Optional.empty(), all));
  }

  private record Given(Tying scene) {
    Given naming(AgentFixture target) {
      return new Given(new Tying(scene.contact(), scene.actor(), Optional.of(target.agent()), scene.conversations()));
    }

    Verdict<ContactEvent> when(PinningCommand command) {
      return new Verdict<>(Pinning.decide(command, scene));
    }
  }
}
