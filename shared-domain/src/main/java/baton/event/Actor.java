package baton.event;

import baton.id.AgentId;
import baton.id.ContactId;
import java.util.Locale;
import java.util.Optional;

/// Who did it.
public record Actor(Type type, String id) {

  /// What sort of actor.
  public enum Type {
    AGENT, SYSTEM, RULE, POLICY, API, CONTACT;

    /// The word in JSON and items: `agent`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The type of that word.
    public static Type of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /// A person who answers customers.
  public static Actor agent(AgentId id) {
    return new Actor(Type.AGENT, id.value());
  }

  /// A customer.
  public static Actor contact(ContactId id) {
    return new Actor(Type.CONTACT, id.value());
  }

  /// A job of Baton's own, by its name: a log line never hides behind a person.
  public static Actor system(String job) {
    return new Actor(Type.SYSTEM, job);
  }

  /// The agent, if one it is.
  public Optional<AgentId> asAgent() {
    return type == Type.AGENT ? Optional.of(new AgentId(id)) : Optional.empty();
  }
}
