package baton.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a body must be before a route looks at it.
class RequestTest {
  record Some(@Nullable Long seconds, @Nullable Integer capacity, @Nullable Part part) {}

  record Part(@Nullable String name) {}

  private static Request of(String body, Map<String, String> headers) {
    return new Request(
        "r-1", "POST /x", "POST", "/x", "https://api.example/x", Map.of(), Map.of(), headers,
        body.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  private static Request json(String body) {
    return of(body.replace('\'', '"'), Map.of("content-type", "application/json"));
  }

  private static Malformed refused(Request request) {
    return catchThrowableOfType(Malformed.class, () -> request.body(Some.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'seconds':0.9}", "{'seconds':2.0}", "{'capacity':2.9}", "{'seconds':1e3}"})
  void a_fraction_is_no_whole_number_and_is_not_cut(String body) {
    assertThat(refused(json(body)).status()).isEqualTo(400);
  }

  @Test
  void a_whole_number_is_one() {
    assertThat(json("{'seconds':86400,'capacity':2}").body(Some.class)).isEqualTo(new Some(86400L, 2, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "{'seconds':1,'seconds':2}", "{'seconds':1,'seconds':1}", "{'part':{'name':'a','name':'b'}}", "{'x':1,'x':2}"})
  void a_field_that_is_there_twice_is_refused(String body) {
    assertThat(refused(json(body)).status()).isEqualTo(400);
  }

  @Test
  void a_field_that_is_there_twice_is_said_to_be() {
    assertThat(refused(json("{'part':{'name':'a','name':'b'}}"))).hasMessage("a field is there twice");
    assertThat(refused(json("{'seconds':1,'seconds':2}"))).hasMessage("a field is there twice");
    assertThat(refused(json("{'seconds':1,}"))).hasMessage("this is not JSON");
  }

  @Test
  void a12_a_body_says_of_what_type_it_is() {
    assertThat(refused(of("{}", Map.of())).status()).isEqualTo(415);
    assertThat(of("", Map.of()).body(Some.class)).isEqualTo(new Some(null, null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "Application/JSON; charset=UTF-8", "application/json;charset=\"utf-8\"",
      "application/json; profile=x; charset=utf-8"})
  void json_in_utf_8_is_taken(String type) {
    assertThat(of("{}", Map.of("content-type", type)).body(Some.class)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "text/plain", "application/json; charset=utf-16", "application/json; profile=x; charset=utf-16",
      "application/json; charset=not-utf-8", ";", "application/jsonp"})
  void another_type_or_charset_is_refused_wherever_it_stands(String type) {
    assertThat(refused(of("{}", Map.of("content-type", type))).status()).isEqualTo(415);
  }
}
