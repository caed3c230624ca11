package baton.faults;

import static org.assertj.core.api.Assertions.assertThat;

import baton.conversation.Conversation;
import baton.table.Key;
import baton.table.StoredInbox;
import baton.testing.Invariants;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What must hold of a whole table, whatever happened to it: the domain's invariants, which replay each log and recount
/// each agent, and what the table adds to them.
final class WholeTable {
  private static final List<String> KEYS =
      List.of("folder", "folderSort", "queueSort", "period", "periodSort", "due", "dueAt");

  private WholeTable() {}

  /// Holds when nothing happened at the same time.
  static void check(Office office) {
    var items = checkAfterRaces(office);
    StoredInbox.heads(items).forEach(head -> assertThat(derived(head)).as("the index keys of %s", head)
        .isEqualTo(StoredInbox.derived(head)));
  }

  /// Holds always. The place inside a folder may lag behind a message that came while a move was being written: the page
  /// is sorted by the message's time when it is shown.
  static Map<Key, Map<String, AttributeValue>> checkAfterRaces(Office office) {
    var items = office.items();
    var everything = StoredInbox.everything(items);
    Invariants.check(everything);
    StoredInbox.heads(items).forEach(WholeTable::standsInItsFolder);
    var listed = office.inbox().inFolders();
    everything.conversations().values().stream().filter(Conversation::isOpen).forEach(open ->
        assertThat(listed.stream().filter(key -> isHead(key, open))).as("the lists in which %s stands", open)
            .hasSize(1));
    assertThat(items.values().stream()
        .filter(item -> item.containsKey("providerId") && item.get("direction").s().equals("in"))
        .map(item -> item.get("pk").s() + item.get("providerId").s()))
        .as("messages").doesNotHaveDuplicates();
    return items;
  }

  private static void standsInItsFolder(Map<String, AttributeValue> head) {
    var derived = StoredInbox.derived(head);
    for (String name : List.of("folder", "period", "periodSort")) {
      assertThat(head.get(name)).as("%s of %s", name, head).isEqualTo(derived.get(name));
    }
    assertThat(head.containsKey("folderSort")).isTrue();
    assertThat(head.containsKey("queueSort")).as("its place in the queue, of %s", head)
        .isEqualTo(derived.containsKey("queueSort"));
  }

  private static boolean isHead(Key key, Conversation conversation) {
    return key.pk().endsWith("#CONV#" + conversation.id());
  }

  private static Map<String, AttributeValue> derived(Map<String, AttributeValue> head) {
    var found = new HashMap<>(head);
    found.keySet().retainAll(KEYS);
    return found;
  }
}
