package baton.suite.template;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One thing that the template must have: how its lack is found, and the ways to lose it. Each of those ways is tried
/// on a copy of the template, and must be found.
public record MustHave(String id, String sentence, Function<Template, Stream<String>> faults, List<Loss> losses) {

  /// A way to lose it.
  public record Loss(String what, Consumer<Template> change) {
    @Override
    public String toString() {
      return what;
    }
  }

  static MustHave of(String id, String sentence, Function<Template, Stream<String>> faults, Loss... losses) {
    return new MustHave(id, sentence, faults, List.of(losses));
  }

  static Loss without(String... path) {
    return new Loss("without " + String.join("/", path), template -> template.put(null, path));
  }

  static Loss with(Object value, String... path) {
    return new Loss("with " + value + " at " + String.join("/", path), template -> template.put(value, path));
  }

  /// What is wrong when it is not so.
  static Stream<String> unless(boolean so, String fault) {
    return so ? Stream.empty() : Stream.of(fault);
  }

  static Stream<String> unless(Node node, @Nullable Object expected, String where) {
    return unless(node.is(expected), where + " is " + node.value() + ", not " + expected);
  }

  /// The faults of each; and one when there is nothing to look at: a check that matches nothing proves nothing.
  static <T> Stream<String> each(Collection<T> all, Function<T, Stream<String>> faults) {
    return all.isEmpty() ? Stream.of("nothing to check") : all.stream().flatMap(faults);
  }

  List<String> faultsOf(Template template) {
    return faults.apply(template).toList();
  }

  @Override
  public String toString() {
    return id + " " + sentence;
  }
}
