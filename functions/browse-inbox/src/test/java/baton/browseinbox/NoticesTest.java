package baton.browseinbox;

import static baton.browseinbox.Office.WHATSAPP;
import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.online;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contact.ContactCommand.Pin;
import baton.contact.ContactCommand.Unpin;
import baton.conversation.ConversationCommand.Claim;
import baton.conversation.ConversationCommand.Unassign;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.notice.Notice;
import baton.notice.Notice.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What one was told, read to its end and as far as it is still one's own to see. Ana signed up for WhatsApp.
class NoticesTest {
  private final Office office = new Office();
  private final ConversationId kims = office.writes("Kim", WHATSAPP, "hello");
  private final ContactId kim = Office.contact(WHATSAPP, "Kim");

  private Office tells(String name, Kind kind, boolean shared, String... recipients) {
    office.later(Duration.ofMillis(1));
    boolean ofConversation = kind != Kind.PINNED && kind != Kind.UNPINNED;
    office.wiring().notices().show(new Notice(
        name, kind, ACME, Optional.of(kims).filter(_ -> ofConversation), Optional.of(kim), Optional.of(WHATSAPP.id()),
        1, office.now(), Arrays.stream(recipients).map(one -> id(one)).toList(), "About Kim", shared));
    return office;
  }

  private List<List<String>> pages(int limit) {
    var pages = new ArrayList<List<String>>();
    var query = new HashMap<>(Map.of("limit", "" + limit));
    for (var cursor = Optional.of(""); cursor.isPresent(); cursor.ifPresent(next -> query.put("cursor", next))) {
      var got = office.get("ana", "/notices", query);
      assertThat(got.status()).as(got.text()).isEqualTo(200);
      pages.add(got.body().path("notices").findValuesAsText("id"));
      cursor = got.next("cursor");
    }
    return pages;
  }

  private String read() {
    return office.get("ana", "/notices", Map.of()).body().path("notices").toString();
  }

  @Test
  void a_page_is_full_of_ones_own_although_others_were_told_more_and_the_cursor_goes_on() {
    for (int i = 0; i < 5; i++) {
      tells("own" + i, Kind.ASSIGNED, false, "ana");
      tells("shared" + i, Kind.WAITING, true, "ana", "bo");
      tells("others" + i, Kind.WAITING, true, "bo");
      tells("more" + i, Kind.WAITING, true, "bo");
    }
    assertThat(pages(4)).containsExactly(
        List.of("shared4", "own4", "shared3", "own3"), List.of("shared2", "own2", "shared1", "own1"),
        List.of("shared0", "own0"));
  }

  @Test
  void what_lies_behind_more_of_others_than_one_look_may_cost_comes_on_a_later_page() {
    tells("old", Kind.WAITING, true, "ana");
    IntStream.range(0, 20).forEach(i -> tells("others" + i, Kind.WAITING, true, "bo"));
    tells("new", Kind.WAITING, true, "ana");
    var pages = pages(2);
    assertThat(pages.getFirst()).containsExactly("new");
    assertThat(pages.stream().flatMap(List::stream)).containsExactly("new", "old");
    assertThat(pages).hasSizeLessThan(4);
  }

  @Test
  void notices_of_the_same_moment_are_each_read_once() {
    var all = IntStream.range(0, 7).mapToObj(i -> "n" + i).toList();
    var at = office.now();
    all.forEach(name -> {
      tells(name, Kind.ASSIGNED, Integer.parseInt(name.substring(1)) % 2 == 0, "ana");
      office.later(Duration.between(office.now(), at));
    });
    assertThat(pages(3)).hasSize(3);
    assertThat(pages(3).stream().flatMap(List::stream)).containsExactlyElementsOf(all.reversed());
  }

  @Test
  void what_has_expired_is_not_shown_although_the_table_still_has_it() {
    tells("old", Kind.ASSIGNED, false, "ana");
    office.later(Duration.ofDays(60));
    tells("new", Kind.ASSIGNED, false, "ana");
    office.later(Duration.ofDays(30));
    assertThat(pages(10)).containsExactly(List.of("new"));
  }

  @Test
  void who_changes_teams_reads_no_more_of_what_they_do_not_see_any_more_but_that_they_lost_it() {
    tells("assigned", Kind.ASSIGNED, false, "ana");
    tells("waiting", Kind.WAITING, true, "ana", "bo");
    tells("moved", Kind.MOVED, false, "ana");
    assertThat(read()).contains("assigned", "waiting", "moved", kims.value(), "About Kim");
    office.furnishing().with(online("ana").in("sales").agent());
    assertThat(read())
        .contains("\"kind\":\"moved\"", "A conversation is no longer yours")
        .doesNotContain("assigned", "waiting", kims.value(), kim.value(), WHATSAPP.id().value(), "Kim");
  }

  @Test
  void a_pin_is_read_of_by_who_sees_the_contact_and_else_only_that_it_was_taken_off() {
    office.does("ana", new Claim(kims)).does("ana", new Pin(kim, id("ana")));
    tells("pinned", Kind.PINNED, false, "ana");
    office.does("sam", new Unpin(kim));
    tells("unpinned", Kind.UNPINNED, false, "ana");
    assertThat(read()).contains("pinned", "unpinned", kim.value(), "About Kim");
    office.does("mia", new Unassign(kims));
    office.furnishing().with(online("ana").in("sales").agent());
    assertThat(read())
        .contains("\"kind\":\"unpinned\"", "A contact is no longer pinned to you")
        .doesNotContain("\"kind\":\"pinned\"", kim.value(), "Kim");
  }
}
