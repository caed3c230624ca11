package baton.faults;

import java.util.Map;
import java.util.Optional;

/// One request of an agent's client.
///
/// @param route as the template names it: `POST /conversations/{id}/claim`
/// @param id what stands in the route's place
/// @param key the client's idempotency key, if it sends one
record ApiCall(String route, String id, String agent, String body, Optional<String> key) {

  static ApiCall of(String route, String id, String agent, String body) {
    return new ApiCall(route, id, agent, body, Optional.empty());
  }

  static ApiCall claim(String conversation, String agent) {
    return of("POST /conversations/{id}/claim", conversation, agent, "");
  }

  static ApiCall assign(String conversation, String agent, String to) {
    return of("POST /conversations/{id}/assign", conversation, agent, "{\"agent\":\"%s\"}".formatted(to));
  }

  static ApiCall assignTeam(String conversation, String agent, String team) {
    return of("POST /conversations/{id}/assign", conversation, agent, "{\"team\":\"%s\"}".formatted(team));
  }

  static ApiCall reassign(String conversation, String agent, String to) {
    return of("POST /conversations/{id}/reassign", conversation, agent, "{\"agent\":\"%s\"}".formatted(to));
  }

  static ApiCall unassign(String conversation, String agent) {
    return of("POST /conversations/{id}/unassign", conversation, agent, "");
  }

  static ApiCall close(String conversation, String agent) {
    return of("POST /conversations/{id}/close", conversation, agent, "{}");
  }

  static ApiCall closeSeen(String conversation, String agent, String seen) {
    return of("POST /conversations/{id}/close", conversation, agent, "{\"seen\":\"%s\"}".formatted(seen));
  }

  static ApiCall reopen(String conversation, String agent) {
    return of("POST /conversations/{id}/reopen", conversation, agent, "");
  }

  static ApiCall reply(String conversation, String agent, String text) {
    return of("POST /conversations/{id}/messages", conversation, agent, "{\"text\":%s}".formatted(Wire.text(text)));
  }

  static ApiCall replySeen(String conversation, String agent, String text, String seen) {
    return of("POST /conversations/{id}/messages", conversation, agent,
        "{\"text\":%s,\"seen\":\"%s\"}".formatted(Wire.text(text), seen));
  }

  static ApiCall pin(String contact, String agent) {
    return of("PUT /contacts/{id}/pin", contact, agent, "");
  }

  static ApiCall unpin(String contact, String agent) {
    return of("DELETE /contacts/{id}/pin", contact, agent, "");
  }

  static ApiCall block(String contact, String agent) {
    return of("PUT /contacts/{id}/block", contact, agent, "");
  }

  static ApiCall unblock(String contact, String agent) {
    return of("DELETE /contacts/{id}/block", contact, agent, "");
  }

  ApiCall key(String name) {
    return new ApiCall(route, id, agent, body, Optional.of(name));
  }

  /// The event of API Gateway (payload format 2.0), as the authorizer has let it pass.
  String event(String workspace) {
    var event = Wire.object().put("version", "2.0").put("routeKey", route).put("rawPath", path());
    var headers = event.putObject("headers").put("content-type", "application/json");
    key.ifPresent(name -> headers.put("Idempotency-Key", name));
    event.putObject("pathParameters").put("id", id);
    var context = event.putObject("requestContext").put("requestId", "request of " + agent);
    context.putObject("http").put("method", route.substring(0, route.indexOf(' '))).put("path", path());
    context.putObject("authorizer").set("lambda", Wire.object().setAll(Map.of(
        "workspace", event.textNode(workspace), "agent", event.textNode(agent))));
    return event.put("body", body).put("isBase64Encoded", false).toString();
  }

  private String path() {
    return route.substring(route.indexOf(' ') + 1).replace("{id}", id);
  }
}
