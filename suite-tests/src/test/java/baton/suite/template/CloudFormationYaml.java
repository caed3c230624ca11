package baton.suite.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// YAML with CloudFormation's short forms: `!Ref x` becomes `{Ref: x}`, as CloudFormation itself reads it. A plain
/// YAML reader drops them.
final class CloudFormationYaml extends SafeConstructor {

  private static final List<String> FUNCTIONS = List.of("Sub", "If", "Equals", "Not", "And", "Or", "Join", "Split",
      "Select", "FindInMap", "ImportValue", "Base64", "Cidr", "GetAZs");

  private CloudFormationYaml() {
    super(options());
    shortForm("Ref", "Ref");
    shortForm("Condition", "Condition");
    FUNCTIONS.forEach(name -> shortForm(name, "Fn::" + name));
    yamlConstructors.put(new Tag("!GetAtt"), new GetAtt());
  }

  static Object read(String yaml) {
    return new Yaml(new CloudFormationYaml()).load(yaml);
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return options;
  }

  private void shortForm(String tag, String function) {
    yamlConstructors.put(new Tag("!" + tag), new ShortForm(function));
  }

  private Object content(org.yaml.snakeyaml.nodes.Node node) {
    return switch (node) {
      case ScalarNode scalar -> constructScalar(scalar);
      case SequenceNode sequence -> new ArrayList<Object>(constructSequence(sequence));
      case MappingNode mapping -> constructMapping(mapping);
      default -> throw new IllegalStateException("No such thing in a template: " + node);
    };
  }

  private final class ShortForm extends AbstractConstruct {
    private final String function;

    ShortForm(String function) {
      this.function = function;
    }

    @Override
    public Object construct(org.yaml.snakeyaml.nodes.Node node) {
      return Map.of(function, content(node));
    }
  }

  private final class GetAtt extends AbstractConstruct {
    @Override
    public Object construct(org.yaml.snakeyaml.nodes.Node node) {
      return Map.of("Fn::GetAtt", switch (content(node)) {
        case String name -> List.of(name.split("\\.", 2));
        case Object parts -> parts;
      });
    }
  }
}
