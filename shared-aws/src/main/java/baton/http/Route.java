package baton.http;

/// What one route does with a request.
@FunctionalInterface
public interface Route {
  /// The answer.
  ///
  /// @throws Malformed when the request is not what this route takes
  /// @throws baton.conversation.Unavailable when it may be sent again later
  Response answer(Request request);
}
