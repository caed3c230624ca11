package baton.message;

import java.nio.charset.StandardCharsets;

/// What has to be done to text that people send before it is kept.
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

  /// The same name without what turns or hides the text around it. Joiners stay: emoji of several parts and Persian
  /// names are written with them.
  public static String revealed(String name) {
    return name.codePoints()
        .filter(point -> !hides(point))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// Whether nothing of it can be seen.
  public static boolean isInvisible(String text) {
    return text.codePoints().allMatch(Text::leavesNoMark);
  }

  private static boolean hides(int point) {
    return switch (point) {
      case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x2060, 0xFEFF, 0x00AD, 0x180E -> true;
      default -> point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x206F;
    };
  }

  private static boolean leavesNoMark(int point) {
    return switch (point) {
      // fillers of Hangul, and the empty sign of Braille
      case 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0 -> true;
      default -> Character.isWhitespace(point) || Character.isSpaceChar(point)
          || Character.getType(point) == Character.FORMAT || Character.getType(point) == Character.CONTROL;
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
