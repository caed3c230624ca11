package baton.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The HTTP API: how it finds out who asks, and what it lets other origins do. Its routes stand with the functions.
public record ApiSpec(String name, String stage, Map<String, Authorizer> authorizers,
    Optional<String> defaultAuthorizer,
    Optional<Cors> cors) {

  /// A Lambda authorizer with simple responses; its answer holds for `cache`.
  public record Authorizer(String name, String function, List<String> headers, Duration cache) {}

  /// Which requests of other origins are answered.
  public record Cors(List<String> origins, List<String> headers, List<String> methods, List<String> exposed,
      Optional<Duration> maxAge, boolean credentials) {}

  /// Who is asked before a route; nobody on an open one.
  public Optional<Authorizer> authorizer(EventSource.Route route) {
    return route.authorizer().or(() -> defaultAuthorizer).filter(id -> !id.equals("NONE")).map(id -> {
      if (!authorizers.containsKey(id)) {
        throw new TemplateException(route.key() + ": the API has no authorizer " + id);
      }
      return authorizers.get(id);
    });
  }

  static ApiSpec read(String name, Section api) {
    api.ignore("Description", "Tags", "FailOnWarnings", "AccessLogSettings", "DefaultRouteSettings", "RouteSettings",
        "Name",
        "DisableExecuteApiEndpoint", "PropagateTags");
    var auth = api.section("Auth");
    var authorizers = new LinkedHashMap<String, Authorizer>();
    auth.sections("Authorizers").forEach((id, section) -> authorizers.put(id, section.whole(s -> authorizer(id, s))));
    var byDefault = auth.text("DefaultAuthorizer");
    auth.nothingElse();
    return new ApiSpec(name, api.text("StageName").orElse("$default"), authorizers, byDefault, cors(api));
  }

  private static Authorizer authorizer(String name, Section section) {
    section.ignore("EnableFunctionDefaultPermissions", "FunctionInvokeRole")
        .require("AuthorizerPayloadFormatVersion", "2.0");
    if (!section.flag("EnableSimpleResponses")) {
      throw new TemplateException(section.where() + ": the local run knows simple responses only");
    }
    var arn = section.required("FunctionArn").asText();
    var identity = section.section("Identity");
    var authorizer = new Authorizer(name, Arns.function(arn), identity.texts("Headers"),
        identity.seconds("ReauthorizeEvery").orElse(Duration.ZERO));
    identity.nothingElse();
    return authorizer;
  }

  private static Optional<Cors> cors(Section api) {
    return api.value("CorsConfiguration").filter(node -> !node.isBoolean() || node.asBoolean())
        .map(node -> node.isObject() ? api.section("CorsConfiguration").whole(ApiSpec::corsOf) : everyOrigin(node));
  }

  private static Cors everyOrigin(JsonNode node) {
    return new Cors(List.of(node.isTextual() ? node.asText().replace("'", "") : "*"), List.of(), List.of(), List.of(),
        Optional.empty(), false);
  }

  private static Cors corsOf(Section cors) {
    return new Cors(cors.texts("AllowOrigins"), cors.texts("AllowHeaders"), cors.texts("AllowMethods"),
        cors.texts("ExposeHeaders"), cors.seconds("MaxAge"), cors.flag("AllowCredentials"));
  }
}
