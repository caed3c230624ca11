package baton.message;

import java.nio.charset.StandardCharsets;

/// What has to be done to text that strangers send before it is kept.
public final class Text {
  private Text() {}

  /// The same text with each lone surrogate replaced by U+FFFD: what is kept can be written as UTF-8.
  public static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(text) ? text : replaceLone(text);
  }

  /// The same text in one line: line breaks and control characters become spaces.
  public static String singleLine(String text) {
    return text.codePoints()
        .map(point -> breaks(point) ? ' ' : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean breaks(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> false;
    };
  }

  /// As much of the beginning as fits into so many bytes of UTF-8, cut between code points.
  public static String clip(String text, int bytes) {
    int used = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      used += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (used > bytes) {
        return text.substring(0, i);
      }
      i += Character.charCount(point);
    }
    return text;
  }

  private static String replaceLone(String text) {
    return text.codePoints()
        .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
