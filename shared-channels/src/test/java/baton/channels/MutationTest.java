package baton.channels;

import static org.assertj.core.api.Assertions.assertThat;

import baton.channel.ChannelKind;
import baton.channel.Inbound;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every sample, with parts of it dropped, doubled or replaced. The seed is `-Dbaton.seed` or new; a failure prints it.
class MutationTest {
  private static final int ROUNDS = Integer.getInteger("baton.rounds", 2_000);
  // Escaped, as a lone surrogate cannot be written otherwise.
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final List<String> STRANGE =
      List.of(
          "null", "true", "0", "-1", "1e400", "1.0", "9223372036854775808", "\"\"", "\" \"", "\"x\"", "\"\\ud83d\"",
          "\"\\u0000\"", "[]", "{}", "[null]", "[[]]", "{\"id\":1}", "[{\"id\":\"x\"}]", "\"private\"", "\"text\"",
          "\"" + "y".repeat(70_000) + "\"");

  @ParameterizedTest
  @EnumSource(ChannelKind.class)
  void no_mutation_of_a_sample_makes_parsing_throw_or_meets_an_unforeseen_fault(ChannelKind kind) throws Exception {
    long seed = Long.getLong("baton.seed", System.nanoTime());
    Random random = new Random(seed);
    List<Sample> samples = Samples.of(kind);
    for (int round = 0; round < ROUNDS; round++) {
      Sample sample = samples.get(random.nextInt(samples.size()));
      JsonNode body = JSON.readTree(sample.body());
      for (int times = 1 + random.nextInt(3); times > 0; times--) {
        mutate(body, random);
      }
      String mutated = JSON.writeValueAsString(body);
      String clue = "seed " + seed + ", round " + round + ", " + sample + ": " + mutated;
      assertThat(faults(kind, mutated, clue)).as(clue).isEmpty();
    }
  }

  private static List<Inbound> faults(ChannelKind kind, String body, String clue) {
    try {
      List<Inbound> found = Samples.said(kind, body.getBytes(StandardCharsets.UTF_8));
      assertThat(found).as(clue).isNotEmpty();
      return found.stream()
          .filter(one -> one instanceof Inbound.Unusable unusable && unusable.why().startsWith("unforeseen"))
          .toList();
    } catch (UnreadableBody unreadable) {
      assertThat(body).as(clue).isEqualTo("{}");
      return List.of();
    } catch (RuntimeException thrown) {
      throw new AssertionError(clue, thrown);
    }
  }

  private static void mutate(JsonNode body, Random random) throws Exception {
    List<JsonNode> inner = new ArrayList<>();
    collect(body, inner);
    if (inner.isEmpty()) {
      return;
    }
    JsonNode strange = JSON.readTree(STRANGE.get(random.nextInt(STRANGE.size())));
    switch (inner.get(random.nextInt(inner.size()))) {
      case ObjectNode object -> {
        List<String> names = object.properties().stream().map(member -> member.getKey()).toList();
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(3)) {
          case 0 -> object.remove(name);
          case 1 -> object.set("renamed_" + name, object.remove(name));
          default -> object.set(name, strange);
        }
      }
      case ArrayNode array -> {
        int at = random.nextInt(array.size());
        switch (random.nextInt(3)) {
          case 0 -> array.remove(at);
          case 1 -> array.insert(at, array.get(random.nextInt(array.size())).deepCopy());
          default -> array.set(at, strange);
        }
      }
      case JsonNode other -> throw new IllegalStateException("not a container: " + other);
    }
  }

  private static void collect(JsonNode node, List<JsonNode> inner) {
    if (node.isContainerNode() && !node.isEmpty()) {
      inner.add(node);
      node.forEach(child -> collect(child, inner));
    }
  }
}
