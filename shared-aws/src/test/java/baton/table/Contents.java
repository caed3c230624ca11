package baton.table;

import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.id.WorkspaceId;
import baton.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What a table holds, for tests to look at: its items as plain JSON, in the order of their keys.
///
/// @param table the one to look into
public record Contents(Table table) {
  private static final Set<String> MOVING = Set.of("conversation", "message", "remark", "event", "contact");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// Every item as the SDK gives it.
  public List<Map<String, AttributeValue>> items() {
    return Bulk.items(table).entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(Key::pk).thenComparing(Key::sk)))
        .map(Map.Entry::getValue)
        .toList();
  }

  /// A digest of the whole table: two are the same only if nothing was changed in between.
  public String digest() {
    return Keys.sha256(Json.write(items().stream().map(Contents::plain).toList()));
  }

  /// The items of that type: `conversation`, `message`, `remark`, `event`, `contact`.
  public List<JsonNode> ofType(String type) {
    return items().stream()
        .<JsonNode>map(Contents::plain)
        .filter(item -> item.path("item").asText().equals(type))
        .toList();
  }

  /// How many items there are of each type that traffic and moves make.
  public Map<String, Integer> counts() {
    var counts = new TreeMap<String, Integer>();
    items().stream()
        .map(item -> plain(item).path("item").asText())
        .filter(MOVING::contains)
        .forEach(type -> counts.merge(type, 1, Integer::sum));
    return counts;
  }

  /// The conversation's head; missing when there is none.
  public JsonNode conversation(WorkspaceId workspace, ConversationId id) {
    return one(Keys.head(workspace, id));
  }

  /// Messages, replies and remarks of the conversation, in order.
  public List<JsonNode> timeline(WorkspaceId workspace, ConversationId id) {
    return family(Keys.conversation(workspace, id), Keys.TIMELINE);
  }

  /// The events of that log, in order.
  public List<JsonNode> log(WorkspaceId workspace, String stream) {
    return family(Keys.log(workspace, stream), "");
  }

  /// The contact.
  public JsonNode contact(WorkspaceId workspace, ContactId id) {
    return one(Keys.contact(workspace, id));
  }

  /// The agent.
  public JsonNode agent(WorkspaceId workspace, AgentId id) {
    return one(Keys.agent(workspace, id));
  }

  /// What the agent has been told personally, oldest first.
  public List<JsonNode> notices(WorkspaceId workspace, AgentId agent) {
    return family(Keys.agentFamily(workspace, agent), Keys.NOTICES);
  }

  /// What the channel's subscribers have been told, oldest first.
  public List<JsonNode> notices(ChannelId channel) {
    return family(Keys.channelFamily(channel), Keys.NOTICES);
  }

  /// What nothing could be done with.
  public List<JsonNode> quarantine(ChannelId channel) {
    return family(Keys.quarantine(channel), "");
  }

  /// What is known of the message that the provider calls so.
  public JsonNode receipt(ChannelId channel, String providerId) {
    return one(Keys.sent(channel, providerId));
  }

  private JsonNode one(Key key) {
    return table.read(key).<JsonNode>map(Contents::plain).orElseGet(NODES::missingNode);
  }

  private List<JsonNode> family(String pk, String prefix) {
    return (prefix.isEmpty()
            ? items().stream().filter(item -> item.get("pk").s().equals(pk)).toList()
            : table.family(pk, prefix))
        .stream().<JsonNode>map(Contents::plain).toList();
  }

  /// An item as plain JSON: `{"S": "x"}` becomes `"x"`.
  public static ObjectNode plain(Map<String, AttributeValue> item) {
    var json = NODES.objectNode();
    item.entrySet().stream().sorted(Map.Entry.comparingByKey())
        .forEach(entry -> json.set(entry.getKey(), plain(entry.getValue())));
    return json;
  }

  private static JsonNode plain(AttributeValue value) {
    return switch (value.type()) {
      case S -> NODES.textNode(value.s());
      case N -> NODES.numberNode(Long.parseLong(value.n()));
      case BOOL -> NODES.booleanNode(value.bool());
      case M -> plain(value.m());
      case L -> {
        var list = NODES.arrayNode();
        value.l().forEach(element -> list.add(plain(element)));
        yield list;
      }
      case SS, NS, BS, B, NUL, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("an attribute type that we never write: " + value.type());
    };
  }

  /// An item as the table's stream spells it: `"x"` becomes `{"S": "x"}`.
  public static ObjectNode typed(Map<String, AttributeValue> item) {
    var json = NODES.objectNode();
    item.entrySet().stream().sorted(Map.Entry.comparingByKey())
        .forEach(entry -> json.set(entry.getKey(), typed(entry.getValue())));
    return json;
  }

  private static ObjectNode typed(AttributeValue value) {
    var json = NODES.objectNode();
    Optional.ofNullable(value.s()).ifPresent(text -> json.put("S", text));
    Optional.ofNullable(value.n()).ifPresent(number -> json.put("N", number));
    Optional.ofNullable(value.bool()).ifPresent(flag -> json.put("BOOL", flag));
    if (value.hasM()) {
      json.set("M", typed(value.m()));
    }
    if (value.hasL()) {
      var list = json.putArray("L");
      value.l().forEach(element -> list.add(typed(element)));
    }
    return json;
  }
}
