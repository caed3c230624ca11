package baton.inbox;

import static baton.testing.Fixtures.assignedTo;
import static baton.testing.Fixtures.online;
import static org.assertj.core.api.Assertions.assertThat;

import baton.conversation.Conversation;
import baton.id.ConversationId;
import baton.id.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Whether an agent holds something unread, and what it costs to know.
class CountersTest {
  private final List<Integer> asked = new ArrayList<>();

  /// A shelf of so many rows; one of them, or none, is unread.
  private final class Held implements Folders {
    private final int many;
    private final int unread;

    private Held(int many, int unread) {
      this.many = many;
      this.unread = unread;
    }

    @Override
    public List<Slice> read(WorkspaceId workspace, List<Start> starts, boolean newestFirst, int most) {
      asked.add(most);
      int first = starts.getFirst().from() instanceof Behind(var sort, var _) ? (int) sort + 1 : 0;
      int end = Math.min(many, first + most);
      var rows = IntStream.range(first, end)
          .mapToObj(at -> new Found(at, new ConversationId("c-" + at), Optional.of(row(at == unread))))
          .toList();
      return List.of(new Slice(starts.getFirst().shelf(), rows, end < many));
    }

    @Override
    public int count(WorkspaceId workspace, List<Shelf> shelves, int most) {
      throw new IllegalStateException("nothing is counted here");
    }
  }

  private static Row row(boolean unread) {
    Conversation conversation = assignedTo("ana").conversation();
    var read = Row.of(conversation);
    return new Row(
        read.id(), read.status(), read.assignee(), read.responsible(), read.lastAssignee(), read.team(), read.contact(),
        read.contactName(), read.channel(), read.channelKind(), read.statusSince(), read.waitingSince(), read.lastAt(),
        read.lastFrom(), read.preview(), unread, read.episode(), read.version(), read.seen());
  }

  private boolean unviewed(int many, int unread) {
    return Counters.unviewed(new Held(many, unread), online("ana").with(many).agent());
  }

  @Test
  void an_unread_one_at_the_front_is_found_with_one_small_look() {
    assertThat(unviewed(500, 3)).isTrue();
    assertThat(asked).containsExactly(20);
  }

  @Test
  void an_unread_one_behind_two_hundred_others_is_found_too() {
    assertThat(unviewed(500, 321)).isTrue();
    assertThat(asked).containsExactly(20, 140, 140, 140);
  }

  @Test
  void where_none_is_unread_the_looking_ends_with_the_shelf() {
    assertThat(unviewed(20, -1)).isFalse();
    assertThat(asked).containsExactly(20);
  }

  @Test
  void behind_a_thousand_nobody_looks() {
    assertThat(unviewed(5_000, 1_000)).isFalse();
    assertThat(asked.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1_000);
    assertThat(unviewed(5_000, 999)).isTrue();
  }

  @Test
  void who_holds_nothing_is_not_asked_about() {
    assertThat(unviewed(0, -1)).isFalse();
    assertThat(asked).isEmpty();
  }
}
