package baton.channels.telegram;

import baton.channels.wire.Part;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names a chat within a bot's channel, and with it its messages, whose numbers mean nothing outside of it.
///
/// @param business the business connection that it belongs to: a person who writes to the bot and to a business account
///     that the bot looks after has the same chat number in both
record Chat(Optional<String> business, long number) {
  private static final Pattern ADDRESS = Pattern.compile("(?:(.+):)?(-?[0-9]{1,18})", Pattern.DOTALL);

  /// The chat of a message.
  static Chat of(Part message) {
    return new Chat(message.id("business_connection_id"), message.at("chat").requireNumber("id"));
  }

  /// The chat of that name, or none.
  static Optional<Chat> at(String address) {
    Matcher parts = ADDRESS.matcher(address);
    return parts.matches()
        ? Optional.of(new Chat(Optional.ofNullable(parts.group(1)), Long.parseLong(parts.group(2))))
        : Optional.empty();
  }

  /// Its name: `5500100123`, `bc_0001:5500100123`.
  String address() {
    return business.map(id -> id + ":").orElse("") + number;
  }

  /// The name of one of its messages, unique for the bot: `5500100123:101`.
  String message(long id) {
    return address() + ":" + id;
  }

  /// The number that one of its messages has in it; none where the name is of another chat's.
  Optional<Long> numberOf(String message) {
    String start = address() + ":";
    return message.startsWith(start) && message.substring(start.length()).matches("[0-9]{1,18}")
        ? Optional.of(Long.parseLong(message.substring(start.length())))
        : Optional.empty();
  }
}
