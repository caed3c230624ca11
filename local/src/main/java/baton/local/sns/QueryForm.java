package baton.local.sns;

import baton.local.sns.Notification.Attribute;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A request of the query protocol: a form whose names spell out lists and maps, as in `Attributes.entry.1.key`.
record QueryForm(Map<String, String> fields, String prefix) {

  static QueryForm parse(String body) {
    var fields = new LinkedHashMap<String, String>();
    for (var pair : body.split("&")) {
      var equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return new QueryForm(fields, "");
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(fields.get(prefix + name));
  }

  String text(String name) {
    return optional(name).orElseThrow(() -> SnsException.invalid(name + " is missing"));
  }

  /// The entries of a list of structures.
  List<QueryForm> list(String name) {
    return IntStream.iterate(1, i -> has(prefix + name + "." + i + "."), i -> i + 1)
        .mapToObj(i -> new QueryForm(fields, prefix + name + "." + i + ".")).toList();
  }

  /// A map of texts.
  Map<String, String> map(String name) {
    var map = new LinkedHashMap<String, String>();
    list(name + ".entry").forEach(entry -> map.put(entry.text("key"), entry.optional("value").orElse("")));
    return map;
  }

  Map<String, Attribute> messageAttributes() {
    var attributes = new LinkedHashMap<String, Attribute>();
    list("MessageAttributes.entry").forEach(entry -> attributes.put(entry.text("Name"), new Attribute(
        entry.text("Value.DataType"),
        entry.optional("Value.StringValue").or(() -> entry.optional("Value.BinaryValue"))
            .orElseThrow(() -> SnsException.invalid("the attribute " + entry.text("Name") + " has no value")))));
    return attributes;
  }

  private boolean has(String start) {
    return fields.keySet().stream().anyMatch(name -> name.startsWith(start));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
