package baton.local.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The path of a route, with its variables: `{name}` for one segment, `{name+}` for all that follow.
record RoutePath(String text, List<String> segments) implements Comparable<RoutePath> {

  static RoutePath of(String text) {
    return new RoutePath(text, text.equals("$default") ? List.of() : List.of(text.split("/", -1)));
  }

  /// The path's variables, decoded, if a request's raw path fits.
  Optional<Map<String, String>> match(String rawPath) {
    if (text.equals("$default")) {
      return Optional.of(Map.of());
    }
    var given = rawPath.split("/", -1);
    var variables = new LinkedHashMap<String, String>();
    for (var i = 0; i < segments.size(); i++) {
      var segment = segments.get(i);
      if (greedy(segment) && i < given.length) {
        variables.put(segment.substring(1, segment.length() - 2),
            decode(String.join("/", List.of(given).subList(i, given.length))));
        return Optional.of(variables);
      }
      if (i >= given.length) {
        return Optional.empty();
      }
      if (variable(segment) && !given[i].isEmpty()) {
        variables.put(segment.substring(1, segment.length() - 1), decode(given[i]));
      } else if (!segment.equals(decode(given[i]))) {
        return Optional.empty();
      }
    }
    return given.length == segments.size() ? Optional.of(variables) : Optional.empty();
  }

  /// The more specific path comes first: fixed segments before variables, these before greedy ones, `$default` last.
  @Override
  public int compareTo(RoutePath other) {
    return ranks().compareTo(other.ranks());
  }

  private String ranks() {
    if (text.equals("$default")) {
      return "9";
    }
    var ranks = new ArrayList<String>();
    segments.forEach(segment -> ranks.add(greedy(segment) ? "2" : variable(segment) ? "1" : "0"));
    return String.join("", ranks);
  }

  private static boolean variable(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  private static boolean greedy(String segment) {
    return segment.startsWith("{") && segment.endsWith("+}");
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
