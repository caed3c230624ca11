package baton.inbox;

import static baton.testing.Fixtures.assignedTo;
import static baton.testing.Fixtures.team;
import static baton.testing.Fixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import baton.id.ConversationId;
import baton.inbox.Folders.Found;
import baton.inbox.Folders.Slice;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final Shelf NOBODYS = new Shelf.Waiting(Optional.empty());
  private static final Shelf SALES = new Shelf.Waiting(Optional.of(team("sales")));
  private static final int MOST = 200;

  private static Slice slice(Shelf shelf, boolean more, long... sorts) {
    return new Slice(shelf, Arrays.stream(sorts)
        .mapToObj(sort -> new Found(sort, new ConversationId(id(shelf, sort)), Optional.of(Row.of(
            sort % 2 == 0 ? waiting().conversation() : assignedTo("ana").conversation()))))
        .toList(), more);
  }

  private static String id(Shelf shelf, long sort) {
    return shelf.name().replace(':', '_') + "_" + sort;
  }

  private static Place place(Shelf shelf, long sort) {
    return new Place(shelf.name(), sort, new ConversationId(id(shelf, sort)));
  }

  @Test
  void shelves_are_merged_and_the_page_ends_where_it_is_full() {
    var page = Page.merge(
        List.of(slice(NOBODYS, false, 1, 4, 9), slice(SALES, false, 2, 3)), false, _ -> true, 3, MOST);
    assertThat(page.rows()).hasSize(3);
    assertThat(page.next()).contains(place(SALES, 3));
  }

  @Test
  void the_last_page_knows_that_it_is() {
    assertThat(Page.merge(List.of(slice(NOBODYS, false, 1), slice(SALES, false, 2)), false, _ -> true, 2, MOST).next())
        .isEmpty();
    assertThat(Page.merge(List.of(slice(NOBODYS, false), slice(SALES, false)), false, _ -> true, 2, MOST).next())
        .isEmpty();
  }

  @Test
  void of_the_same_sort_the_shelves_follow_in_the_order_of_their_names_in_both_directions() {
    for (boolean newestFirst : new boolean[] {true, false}) {
      var page = Page.merge(
          List.of(slice(SALES, false, 5), slice(NOBODYS, false, 5)), newestFirst, _ -> true, 1, MOST);
      assertThat(page.next()).contains(place(NOBODYS, 5));
    }
  }

  @Test
  void behind_the_end_of_what_was_read_of_a_shelf_nothing_of_another_is_shown() {
    var page = Page.merge(
        List.of(slice(NOBODYS, true, 1, 2), slice(SALES, false, 3, 4)), false, _ -> true, 10, MOST);
    assertThat(page.rows()).hasSize(2);
    assertThat(page.next()).contains(place(NOBODYS, 2));
  }

  @Test
  void rows_that_do_not_belong_are_passed_over_and_the_page_may_be_empty_and_go_on() {
    var page = Page.merge(
        List.of(slice(NOBODYS, true, 1, 3, 5)), false, row -> row.assignee().isEmpty(), 10, MOST);
    assertThat(page.rows()).isEmpty();
    assertThat(page.next()).contains(place(NOBODYS, 5));
  }

  @Test
  void no_more_rows_are_looked_at_than_a_page_may_cost() {
    var page = Page.merge(List.of(slice(NOBODYS, false, 1, 3, 5, 7, 8)), false, row -> row.assignee().isEmpty(), 10, 3);
    assertThat(page.rows()).isEmpty();
    assertThat(page.next()).contains(place(NOBODYS, 5));
  }

  @Test
  void what_is_gone_leaves_no_gap_in_the_walk() {
    var gone = new Slice(NOBODYS, List.of(new Found(7, new ConversationId("gone"), Optional.empty())), true);
    var page = Page.merge(List.of(gone), false, _ -> true, 10, MOST);
    assertThat(page.rows()).isEmpty();
    assertThat(page.next()).contains(new Place(NOBODYS.name(), 7, new ConversationId("gone")));
  }

  @Test
  void a_place_reads_as_it_was_written() {
    assertThat(Place.parse(place(SALES, 1_772_442_001_000L).toString())).contains(place(SALES, 1_772_442_001_000L));
    assertThat(List.of("", "|", "a|b|c", "a|1|b#c", "a|1|b|c", "a|12345678901234|b"))
        .allSatisfy(text -> assertThat(Place.parse(text)).isEmpty());
  }
}
