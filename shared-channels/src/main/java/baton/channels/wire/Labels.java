package baton.channels.wire;

import baton.message.Text;
import java.util.Optional;

/// Names that strangers give themselves and their files: they stand in lists beside ours and must not disturb them.
public final class Labels {
  private static final int BYTES = 256;

  private Labels() {}

  /// The name in one line, without what turns or hides the text around it; empty when nothing is left to be seen.
  public static Optional<String> clean(String name) {
    String visible =
        Text.singleLine(Text.wellFormed(name)).codePoints()
            .filter(point -> !hides(point))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    String clipped = Text.clip(visible.strip(), BYTES).strip();
    return clipped.codePoints().allMatch(Labels::joins) ? Optional.empty() : Optional.of(clipped);
  }

  // Joiners stay: emoji of several parts and Persian names are written with them.
  private static boolean joins(int point) {
    return point == 0x200C || point == 0x200D || point == 0x3164 || Character.isWhitespace(point)
        || Character.isSpaceChar(point);
  }

  private static boolean hides(int point) {
    return switch (point) {
      case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x2060, 0xFEFF, 0x00AD, 0x180E -> true;
      default -> point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x206F;
    };
  }
}
