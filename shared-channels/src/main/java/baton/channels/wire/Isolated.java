package baton.channels.wire;

import baton.channel.Inbound;
import baton.channels.Piece;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Keeps the fault of one item from its neighbours.
public final class Isolated {
  private Isolated() {}

  /// The part and what the reading makes of it: one `Unusable` that says why, where it makes nothing.
  public static Piece piece(Optional<String> account, Part part, Supplier<Inbound> reading) {
    return pieces(account, part, () -> List.of(new Piece(reading.get(), part))).getFirst();
  }

  /// The same for a part of several parts.
  public static List<Piece> pieces(Optional<String> account, Part part, Supplier<List<Piece>> reading) {
    try {
      return reading.get();
    } catch (Malformed malformed) {
      return List.of(unusable(account, part, String.valueOf(malformed.getMessage())));
    } catch (RuntimeException unforeseen) {
      // A fault of ours in one item must not cost the other 999 of the batch; its kind tells us to look.
      return List.of(unusable(account, part, "unforeseen: " + unforeseen));
    }
  }

  private static Piece unusable(Optional<String> account, Part part, String why) {
    return new Piece(new Inbound.Unusable(account, "malformed", why), part);
  }
}
