package baton.notice;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.NOW;
import static baton.testing.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import baton.notice.NoticePage.Place;
import baton.notice.NoticePage.Stretch;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoticePageTest {
  private static Notice at(int second) {
    return new Notice("n" + second, Notice.Kind.WAITING, ACME, Optional.empty(), Optional.empty(), Optional.empty(), 1,
        NOW.plusSeconds(second), List.of(id("ana")), "", true);
  }

  private static Stretch whole(Integer... seconds) {
    return new Stretch(Arrays.stream(seconds).map(NoticePageTest::at).toList(), Optional.empty());
  }

  private static Stretch readTo(int end, Integer... seconds) {
    return new Stretch(whole(seconds).picked(), Optional.of(Place.of(at(end))));
  }

  private static String page(int most, Stretch... stretches) {
    var page = NoticePage.merge(List.of(stretches), most);
    return String.join(" ", page.notices().stream().map(Notice::id).toList())
        + page.next().map(place -> " | " + place.notice()).orElse("");
  }

  @Test
  void several_lists_are_one_newest_first() {
    assertThat(page(9, whole(8, 5, 1), whole(7, 6), whole())).isEqualTo("n8 n7 n6 n5 n1");
  }

  @Test
  void what_does_not_fit_follows_behind_the_last() {
    assertThat(page(3, whole(8, 5, 1), whole(7, 6))).isEqualTo("n8 n7 n6 | n6");
    assertThat(page(5, whole(8, 5, 1), whole(7, 6))).isEqualTo("n8 n7 n6 n5 n1");
  }

  @Test
  void nothing_is_shown_from_behind_where_a_list_was_read_no_further() {
    assertThat(page(9, whole(8, 5, 1), readTo(4, 7, 6))).isEqualTo("n8 n7 n6 n5 | n4");
    assertThat(page(9, whole(1), readTo(4))).as("and it goes on all the same").isEqualTo(" | n4");
  }

  @Test
  void a_place_is_read_as_it_is_written_and_nothing_else_is_one() {
    var place = Place.of(at(3));
    assertThat(Place.parse(place.toString())).contains(place);
    assertThat(List.of("", "1", "1|", "x|n", "12345678901234|n", "1|a b", "1|n|n")).allSatisfy(text ->
        assertThat(Place.parse(text)).isEmpty());
  }
}
