package baton.table.memory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The words of a request's expressions, and what its placeholders stand for.
final class Tokens {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(<=|>=|<>|[=<>(),+-]|[#:]?[A-Za-z0-9_]+)");

  private final Placeholders placeholders;
  private final List<String> tokens = new ArrayList<>();
  private int next;

  Tokens(String text, Placeholders placeholders) {
    this.placeholders = placeholders;
    var matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.stripTrailing().length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new UnsupportedOperationException("an expression that Baton does not write: " + text);
      }
      tokens.add(matcher.group(1));
      at = matcher.end();
    }
  }

  /// The names and values of one request; each must be used.
  static final class Placeholders {
    private final Map<String, String> names;
    private final Map<String, AttributeValue> values;
    private final Set<String> used = new HashSet<>();

    Placeholders(Map<String, String> names, Map<String, AttributeValue> values) {
      this.names = names;
      this.values = values;
    }

    void allUsed() {
      Stream.concat(names.keySet().stream(), values.keySet().stream()).filter(name -> !used.contains(name)).findFirst()
          .ifPresent(name -> {
            throw Invalid.request("a placeholder that no expression uses: " + name);
          });
    }
  }

  boolean atEnd() {
    return next == tokens.size();
  }

  String peek() {
    return atEnd() ? "" : tokens.get(next);
  }

  boolean isNext(String word) {
    return peek().toUpperCase(Locale.ROOT).equals(word);
  }

  /// Steps over that word, if it is the next.
  boolean takes(String word) {
    boolean is = isNext(word);
    if (is) {
      next++;
    }
    return is;
  }

  void expect(String word) {
    if (!takes(word)) {
      throw Invalid.request("%s is expected before '%s' in %s".formatted(word, peek(), tokens));
    }
  }

  String take() {
    if (atEnd()) {
      throw Invalid.request("an expression ends too early: " + tokens);
    }
    return tokens.get(next++);
  }

  /// An attribute's name, spelled or by placeholder.
  String name() {
    String token = take();
    if (!token.startsWith("#")) {
      return token;
    }
    placeholders.used.add(token);
    String name = placeholders.names.get(token);
    if (name == null) {
      throw Invalid.request("a name that is not defined: " + token);
    }
    return name;
  }

  boolean isValue() {
    return peek().startsWith(":");
  }

  AttributeValue value() {
    String token = take();
    placeholders.used.add(token);
    var value = placeholders.values.get(token);
    if (value == null) {
      throw Invalid.request("a value that is not defined: " + token);
    }
    return value;
  }

  void end() {
    if (!atEnd()) {
      throw Invalid.request("'%s' is not expected in %s".formatted(peek(), tokens));
    }
  }
}
