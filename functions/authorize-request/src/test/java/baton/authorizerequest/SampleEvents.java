package baton.authorizerequest;

import baton.wire.Json;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// How `events/authorize-request/` is made: its tokens are signed, so nobody can write them by hand. They are good until
/// the year 2100, and only where the issuer of `sam-env-vars` is trusted. Run `main` with that folder to write it anew.
final class SampleEvents {
  static final TestIssuer ISSUER = TestIssuer.of("sample-events");
  private static final String NO = "{\"isAuthorized\":false,\"context\":{}}";
  private static final String UNSIGNED =
      Base64URL.encode("{\"alg\":\"none\"}") + "." + Base64URL.encode(claims("ana", "")) + ".";

  private SampleEvents() {}

  /// One case: the headers that come in, the answer that goes out.
  record Sample(Map<String, String> headers, String reply) {}

  static Map<String, Sample> all() {
    var samples = new LinkedHashMap<String, Sample>();
    samples.put("valid-token", of(token("ana", ""), yes("support", "a-ana")));
    samples.put("title-case-header", new Sample(Map.of("Authorization", "Bearer " + token("ana", "")), yes("support", "a-ana")));
    samples.put("several-workspaces-one-chosen", of(token("bob", ",\"baton_ws\":\"sales\""), yes("sales", "a-robert")));
    samples.put("several-workspaces-none-chosen", of(token("bob", ""), yes("support", "a-bob")));
    samples.put("no-token", new Sample(Map.of("accept", "*/*"), NO));
    samples.put("empty-token", of("", NO));
    samples.put("two-tokens", of(token("ana", "") + ",Bearer " + token("bob", ""), NO));
    samples.put("unsigned-token", of(UNSIGNED, NO));
    samples.put("expired-token", of(expired(), NO));
    samples.put("another-audience", of(ISSUER.token(claims("ana", "").replace("\"baton\"", "\"another\"")), NO));
    samples.put("strangers-key", of(TestIssuer.of("stranger").token(claims("ana", "")), NO));
    samples.put("unknown-subject-with-an-admins-mail-address",
        of(token("stranger", ",\"email\":\"ana@example.com\",\"email_verified\":true"), NO));
    samples.put("inactive-login", of(token("eve", ""), NO));
    samples.put("spoofed-headers", new Sample(Map.of("authorization", "Bearer " + token("ana", ""),
        "x-workspace-id", "sales", "x-remote-user", "a-robert", "x-forwarded-for", "127.0.0.1"), yes("support", "a-ana")));
    return samples;
  }

  static JsonNode event(Sample sample) {
    var event = Json.MAPPER.createObjectNode().put("version", "2.0").put("type", "REQUEST")
        .put("routeArn", "arn:aws:execute-api:us-east-1:000000000000:local/$default/GET/conversations")
        .put("routeKey", "GET /conversations").put("rawPath", "/conversations").put("rawQueryString", "");
    var identity = event.putArray("identitySource");
    var headers = event.putObject("headers");
    sample.headers().entrySet().stream().sorted(Map.Entry.comparingByKey())
        .forEach(header -> headers.put(header.getKey(), header.getValue()));
    headers.propertyStream().filter(header -> header.getKey().equalsIgnoreCase("authorization"))
        .forEach(header -> identity.add(header.getValue()));
    var context = event.putObject("requestContext").put("requestId", "sample").put("routeKey", "GET /conversations");
    context.putObject("http").put("method", "GET").put("path", "/conversations").put("sourceIp", "192.0.2.1");
    return event;
  }

  static JsonNode trustedIssuers() {
    var issuers = Json.MAPPER.createArrayNode();
    var issuer = issuers.addObject().put("issuer", TestIssuer.ISSUER).put("audience", TestIssuer.AUDIENCE).put("workspace", "*");
    issuer.putObject("jwks").putArray("keys").add(Json.read(ISSUER.jwk().toJSONString()));
    return issuers;
  }

  static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[0]);
    for (var sample : all().entrySet()) {
      write(folder.resolve(sample.getKey() + ".json"), event(sample.getValue()));
      write(folder.resolve(sample.getKey() + ".reply.json"), Json.read(sample.getValue().reply()));
    }
    write(folder.resolve("sam-env-vars"), Json.MAPPER.createObjectNode().set("AuthorizeRequestFunction",
        Json.MAPPER.createObjectNode().put("TRUSTED_ISSUERS", trustedIssuers().toString())));
  }

  private static void write(Path file, JsonNode json) throws IOException {
    var printer = new DefaultPrettyPrinter(Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER)
        .withObjectEmptySeparator("")).withObjectIndenter(new DefaultIndenter("  ", "\n"));
    Files.writeString(file, Json.MAPPER.writer(printer).writeValueAsString(json) + "\n");
  }

  private static Sample of(String token, String reply) {
    return new Sample(Map.of("authorization", "Bearer " + token), reply);
  }

  private static String token(String subject, String more) {
    return ISSUER.token(claims(subject, more));
  }

  private static String expired() {
    return ISSUER.token(claims("ana", "").replace("4102444800", "1767225600"));
  }

  private static String claims(String subject, String more) {
    return "{\"iss\":\"https://login.example.com\",\"aud\":\"baton\",\"sub\":\"%s\"%s,\"exp\":4102444800}".formatted(subject, more);
  }

  private static String yes(String workspace, String agent) {
    return "{\"isAuthorized\":true,\"context\":{\"workspace\":\"%s\",\"agent\":\"%s\"}}".formatted(workspace, agent);
  }
}
