package baton.faults;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Something that somebody does, and how the table stands before it.
///
/// @param people furnishes the office
/// @param before what has happened already
/// @param act what is done, and done again by its caller until it is answered
/// @param kind of the caller
record Scenario(
    String name, Supplier<Office> people, Consumer<Office> before, Function<Instance, Reply> act,
    Kind kind) {

  /// Who does it.
  enum Kind {
    /// A client that names its request: the repeated answer is the same to the last byte.
    KEYED,
    /// A client that does not.
    KEYLESS,
    /// A provider: its message may have been kept before anybody is told of it.
    PROVIDER
  }

  static Scenario api(String name, Supplier<Office> people, Consumer<Office> before, ApiCall call) {
    return call.key().isPresent()
        ? new Scenario(name + " with a key", people, before, instance -> instance.api(call), Kind.KEYED)
        : new Scenario(name, people, before, instance -> instance.api(call), Kind.KEYLESS);
  }

  static Scenario webhook(
      String name, Supplier<Office> people, Consumer<Office> before, String event) {
    return new Scenario(name, people, before, instance -> instance.webhook(event), Kind.PROVIDER);
  }
}
