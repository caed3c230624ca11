package baton.suite.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What `sam local` is told in front of an emulator, as far as it can be judged without one.
class EmulatorTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void every_variable_is_declared_by_the_template_for_sam_hands_on_no_other() throws IOException {
    Set<String> declared = Template.read().functions().stream()
        .flatMap(function -> function.environment().keySet().stream()).collect(Collectors.toSet());
    assertThat(variables().properties()).isNotEmpty().allSatisfy(it -> assertThat(declared).contains(it.getKey()));
  }

  @Test
  void what_the_variables_name_is_made_when_the_emulator_starts() throws IOException {
    String made = Files.readString(Template.root().resolve("emulator/ready.sh"));
    for (String variable : Set.of("CONVERSATION_EVENTS_TOPIC", "ASSIGNEE_NOTIFICATIONS_TOPIC", "OUTBOUND_QUEUE_URL")) {
      String name = variables().path(variable).asText().replaceFirst(".*[:/]", "");
      assertThat(made).containsPattern("name " + name + "\\b");
    }
  }

  @Test
  void who_vouches_is_the_issuer_of_the_sample_tokens() throws IOException {
    JsonNode samples = read("events/authorize-request/sam-env-vars").path("AuthorizeRequestFunction");
    assertThat(variables().path("TRUSTED_ISSUERS")).isEqualTo(samples.path("TRUSTED_ISSUERS"));
  }

  private static JsonNode variables() throws IOException {
    return read("emulator/sam-local.json").path("Parameters");
  }

  private static JsonNode read(String file) throws IOException {
    return JSON.readTree(Template.root().resolve(file).toFile());
  }
}
