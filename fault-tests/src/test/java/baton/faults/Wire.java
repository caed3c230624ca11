package baton.faults;

import baton.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// JSON as it goes in and out of functions.
final class Wire {
  private Wire() {}

  static JsonNode json(String text) {
    return Json.read(text);
  }

  static ObjectNode object() {
    return Json.MAPPER.createObjectNode();
  }

  static String text(String content) {
    return Json.MAPPER.getNodeFactory().textNode(content).toString();
  }

  /// An item as the stream spells it.
  static ObjectNode image(Map<String, AttributeValue> item) {
    var image = object();
    item.forEach((name, value) -> image.set(name, typed(value)));
    return image;
  }

  private static JsonNode typed(AttributeValue value) {
    var typed = object();
    switch (value.type()) {
      case S -> typed.put("S", value.s());
      case N -> typed.put("N", value.n());
      case BOOL -> typed.put("BOOL", value.bool());
      case M -> typed.set("M", image(value.m()));
      case L -> {
        var list = typed.putArray("L");
        value.l().forEach(element -> list.add(typed(element)));
      }
      default -> throw new IllegalArgumentException("a type that we never write: " + value.type());
    }
    return typed;
  }
}
