package baton.local.function;

import java.util.Optional;

/// What became of one invocation: the function's answer, or, with `error`, Lambda's description of how it failed.
public record Invocation(String requestId, byte[] payload, Optional<String> error) {

  /// Whether the function failed, as opposed to having answered.
  public boolean failed() {
    return error.isPresent();
  }
}
