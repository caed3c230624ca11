package baton.channels.whatsapp;

import baton.channel.Peer;
import baton.channels.wire.Malformed;
import baton.channels.wire.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Who the people of one change are. A message names its sender by user id or number or both; the contacts beside it
/// add what is missing. They are joined by these, never by position: WhatsApp promises no order.
record People(Map<String, Part> byUser, Map<String, Part> byNumber) {
  // A user id (US.1349…) stays; a number may move to somebody else, and people with a user name show none.
  private static final Pattern PHONE = Pattern.compile("[1-9][0-9]{4,14}");

  static People of(List<Part> contacts) {
    return new People(by("user_id", contacts), by("wa_id", contacts));
  }

  /// The person whom the message calls so, by the names of its fields (`from`, `from_user_id`).
  Peer person(Part message, String numberField, String userField) {
    Optional<String> number = message.id(numberField);
    Optional<String> user = message.id(userField);
    Optional<Part> contact = user.map(byUser::get).or(() -> number.map(byNumber::get));
    Optional<String> anyUser = user.or(() -> contact.flatMap(known -> known.id("user_id")));
    Optional<String> anyNumber = number.or(() -> contact.flatMap(known -> known.id("wa_id")));
    String id = anyUser.or(() -> anyNumber)
        .orElseThrow(() -> new Malformed("Neither '" + userField + "' nor '" + numberField + "' names a person."));
    return new Peer(id, anyNumber.flatMap(People::phone), contact.flatMap(People::name));
  }

  /// A number as the rest of the world writes it; a user id is never one.
  static Optional<String> phone(String digits) {
    return Optional.of(digits).filter(number -> PHONE.matcher(number).matches()).map(number -> "+" + number);
  }

  private static Optional<String> name(Part contact) {
    Part profile = contact.at("profile");
    return profile.label("name").or(() -> profile.label("username"));
  }

  private static Map<String, Part> by(String field, List<Part> contacts) {
    Map<String, Part> found = new HashMap<>();
    contacts.forEach(contact -> contact.id(field).ifPresent(id -> found.putIfAbsent(id, contact)));
    return found;
  }
}
