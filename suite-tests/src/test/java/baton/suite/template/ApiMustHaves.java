package baton.suite.template;

import static baton.suite.template.MustHave.each;
import static baton.suite.template.MustHave.unless;
import static baton.suite.template.MustHave.with;
import static baton.suite.template.MustHave.without;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What the edge must have: nobody gets in unseen, nobody gets in too often, and it is written down.
final class ApiMustHaves {

  private static final String[] API = {"Resources", "Api", "Properties"};
  private static final String[] AUTHORIZER = path(API, "Auth", "Authorizers", "AgentAuthorizer");
  private static final String[] CLAIM =
      {"Resources", "AssignConversationFunction", "Properties", "Events", "Claim", "Properties"};
  private static final String[] WEBHOOK =
      {"Resources", "IngestMessageFunction", "Properties", "Events", "Webhook", "Properties"};

  static final List<MustHave> ALL = List.of(
      MustHave.of("A01", "every route but the webhooks goes through the authorizer", ApiMustHaves::unauthorised,
          without(path(API, "Auth", "DefaultAuthorizer")),
          with("SomebodyElse", path(API, "Auth", "DefaultAuthorizer")),
          with("NONE", path(CLAIM, "Auth", "Authorizer")),
          without(path(CLAIM, "ApiId")),
          with("AWS::Serverless::Api", "Resources", "Api", "Type")),
      MustHave.of("A02", "the webhooks stand open: the signature on the body says who speaks", ApiMustHaves::shut,
          without(path(WEBHOOK, "Auth")),
          without("Resources", "IngestMessageFunction")),
      MustHave.of("A03", "the authorizer is called by its alias's name, answers simply, and is remembered for 60 s",
          ApiMustHaves::authorizer,
          with(Map.of("Ref", "AuthorizeRequestFunction.Alias"), path(AUTHORIZER, "FunctionArn")),
          with(Map.of("Fn::GetAtt", List.of("AuthorizeRequestFunction", "Arn")), path(AUTHORIZER, "FunctionArn")),
          with("1.0", path(AUTHORIZER, "AuthorizerPayloadFormatVersion")),
          without(path(AUTHORIZER, "EnableSimpleResponses")),
          with(3600, path(AUTHORIZER, "Identity", "ReauthorizeEvery")),
          without(path(AUTHORIZER, "Identity", "Headers"))),
      MustHave.of("A04", "the API may call the authorizer, and only its own API may", ApiMustHaves::permission,
          without("Resources", "AuthorizeRequestPermission"),
          without("Resources", "AuthorizeRequestPermission", "Properties", "SourceArn"),
          with(Map.of("Ref", "AuthorizeRequestFunction"),
              "Resources", "AuthorizeRequestPermission", "Properties", "FunctionName"),
          with("*", "Resources", "AuthorizeRequestPermission", "Properties", "Principal")),
      MustHave.of("A05", "requests are throttled, webhooks more than the rest", ApiMustHaves::unthrottled,
          without(path(API, "DefaultRouteSettings", "ThrottlingRateLimit")),
          without(path(API, "DefaultRouteSettings", "ThrottlingBurstLimit")),
          without(path(API, "RouteSettings", "POST /webhooks/{channelId}")),
          with(100_000, path(API, "RouteSettings", "POST /webhooks/{channelId}", "ThrottlingBurstLimit"))),
      MustHave.of("A06", "every request is logged as JSON, without path, address or token", ApiMustHaves::accessLog,
          without(path(API, "AccessLogSettings")),
          with("$context.requestId $context.status", path(API, "AccessLogSettings", "Format")),
          with("{\"from\":\"$context.identity.sourceIp\"}", path(API, "AccessLogSettings", "Format")),
          without("Resources", "ApiLogs", "Properties", "RetentionInDays")),
      MustHave.of("A07", "browsers are admitted from named origins only", ApiMustHaves::origins,
          with("*", "Parameters", "AllowedOrigins", "Default"),
          without("Parameters", "AllowedOrigins", "AllowedPattern"),
          with(List.of("*"), path(API, "CorsConfiguration", "AllowOrigins")),
          with(true, path(API, "CorsConfiguration", "AllowCredentials")),
          with(List.of("*"), path(API, "CorsConfiguration", "AllowHeaders")),
          without(path(API, "CorsConfiguration", "AllowMethods", "3")),
          without(path(API, "CorsConfiguration", "ExposeHeaders"))),
      MustHave.of("A08", "every route names its method and path, once", ApiMustHaves::vagueRoutes,
          with("ANY", path(CLAIM, "Method")),
          with("/{proxy+}", path(CLAIM, "Path")),
          with("/conversations/{id}/assign", path(CLAIM, "Path"))),
      MustHave.of("A09", "there is no other door: no function has a URL of its own",
          template -> each(template.functions(),
              function -> unless(function.properties().get("FunctionUrlConfig"), null, function.id())),
          with(Map.of("AuthType", "NONE"), "Resources", "BrowseInboxFunction", "Properties", "FunctionUrlConfig")));

  private ApiMustHaves() {}

  private static Stream<String> unauthorised(Template template) {
    Node auth = template.get(path(API, "Auth"));
    String usual = auth.get("DefaultAuthorizer").text();
    return Stream.concat(
        Stream.concat(unless(template.get("Resources", "Api", "Type"), "AWS::Serverless::HttpApi", "Api"),
            unless(auth.get("Authorizers", usual).exists(), "no default authorizer")),
        each(routes(template), route -> {
          boolean webhook = route.properties().get("Path").text().startsWith("/webhooks/");
          boolean open = route.properties().get("Auth", "Authorizer").exists();
          boolean here = route.properties().get("ApiId").target().equals("Api");
          return unless(here && (webhook || !open), route.route() + " is not authorised");
        }));
  }

  private static Stream<String> shut(Template template) {
    List<LambdaFunction.Event> webhooks = routes(template).stream()
        .filter(route -> route.properties().get("Path").text().startsWith("/webhooks/")).toList();
    return each(webhooks, route -> unless(route.properties().get("Auth", "Authorizer"), "NONE", route.route()));
  }

  private static Stream<String> authorizer(Template template) {
    Node authorizer = template.get(AUTHORIZER);
    return Stream.of(
        unless(authorizer.get("FunctionArn", "Fn::Sub"), "${AuthorizeRequestFunction.Arn}:live", "FunctionArn"),
        unless(template.function("AuthorizeRequestFunction").properties().get("AutoPublishAlias"), "live", "alias"),
        unless(authorizer.get("AuthorizerPayloadFormatVersion"), "2.0", "payload"),
        unless(authorizer.get("EnableSimpleResponses"), true, "EnableSimpleResponses"),
        unless(authorizer.get("Identity", "ReauthorizeEvery"), 60, "ReauthorizeEvery"),
        unless(authorizer.get("Identity", "Headers"), List.of("Authorization"), "Headers")).flatMap(fault -> fault);
  }

  private static Stream<String> permission(Template template) {
    List<Node> permissions = template.resources("AWS::Lambda::Permission").values().stream()
        .map(permission -> permission.get("Properties"))
        .filter(permission -> permission.get("FunctionName").target().equals("AuthorizeRequestFunction.Alias"))
        .toList();
    return each(permissions, permission -> Stream.of(
        unless(permission.get("Action"), "lambda:InvokeFunction", "Action"),
        unless(permission.get("Principal"), "apigateway.amazonaws.com", "Principal"),
        unless(permission.get("SourceArn", "Fn::Sub").text().endsWith(":${Api}/authorizers/*"), "SourceArn"))
        .flatMap(fault -> fault));
  }

  private static Stream<String> unthrottled(Template template) {
    Node usual = template.get(path(API, "DefaultRouteSettings"));
    List<String> webhooks = routes(template).stream().map(LambdaFunction.Event::route)
        .filter(route -> route.contains(" /webhooks/")).toList();
    return each(List.of("ThrottlingRateLimit", "ThrottlingBurstLimit"), limit -> Stream.concat(
        unless(usual.get(limit).number() > 0, "no " + limit),
        each(webhooks, route -> {
          long own = template.get(path(API, "RouteSettings", route, limit)).number();
          return unless(own > 0 && own < usual.get(limit).number(), route + " " + limit + " " + own);
        })));
  }

  private static Stream<String> accessLog(Template template) {
    Node settings = template.get(path(API, "AccessLogSettings"));
    Node group = template.get("Resources", settings.get("DestinationArn").target());
    String format = settings.get("Format").text();
    return Stream.of(
        unless(group.get("Type"), "AWS::Logs::LogGroup", "destination"),
        unless(group.get("Properties", "RetentionInDays").exists(), "no retention"),
        unless(isJsonObject(format), "not JSON: " + format),
        unless(!format.matches("(?s).*\\$context\\.(identity|path|authorizer\\.(?!error)).*"), "personal: " + format))
        .flatMap(fault -> fault);
  }

  private static Stream<String> origins(Template template) {
    Node cors = template.get(path(API, "CorsConfiguration"));
    Node origins = template.get("Parameters", "AllowedOrigins");
    String pattern = origins.get("AllowedPattern").text();
    return Stream.of(
        unless(cors.get("AllowOrigins", "Fn::Split", "1").target().equals("AllowedOrigins"), "not from the parameter"),
        unless(origins.get("Default").text().matches(pattern), "the default is not of the pattern"),
        unless(!"*".matches(pattern) && !"https://*.example.com".matches(pattern) && !pattern.isEmpty(), "takes a *"),
        unless(cors.get("AllowCredentials"), null, "AllowCredentials"),
        unless(Set.copyOf(cors.get("AllowMethods").texts()).equals(Set.of("GET", "POST", "PUT", "DELETE")), "methods"),
        unless(cors.get("ExposeHeaders").texts().containsAll(List.of("etag", "retry-after")), "answers' headers"),
        unless(cors.get("AllowHeaders").texts().containsAll(
            List.of("authorization", "content-type", "idempotency-key", "if-match")), "headers"))
        .flatMap(fault -> fault);
  }

  private static Stream<String> vagueRoutes(Template template) {
    Set<String> seen = new HashSet<>();
    return each(routes(template), route -> Stream.concat(
        unless(route.route().matches("(GET|POST|PUT|DELETE) /[a-z/{}A-Z]+"), route.route() + " is vague"),
        unless(seen.add(route.route()), route.route() + " stands twice")));
  }

  private static List<LambdaFunction.Event> routes(Template template) {
    return template.functions().stream().flatMap(function -> function.events("HttpApi").stream()).toList();
  }

  private static boolean isJsonObject(String text) {
    try {
      return new ObjectMapper().readTree(text).isObject();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static String[] path(String[] start, String... rest) {
    return Stream.concat(Stream.of(start), Stream.of(rest)).toArray(String[]::new);
  }
}
