package baton.table.memory;

import baton.table.memory.Store.KeyNames;
import baton.table.memory.Tokens.Placeholders;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A key condition: one partition, and of it a range of sort keys.
///
/// @param from the first place that may be in it
/// @param to the first place that is not
record KeyCondition(String hash, Optional<Place> from, Optional<Place> to) {

  static KeyCondition of(String text, Placeholders placeholders, KeyNames key) {
    var tokens = new Tokens(text, placeholders);
    named(tokens.name(), key.hash());
    tokens.expect("=");
    var whole = new KeyCondition(tokens.value().s(), Optional.empty(), Optional.empty());
    var condition = tokens.takes("AND") ? whole.within(tokens, key) : whole;
    tokens.end();
    return condition;
  }

  private KeyCondition within(Tokens tokens, KeyNames key) {
    if (tokens.takes("BEGINS_WITH")) {
      tokens.expect("(");
      named(tokens.name(), key.range());
      tokens.expect(",");
      String prefix = tokens.value().s();
      tokens.expect(")");
      return between(Place.before(prefix), Place.afterAllThatBeginWith(prefix));
    }
    named(tokens.name(), key.range());
    if (tokens.takes("BETWEEN")) {
      String low = tokens.value().s();
      tokens.expect("AND");
      return between(Place.before(low), Place.after(tokens.value().s()));
    }
    String sign = tokens.take();
    String bound = tokens.value().s();
    return switch (sign) {
      case "=" -> between(Place.before(bound), Place.after(bound));
      case "<" -> new KeyCondition(hash, from, Optional.of(Place.before(bound)));
      case "<=" -> new KeyCondition(hash, from, Optional.of(Place.after(bound)));
      case ">" -> new KeyCondition(hash, Optional.of(Place.after(bound)), to);
      case ">=" -> new KeyCondition(hash, Optional.of(Place.before(bound)), to);
      default -> throw Invalid.request("a key condition cannot say " + sign);
    };
  }

  private KeyCondition between(Place low, Place high) {
    if (low.compareTo(high) > 0) {
      throw Invalid.request("The BETWEEN operator requires upper bound to be greater than or equal to lower bound");
    }
    return new KeyCondition(hash, Optional.of(low), Optional.of(high));
  }

  private static void named(String found, String expected) {
    if (!found.equals(expected)) {
      throw Invalid.request("a key condition names the key: %s, not %s".formatted(expected, found));
    }
  }

  /// What of a partition is in the range.
  NavigableMap<Place, Map<String, AttributeValue>> in(NavigableMap<Place, Map<String, AttributeValue>> partition) {
    var rest = from.isPresent() ? partition.tailMap(from.get(), true) : partition;
    // Exclusive: an item of the table stands at the very place that is before its own sort key, and `<` leaves it out.
    return to.isPresent() ? rest.headMap(to.get(), false) : rest;
  }
}
