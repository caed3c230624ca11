package baton.http;

import baton.conversation.Seen;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The token of what an agent has seen, as requests say it.
public final class SeenBody {
  private SeenBody() {}

  /// The token of that field.
  public static Optional<Seen> seen(@Nullable String token) {
    return Optional.ofNullable(token)
        .map(text -> Seen.parse(text).orElseThrow(() -> Malformed.at("/seen", "the row's seen token is expected")));
  }
}
