package baton.suite.contract;

import baton.message.MessageKey;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Some value of a type, whatever it may be: of a sealed type its first, of an enum its first, of a record one made of
/// such values.
final class Specimens {
  private static final Map<Class<?>, Object> PLAIN = Map.ofEntries(
      Map.entry(String.class, "x"),
      Map.entry(int.class, 1),
      Map.entry(long.class, 1L),
      Map.entry(boolean.class, false),
      Map.entry(MessageKey.class, MessageKey.incoming(Instant.parse("2026-03-02T09:00:00Z"), "x")),
      Map.entry(Instant.class, Instant.EPOCH),
      Map.entry(Duration.class, Duration.ZERO),
      Map.entry(ZoneId.class, ZoneOffset.UTC),
      Map.entry(Optional.class, Optional.empty()),
      Map.entry(List.class, List.of()),
      Map.entry(Set.class, Set.of()),
      Map.entry(Map.class, Map.of()));

  private Specimens() {}

  /// One of that type.
  static Object of(Class<?> type) {
    return of(type, Map.of());
  }

  private static Object of(Type type, Map<TypeVariable<?>, Type> bound) {
    return switch (type) {
      case TypeVariable<?> variable -> of(bound.get(variable), bound);
      case ParameterizedType of -> {
        var raw = (Class<?>) of.getRawType();
        Map<TypeVariable<?>, Type> inner = new HashMap<>(bound);
        for (int i = 0; i < raw.getTypeParameters().length; i++) {
          inner.put(raw.getTypeParameters()[i], of.getActualTypeArguments()[i]);
        }
        yield ofClass(raw, inner);
      }
      case Class<?> plain -> ofClass(plain, bound);
      default -> throw new IllegalArgumentException("nothing of such a type: " + type);
    };
  }

  private static Object ofClass(Class<?> type, Map<TypeVariable<?>, Type> bound) {
    var plain = PLAIN.get(type);
    if (plain != null) {
      return plain;
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type.isSealed()) {
      return ofClass(type.getPermittedSubclasses()[0], bound);
    }
    if (type.isRecord()) {
      return record(type, bound);
    }
    throw new IllegalArgumentException("nothing of such a class: " + type);
  }

  private static Object record(Class<?> type, Map<TypeVariable<?>, Type> bound) {
    var components = type.getRecordComponents();
    try {
      Constructor<?> canonical = type.getDeclaredConstructor(
          Arrays.stream(components).map(component -> component.getType()).toArray(Class<?>[]::new));
      canonical.setAccessible(true);
      return canonical.newInstance(
          Arrays.stream(components).map(component -> of(component.getGenericType(), bound)).toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no specimen of " + type, e);
    }
  }
}
