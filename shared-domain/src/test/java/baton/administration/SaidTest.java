package baton.administration;

import static org.assertj.core.api.Assertions.assertThat;

import baton.administration.Said.Changes;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SaidTest {

  @Test
  void only_what_differs_is_said() {
    assertThat(new Changes().field("name", "A", "B").field("zone", "UTC", "UTC").data())
        .isEqualTo(Map.of("name.was", "A", "name", "B"));
  }

  @Test
  void what_is_nobodys_business_is_said_to_have_changed() {
    assertThat(new Changes().hidden("sendToken", "old-token", "new-token").hidden("email", "a", "a").data())
        .isEqualTo(Map.of("sendToken", "changed"));
  }

  @Test
  void the_longest_values_are_cut_between_characters_so_that_it_fits() {
    var data = new Changes()
        .about("agent", "01ARZ3NDEKTSV4RRFFQ69G5FAV")
        .field("account", "active", "suspended")
        .field("name", "é".repeat(100), "✨".repeat(100))
        .field("teams", "", "team ".repeat(100))
        .data();

    assertThat(bytes(data)).isBetween(Said.MOST_BYTES - 5, Said.MOST_BYTES);
    assertThat(data).containsEntry("account.was", "active").containsEntry("account", "suspended");
    assertThat(data.get("name")).matches("✨+");
  }

  private static int bytes(Map<String, String> data) {
    return data.entrySet().stream().flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
        .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length).sum();
  }
}
