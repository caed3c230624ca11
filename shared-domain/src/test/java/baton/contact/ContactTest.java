package baton.contact;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.KIMS;
import static baton.testing.Fixtures.KIMS_ID;
import static baton.testing.Fixtures.NOW;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.kim;
import static baton.testing.Fixtures.kimBlocked;
import static baton.testing.Fixtures.kimPinnedTo;
import static org.assertj.core.api.Assertions.assertThat;

import baton.event.Actor;
import baton.event.Event;
import baton.event.EventType;
import baton.id.ConversationId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What becomes of a contact, and what is said of it.
class ContactTest {
  private static final ConversationId OTHER = new ConversationId("c-2");

  @Test
  void somebody_met_has_the_name_of_the_channel_and_one_conversation() {
    assertThat(kim()).isEqualTo(new Contact(
        KIMS_ID, ACME, "Kim", "Kim", "+4915112345678", Optional.empty(), Optional.empty(), false, List.of(KIMS), 0));
  }

  @Test
  void a_pin_is_remembered_with_its_time_and_taken_off_without_a_trace_but_the_version() {
    var pinned = kim().after(new ContactEvent.Pinned(Optional.empty(), id("ana")), NOW);
    assertThat(pinned).isEqualTo(kimPinnedTo("ana"));
    var free = pinned.after(new ContactEvent.Unpinned(id("ana")), NOW);
    assertThat(free.pinnedTo()).isEmpty();
    assertThat(free.pinnedAt()).isEmpty();
    assertThat(free.version()).isEqualTo(2);
  }

  @Test
  void blocking_leaves_the_pin_and_everything_else() {
    var blocked = kimPinnedTo("ana").after(new ContactEvent.Blocked(), NOW);
    assertThat(blocked.blocked()).isTrue();
    assertThat(blocked.pinnedTo()).contains(id("ana"));
    assertThat(blocked.pinnedAt()).contains(NOW);
    assertThat(blocked.conversations()).containsExactly(KIMS);
    assertThat(blocked.after(new ContactEvent.Unblocked(), NOW))
        .usingRecursiveComparison().ignoringFields("version").isEqualTo(kimPinnedTo("ana"));
  }

  @Test
  void a_second_conversation_is_added_once_and_is_no_event() {
    var twice = kimBlocked().alsoIn(OTHER);
    assertThat(twice.conversations()).containsExactly(KIMS, OTHER);
    assertThat(twice.alsoIn(OTHER)).isSameAs(twice);
    assertThat(twice.version()).isEqualTo(kimBlocked().version());
    assertThat(twice.blocked()).isTrue();
  }

  @Test
  void the_channels_name_is_followed_until_an_agent_gives_another_BL_63() {
    assertThat(kim().called("Kim L.")).extracting(Contact::name, Contact::originalName)
        .containsExactly("Kim L.", "Kim L.");
    var renamed = new Contact(KIMS_ID, ACME, "Kim Lee", "Kim", "", Optional.empty(), Optional.empty(), false,
        List.of(KIMS), 1);
    assertThat(renamed.called("kim_99")).extracting(Contact::name, Contact::originalName)
        .containsExactly("Kim Lee", "kim_99");
  }

  @Test
  void each_event_is_a_line_of_the_contacts_log() {
    var actor = Actor.agent(id("ana"));
    var pinned = kimPinnedTo("ana");
    assertThat(new ContactEvent.Pinned(Optional.empty(), id("ana")).logged(pinned, actor, NOW)).isEqualTo(new Event(
        "contact-" + KIMS_ID + "-000001", EventType.CONTACT_PINNED, ACME, "contact:" + KIMS_ID, Optional.empty(),
        Optional.of(KIMS_ID), Optional.empty(), Optional.empty(), 0, 1, NOW, actor, "", "", 0, "", "ana",
        Map.of("name", "Kim")));
    assertThat(new ContactEvent.Unpinned(id("ana")).logged(kim(), actor, NOW))
        .extracting(Event::type, Event::from, Event::to).containsExactly(EventType.CONTACT_UNPINNED, "ana", "");
    assertThat(new ContactEvent.Blocked().logged(kimBlocked(), actor, NOW).type()).isEqualTo(EventType.CONTACT_BLOCKED);
    assertThat(new ContactEvent.Unblocked().logged(kim(), actor, NOW).type()).isEqualTo(EventType.CONTACT_UNBLOCKED);
  }
}
