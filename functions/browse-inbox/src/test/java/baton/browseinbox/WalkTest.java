package baton.browseinbox;

import static baton.browseinbox.Office.SHOP;
import static baton.browseinbox.Office.TELEGRAM;
import static baton.browseinbox.Office.WHATSAPP;
import static baton.testing.Fixtures.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import baton.channel.Channel;
import baton.conversation.ConversationCommand.Claim;
import baton.conversation.ConversationCommand.Close;
import baton.id.ConversationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Lists are read to their end by cursors, while their rows move.
class WalkTest {
  private static final List<Channel> CHANNELS = List.of(WHATSAPP, SHOP, TELEGRAM);

  private final Office office = new Office();

  private List<ConversationId> write(int many) {
    var ids = new ArrayList<ConversationId>();
    for (int i = 0; i < many; i++) {
      // Many begin in the same millisecond, in different queues: the order must hold also there.
      ids.add(office.later(Duration.ofMillis(i % 4 == 0 ? 1 : 0)).writes("K" + i, CHANNELS.get(i % 3), "hello"));
    }
    return ids;
  }

  private List<String> walk(String agent, Map<String, String> view, Runnable between) {
    var seen = new ArrayList<String>();
    var query = new HashMap<>(view);
    for (int pages = 0; pages < 100; pages++) {
      var got = office.get(agent, "/conversations", query);
      assertThat(got.status()).as(got.text()).isEqualTo(200);
      assertThat(got.ids().size()).isLessThanOrEqualTo(Integer.parseInt(view.getOrDefault("limit", "50")));
      seen.addAll(got.ids());
      var next = got.next("cursor");
      if (next.isEmpty()) {
        return seen;
      }
      query.put("cursor", next.get());
      between.run();
    }
    throw new AssertionError("the list does not end: " + seen);
  }

  private static List<String> values(List<ConversationId> ids) {
    return ids.stream().map(ConversationId::value).toList();
  }

  @Test
  void every_row_of_several_queues_comes_exactly_once_whatever_the_size_of_the_page() {
    var ids = values(write(40));
    for (var limit : List.of("1", "3", "7", "20", "39", "40", "100")) {
      assertThat(walk("sam", Map.of("folder", "unassigned", "limit", limit), () -> { }))
          .as("pages of %s", limit)
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(ids);
    }
    assertThat(walk("mia", Map.of("folder", "all", "limit", "7"), () -> { }))
        .doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids);
    assertThat(walk("mia", Map.of("folder", "all", "status", "unassigned", "limit", "6"), () -> { }))
        .doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids);
    assertThat(walk("mia", Map.of("folder", "all", "team", "sales", "limit", "5"), () -> { }))
        .doesNotHaveDuplicates().hasSize(13);
  }

  @Test
  void rows_that_stay_come_exactly_once_while_others_leave_and_come() {
    var ids = write(36);
    var moved = new HashSet<String>();
    int[] page = {0};
    var seen = walk("sam", Map.of("folder", "unassigned", "limit", "5"), () -> {
      int at = page[0]++;
      for (int i : new int[] {at, 35 - at}) { // one that was shown, one that was not
        if (moved.add(ids.get(i).value())) {
          office.does("sam", new Claim(ids.get(i)));
        }
      }
      moved.add(office.later(Duration.ofSeconds(1)).writes("new" + at, WHATSAPP, "hello").value());
      office.writes("K20", CHANNELS.get(20 % 3), "still here");
    });

    assertThat(seen).doesNotHaveDuplicates();
    assertThat(seen.stream().filter(id -> !moved.contains(id)).toList())
        .containsExactlyElementsOf(inOrder(seen, values(ids).stream().filter(id -> !moved.contains(id)).toList()));
  }

  private static List<String> inOrder(List<String> order, List<String> wanted) {
    assertThat(order).containsAll(wanted);
    return order.stream().filter(wanted::contains).toList();
  }

  @Test
  void mine_and_closed_are_walked_through_though_their_rows_share_minutes() {
    var ids = write(30);
    ids.forEach(id -> office.does("sam", new Claim(id)));
    assertThat(walk("sam", Map.of("folder", "mine", "limit", "7"), () -> { }))
        .doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(values(ids));

    ids.stream().limit(15).forEach(id -> office.does("sam", new Close(id, Optional.empty(), true)));
    var closed = walk("sam", Map.of("folder", "closed", "limit", "4"), () -> { });
    var mine = walk("sam", Map.of("folder", "mine", "limit", "4"), () -> { });
    assertThat(closed).doesNotHaveDuplicates().hasSize(15).doesNotContainAnyElementsOf(mine);
    assertThat(walk("mia", Map.of("folder", "all", "agent", "sam", "limit", "4"), () -> { }))
        .doesNotHaveDuplicates().hasSize(30);
  }

  @Test
  void a_narrowed_list_may_come_in_short_pages_but_ends() {
    var ids = write(24);
    ids.forEach(id -> office.does("sam", new Claim(id)));
    var sales = IntStream.range(0, 24).filter(i -> i % 3 == 1).mapToObj(i -> ids.get(i).value()).toList();
    assertThat(walk("sam", Map.of("folder", "mine", "team", "sales", "limit", "3"), () -> { }))
        .doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(sales);
  }

  @Test
  void many_who_look_at_once_see_the_same() throws Exception {
    write(12);
    var handler = office.handler();
    var answers = new ArrayList<Future<String>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 32; i++) {
        answers.add(threads.submit(() -> Office.get(
            handler, ACME, "sam", "/conversations", "", Map.of("folder", "unassigned")).text()));
      }
    }
    Set<String> distinct = new HashSet<>();
    for (var answer : answers) {
      distinct.add(answer.get());
    }
    assertThat(distinct).hasSize(1);
  }
}
