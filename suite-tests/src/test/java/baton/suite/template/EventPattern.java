package baton.suite.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A filter of an event source, as far as Baton's go: nested fields, and lists of the values that a field may have.
record EventPattern(Map<?, ?> fields) {

  /// Nothing when it is not a JSON object.
  static Optional<EventPattern> of(String json) {
    try {
      return new ObjectMapper().readValue(json, Object.class) instanceof Map<?, ?> fields
          ? Optional.of(new EventPattern(fields))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  boolean matches(Map<?, ?> event) {
    return matches(fields, event);
  }

  private static boolean matches(Map<?, ?> pattern, Map<?, ?> event) {
    return pattern.entrySet().stream().allMatch(field -> {
      Object found = event.get(field.getKey());
      return switch (field.getValue()) {
        case Map<?, ?> below -> found instanceof Map<?, ?> map && matches(below, map);
        case List<?> values -> found != null && values.contains(found);
        default -> false;
      };
    });
  }
}
