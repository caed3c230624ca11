package baton.channels.wire;

import baton.message.Content.Attachment;
import baton.message.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/// What comes with a message, within the measure of an item.
public final class Attachments {
  private static final int MOST = 50;
  private static final int REFERENCE_BYTES = 2_048;

  private Attachments() {}

  /// One thing, its name cleaned, its reference in one line.
  public static Attachment of(String type, String reference, String name) {
    return new Attachment(
        Labels.clean(type).orElse("unknown"),
        Text.clip(Text.singleLine(reference), REFERENCE_BYTES),
        Labels.clean(name).orElse(""));
  }

  /// One thing for each part; of very many only the first.
  public static List<Attachment> list(List<Part> parts, Function<Part, Attachment> reading) {
    return parts.stream().limit(MOST).map(reading).toList();
  }

  /// A place on earth, as a `geo:` address.
  public static Attachment place(double latitude, double longitude, String name) {
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
      throw new Malformed("A place that is not on earth.");
    }
    return of("location", "geo:" + plain(latitude) + "," + plain(longitude), name);
  }

  private static String plain(double degrees) {
    return BigDecimal.valueOf(degrees).toPlainString();
  }
}
