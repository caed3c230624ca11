package baton.suite.contract;

import static org.assertj.core.api.Assertions.assertThat;

import baton.wire.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The check of answers notices what it is for.
class SchemaCheckTest {
  private static final OpenApi API = new OpenApi(Json.read("""
      {"components": {"schemas": {
        "Base": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string", "pattern": "^[a-z]+$"}}},
        "More": {
          "allOf": [{"$ref": "#/components/schemas/Base"}],
          "properties": {
            "count": {"type": "integer", "minimum": 1, "maximum": 3},
            "word": {"type": "string", "enum": ["a", "b"], "maxLength": 1},
            "names": {"type": "array", "maxItems": 1, "items": {"type": "string"}},
            "at": {"type": "string", "format": "date-time"},
            "map": {"type": "object", "additionalProperties": {"type": "boolean"}}},
          "unevaluatedProperties": false},
        "Other": {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "other"}},
          "additionalProperties": false},
        "Either": {"oneOf": [{"$ref": "#/components/schemas/More"}, {"$ref": "#/components/schemas/Other"}]},
        "Strange": {"type": "object", "patternProperties": {}}
      }}}"""));

  @ParameterizedTest
  @CsvSource(delimiter = '!', value = {
      "More ! {'id': 'x', 'count': 3, 'word': 'b', 'names': ['n'], 'at': '2026-03-02T09:00:00Z', 'map': {'k': true}}",
      "More ! {'id': '*'}",
      "Either ! {'id': 'x'}",
      "Either ! {'kind': 'other'}"})
  void what_fits_has_no_faults(String schema, String value) {
    assertThat(faults(schema, value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '!', value = {
      "More ! {}",
      "More ! {'id': 1}",
      "More ! {'id': 'X'}",
      "More ! {'id': 'x', 'count': 0}",
      "More ! {'id': 'x', 'count': 4}",
      "More ! {'id': 'x', 'count': '1'}",
      "More ! {'id': 'x', 'word': 'c'}",
      "More ! {'id': 'x', 'names': ['n', 'm']}",
      "More ! {'id': 'x', 'names': [1]}",
      "More ! {'id': 'x', 'at': 'now'}",
      "More ! {'id': 'x', 'map': {'k': 1}}",
      "More ! {'id': 'x', 'unheard-of': 1}",
      "More ! []",
      "Other ! {'kind': 'more'}",
      "Other ! {'kind': 'other', 'unheard-of': 1}",
      "Either ! {'id': 'x', 'kind': 'other'}",
      "Strange ! {}"})
  void what_does_not_fit_has(String schema, String value) {
    assertThat(faults(schema, value)).isNotEmpty();
  }

  @Test
  void what_fits_two_choices_fits_none() {
    var both = new OpenApi(Json.read("""
        {"components": {"schemas": {"Both": {"oneOf": [{"type": "object"}, {"type": "object"}]}}}}"""));
    assertThat(SchemaCheck.faults(both, both.schemas().get("Both"), Json.read("{}"))).hasSize(1);
  }

  private static List<String> faults(String schema, String value) {
    var found = API.root().at("/components/schemas/" + schema);
    assertThat(found.isObject()).isTrue();
    return SchemaCheck.faults(API, found, Json.read(value.replace('\'', '"')));
  }
}
