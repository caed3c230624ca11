package baton.inbox;

import static baton.testing.Fixtures.assignedTo;
import static baton.testing.Fixtures.closedBy;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.kim;
import static baton.testing.Fixtures.kimPinnedTo;
import static baton.testing.Fixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssignableTest {
  @Test
  void whoever_had_one_of_the_contacts_conversations_or_is_pinned_to_them_has_worked_with_them() {
    var theirs = List.of(
        waiting().lastHeldBy("ana").conversation(), assignedTo("bo").conversation(), closedBy("cy").conversation());
    assertThat(Assignable.worked(Optional.of(kimPinnedTo("dan")), theirs))
        .containsExactlyInAnyOrder(id("ana"), id("bo"), id("cy"), id("dan"));
    assertThat(Assignable.worked(Optional.of(kim()), List.of(waiting().conversation()))).isEmpty();
    assertThat(Assignable.worked(Optional.empty(), List.of())).isEmpty();
  }
}
