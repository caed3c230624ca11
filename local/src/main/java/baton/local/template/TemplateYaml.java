package baton.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// YAML with CloudFormation's short tags, each turned into its long form: `!Ref a` becomes `{"Ref": "a"}`.
final class TemplateYaml extends SafeConstructor {

  private TemplateYaml() {
    super(new LoaderOptions());
    yamlMultiConstructors.put("!", new ShortTag());
  }

  static JsonNode read(Path file) {
    try (var reader = Files.newBufferedReader(file)) {
      return new ObjectMapper().valueToTree(new Yaml(new TemplateYaml()).load(reader));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class ShortTag extends AbstractConstruct {

    @Override
    public Object construct(Node node) {
      var tag = node.getTag().getValue().substring(1);
      var value = switch (node) {
        case ScalarNode scalar -> scalar.getValue();
        case SequenceNode sequence -> constructSequence(sequence);
        case MappingNode mapping -> constructMapping(mapping);
        default -> throw new TemplateException("!" + tag + " on a " + node.getNodeId());
      };
      return switch (tag) {
        case "Ref", "Condition" -> Map.of(tag, value);
        case "GetAtt" -> Map.of("Fn::GetAtt", value instanceof String path ? List.of(path.split("\\.", 2)) : value);
        default -> Map.of("Fn::" + tag, value);
      };
    }
  }
}
