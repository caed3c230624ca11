package baton.http;

import baton.conversation.Caller;
import baton.conversation.IdempotencyKey;
import baton.conversation.Outcome;
import baton.id.AgentId;
import baton.id.Ids;
import baton.id.WorkspaceId;
import baton.wire.Digest;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Who asks, and how: read from the verified token and the headers, never from the body.
public final class Callers {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
  private static final Pattern VERSION = Pattern.compile("\"(\\d{1,18})\"");

  private Callers() {}

  /// The caller of a request.
  public static Caller of(Request request) {
    return new Caller(workspace(request), agent(request), key(request), ifMatch(request));
  }

  /// The workspace that the token speaks for.
  public static WorkspaceId workspace(Request request) {
    return new WorkspaceId(claim(request, "workspace"));
  }

  /// The agent whom the token names.
  public static AgentId agent(Request request) {
    return new AgentId(claim(request, "agent"));
  }

  /// An id from the path; what could not be an id names nothing.
  public static <T> Optional<T> id(Request request, String name, Function<String, T> type) {
    return Optional.ofNullable(request.path().get(name)).filter(Ids::wellFormed).map(type);
  }

  /// The answer to how a command ended.
  public static Response answer(Outcome outcome, Request request) {
    if (outcome instanceof Outcome.Refused(var rejection)) {
      return Problem.of(rejection, request.id());
    }
    var answer = Rows.answer(outcome);
    return Response.json(answer.status(), answer.body()).tagged(answer.version());
  }

  // A missing claim means that no authorizer stood before this route: then it is closed, wherever it runs.
  private static String claim(Request request, String name) {
    return Optional.ofNullable(request.claims().get(name)).filter(Ids::wellFormed).orElseThrow(Malformed::nobody);
  }

  private static Optional<IdempotencyKey> key(Request request) {
    return request.header("idempotency-key").map(key -> {
      if (!KEY.matcher(key).matches()) {
        throw Malformed.at("Idempotency-Key", "1 to 255 printable ASCII characters are expected");
      }
      return new IdempotencyKey(key, Digest.sha256(request.method(), request.rawPath(), request.body()));
    });
  }

  private static OptionalLong ifMatch(Request request) {
    var header = request.header("if-match").filter(value -> !value.equals("*"));
    if (header.isEmpty()) {
      return OptionalLong.empty();
    }
    var matcher = VERSION.matcher(header.get());
    if (!matcher.matches()) {
      throw Malformed.at("If-Match", "one strong entity tag is expected, such as \"7\"");
    }
    return OptionalLong.of(Long.parseLong(matcher.group(1)));
  }
}
