package baton.channels.wire;

import baton.message.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// One part of a provider's JSON, read with suspicion: what has not the expected shape counts as absent, and is
/// [Malformed] where nothing works without it.
public record Part(JsonNode json) {
  // WhatsApp's are some 60 long, Telegram's 20; beyond this it is no id.
  private static final int ID_BYTES = 512;
  private static final long LAST_SECOND = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  /// The part of that name; an empty one where there is none.
  public Part at(String name) {
    return new Part(json.path(name));
  }

  /// Whether there is something of that name.
  public boolean has(String name) {
    return json.hasNonNull(name);
  }

  /// Whether it has members.
  public boolean isObject() {
    return json.isObject();
  }

  /// The names of its members, in their order.
  public List<String> names() {
    return json.properties().stream().map(member -> member.getKey()).toList();
  }

  /// The items of a list; a lone item where a list is due counts as a list of one, so that it is not lost.
  public List<Part> list(String name) {
    JsonNode list = json.path(name);
    if (list.isMissingNode() || list.isNull()) {
      return List.of();
    }
    return list.isArray() ? new Part(list).items() : List.of(new Part(list));
  }

  /// The items that it is made of.
  public List<Part> items() {
    return StreamSupport.stream(json.spliterator(), false).map(Part::new).toList();
  }

  /// A text as it was written, well-formed, however long: [baton.message.Content] has a measure.
  public Optional<String> text(String name) {
    return Optional.ofNullable(json.path(name).textValue()).map(Text::wellFormed);
  }

  /// The word that says of what kind something is; empty where there is none.
  public String word(String name) {
    return id(name).orElse("");
  }

  /// A text without which the item means nothing; it may be empty.
  public String requireText(String name) {
    return text(name).orElseThrow(() -> new Malformed("'" + name + "' is no text."));
  }

  /// A name, a title, a file's name: see [Labels].
  public Optional<String> label(String name) {
    return Optional.ofNullable(json.path(name).textValue()).flatMap(Labels::clean);
  }

  /// An id that the provider writes as a text.
  public Optional<String> id(String name) {
    return Optional.ofNullable(json.path(name).textValue()).filter(Part::couldBeId);
  }

  /// An id without which the item means nothing.
  public String requireId(String name) {
    return id(name).orElseThrow(() -> new Malformed("'" + name + "' is no id."));
  }

  /// A whole number, exact; one written as `1.0` or beyond 64 bits is none.
  public Optional<Long> integer(String name) {
    return at(name).integer();
  }

  /// A whole number other than 0 without which the item means nothing: what Telegram calls a chat or a message.
  public long requireNumber(String name) {
    return integer(name)
        .filter(number -> number != 0)
        .orElseThrow(() -> new Malformed("'" + name + "' is no whole number, or 0."));
  }

  /// A finite number.
  public double requireDouble(String name) {
    JsonNode number = json.path(name);
    if (number.isNumber() && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    throw new Malformed("'" + name + "' is no number.");
  }

  /// The whole number that it is itself.
  public Optional<Long> integer() {
    return json.isIntegralNumber() && json.canConvertToLong() ? Optional.of(json.longValue()) : Optional.empty();
  }

  /// Whether it is `true`.
  public boolean flag(String name) {
    return json.path(name).booleanValue();
  }

  /// A moment in seconds, as number or text. A clock that makes no sense is no reason to lose a message: it is absent.
  public Optional<Instant> seconds(String name) {
    return integer(name).or(() -> id(name).flatMap(Part::number)).filter(second -> second > 0 && second <= LAST_SECOND)
        .map(Instant::ofEpochSecond);
  }

  private static Optional<Long> number(String digits) {
    return digits.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
  }

  private static boolean couldBeId(String id) {
    return !id.isBlank()
        && id.getBytes(StandardCharsets.UTF_8).length <= ID_BYTES
        && id.codePoints().noneMatch(Character::isISOControl)
        && Text.wellFormed(id).equals(id);
  }
}
