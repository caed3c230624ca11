package baton.http;

import baton.id.Ids;
import baton.message.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the fields of a body must be, each refused with a pointer to it. A field that is absent may be required, or stay
/// as it is: then the answer is empty.
public final class Fields {
  private static final Pattern CREDENTIAL = Pattern.compile("[\\x21-\\x7e]{8,2048}");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,189}");

  private static final int LONGEST_NAME = 100;

  private Fields() {}

  /// What must be there.
  public static <T> T required(String pointer, Optional<T> value) {
    return value.orElseThrow(() -> Malformed.at(pointer, "this is required"));
  }

  /// A name: one line of 1 to 100 characters that can be written, and seen. What would turn or hide the text around it
  /// is left out.
  public static Optional<String> name(String pointer, @Nullable String value) {
    return line(pointer, value, LONGEST_NAME).map(text -> {
      if (Text.isInvisible(text)) {
        throw Malformed.at(pointer, "1 to " + LONGEST_NAME + " characters in one line are expected");
      }
      return text;
    });
  }

  /// A text of at most so many characters in one line, likewise; it may be empty.
  public static Optional<String> line(String pointer, @Nullable String value, int most) {
    return Optional.ofNullable(value).map(given -> {
      String text = Text.revealed(given.strip()).strip();
      if (length(text) > most || !isPlain(given.strip())) {
        throw Malformed.at(pointer, "at most " + most + " characters in one line are expected");
      }
      return text;
    });
  }

  /// How many characters that is, as `maxLength` of the OpenAPI file counts them.
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /// An e-mail address.
  public static Optional<String> email(String pointer, @Nullable String value) {
    return Optional.ofNullable(value).map(text -> {
      if (!EMAIL.matcher(text).matches() || !isPlain(text) || !Text.revealed(text).equals(text)) {
        throw Malformed.at(pointer, "an e-mail address is expected");
      }
      return text;
    });
  }

  /// A number within bounds.
  public static Optional<Long> number(String pointer, @Nullable Long value, long least, long most) {
    return Optional.ofNullable(value).map(number -> {
      if (number < least || number > most) {
        throw Malformed.at(pointer, "a whole number from " + least + " to " + most + " is expected");
      }
      return number;
    });
  }

  /// One of the words that this knows.
  public static <T> Optional<T> word(String pointer, @Nullable String value, Function<String, Optional<T>> words) {
    return Optional.ofNullable(value)
        .map(text -> words.apply(text).orElseThrow(() -> Malformed.at(pointer, "this value is not allowed")));
  }

  /// A set of words.
  public static <T> Optional<Set<T>> words(
      String pointer, @Nullable List<@Nullable String> values, Function<String, Optional<T>> words) {
    return Optional.ofNullable(values).map(all -> all.stream()
        .map(value -> required(pointer, word(pointer, value, words)))
        .collect(Collectors.toUnmodifiableSet()));
  }

  /// A set of ids, not more than so many.
  public static <T> Optional<Set<T>> ids(
      String pointer, @Nullable List<@Nullable String> values, int most, Function<String, T> type) {
    return words(pointer, values, text -> Optional.of(text).filter(Ids::wellFormed).map(type)).map(ids -> {
      if (ids.size() > most) {
        throw Malformed.at(pointer, "at most " + most + " are expected");
      }
      return ids;
    });
  }

  /// An id, or empty text for none.
  public static <T> Optional<Optional<T>> idOrNone(
      String pointer, @Nullable String value, Function<String, T> type) {
    return Optional.ofNullable(value).map(text ->
        text.isEmpty() ? Optional.<T>empty() : Optional.of(TargetBody.id(pointer, text, type)));
  }

  /// Something secret, or empty text for none. It is never repeated in what is said of it.
  public static Optional<String> credential(String pointer, @Nullable String value) {
    return Optional.ofNullable(value).map(text -> {
      if (!text.isEmpty() && !CREDENTIAL.matcher(text).matches()) {
        throw Malformed.at(pointer, "8 to 2048 printable ASCII characters are expected");
      }
      return text;
    });
  }

  private static boolean isPlain(String text) {
    return Text.singleLine(text).equals(text) && Text.wellFormed(text).equals(text);
  }
}
