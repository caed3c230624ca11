package baton.channels.wire;

import baton.channel.Inbound;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Keeps the fault of one item from its neighbours.
public final class Isolated {
  private Isolated() {}

  /// What the reading gives, or one `Unusable` that says why it gave nothing.
  public static List<Inbound> items(Optional<String> account, Supplier<List<Inbound>> reading) {
    try {
      return reading.get();
    } catch (Malformed malformed) {
      return List.of(new Inbound.Unusable(account, "malformed", String.valueOf(malformed.getMessage())));
    } catch (RuntimeException unforeseen) {
      // A fault of ours in one item must not cost the other 999 of the batch; its kind tells us to look.
      return List.of(new Inbound.Unusable(account, "malformed", "unforeseen: " + unforeseen));
    }
  }

  /// The same for a reading that gives one item.
  public static List<Inbound> item(Optional<String> account, Supplier<Inbound> reading) {
    return items(account, () -> List.of(reading.get()));
  }
}
