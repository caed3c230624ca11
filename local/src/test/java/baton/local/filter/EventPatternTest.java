package baton.local.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventPatternTest {

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {"a":["x","y"]}                     | {"a":"y"}          | true
      {"a":["x"]}                         | {"a":"y"}          | false
      {"a":["x"]}                         | {}                 | false
      {"a":["x"]}                         | {"a":["z","x"]}    | true
      {"a":[1]}                           | {"a":1.0}          | true
      {"a":["1"]}                         | {"a":1}            | false
      {"a":[null]}                        | {"a":null}         | true
      {"a":[null]}                        | {}                 | false
      {"a":[""]}                          | {"a":""}           | true
      {"a":[true]}                        | {"a":true}         | true
      {"a":[{"prefix":"ord"}]}            | {"a":"order"}      | true
      {"a":[{"suffix":".fifo"}]}          | {"a":"q.fifo"}     | true
      {"a":[{"suffix":".fifo"}]}          | {"a":"q"}          | false
      {"a":[{"equals-ignore-case":"Ana"}]} | {"a":"aNA"}       | true
      {"a":[{"anything-but":["x","y"]}]}  | {"a":"z"}          | true
      {"a":[{"anything-but":["x","y"]}]}  | {"a":"x"}          | false
      {"a":[{"anything-but":"x"}]}        | {"a":["x"]}        | false
      {"a":[{"anything-but":"x"}]}        | {"a":["x","z"]}    | true
      {"a":[{"anything-but":"x"}]}        | {}                 | false
      {"a":[{"anything-but":{"prefix":"x"}}]} | {"a":"xy"}     | false
      {"a":[{"exists":true}]}             | {"a":"any"}        | true
      {"a":[{"exists":true}]}             | {}                 | false
      {"a":[{"exists":false}]}            | {}                 | true
      {"a":[{"exists":false}]}            | {"a":"any"}        | false
      {"a":[{"exists":false},"x"]}        | {"a":"x"}          | true
      {"a":[{"numeric":[">",0,"<=",5]}]}  | {"a":5}            | true
      {"a":[{"numeric":[">",0,"<=",5]}]}  | {"a":6}            | false
      {"a":[{"numeric":["=",5]}]}         | {"a":"5"}          | false
      {"a":["x"],"b":["y"]}               | {"a":"x","b":"z"}  | false
      {"$or":[{"a":["x"]},{"b":["y"]}]}   | {"b":"y"}          | true
      {"$or":[{"a":["x"]},{"b":["y"]}]}   | {"b":"z"}          | false
      {"a":{"b":["x"]}}                   | {"a":{"b":"x"}}    | true
      {"a":{"b":["x"]}}                   | {"a":"x"}          | false
      {"a":{"b":[{"exists":false}]}}      | {}                 | true
      {"a":{"b":["x"]}}                   | {"a":[{"b":"y"},{"b":"x"}]} | true
      """)
  void a_pattern_matches_as_in_lambda(String pattern, String event, boolean matches) throws Exception {
    assertThat(EventPattern.of(json(pattern)).matches(json(event))).isEqualTo(matches);
  }

  @Test
  void an_unknown_operator_is_refused_before_any_event_comes() {
    assertThatThrownBy(() -> EventPattern.of(json("{\"a\":[{\"sounds-like\":\"x\"}]}")))
        .hasMessageContaining("sounds-like");
  }

  @Test
  void a_key_without_a_list_is_refused() {
    assertThatThrownBy(() -> EventPattern.of(json("{\"a\":\"x\"}"))).isInstanceOf(IllegalArgumentException.class);
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}
