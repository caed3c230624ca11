package baton.channels.wire;

import baton.message.Text;
import java.util.Optional;

/// Names that strangers give themselves and their files: they stand in lists beside ours and must not disturb them.
public final class Labels {
  private static final int BYTES = 256;

  private Labels() {}

  /// The name in one line, without what turns or hides the text around it; empty when nothing is left to be seen.
  public static Optional<String> clean(String name) {
    String visible = Text.revealed(Text.singleLine(Text.wellFormed(name)));
    String clipped = Text.clip(visible.strip(), BYTES).strip();
    return Text.isInvisible(clipped) ? Optional.empty() : Optional.of(clipped);
  }
}
