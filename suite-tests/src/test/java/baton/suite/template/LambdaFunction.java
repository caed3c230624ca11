package baton.suite.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A function of the template: its properties are its own and those of `Globals` in one; `own` is the resource as it
/// is written.
public record LambdaFunction(String id, Node properties, Node own) {

  /// A way the function is called.
  public record Event(String function, String name, String type, Node properties) {
    public String route() {
      return properties.get("Method").text() + " " + properties.get("Path").text();
    }
  }

  public List<Event> events() {
    return properties.get("Events").entries().entrySet().stream()
        .map(entry -> new Event(id, entry.getKey(), entry.getValue().get("Type").text(),
            entry.getValue().get("Properties")))
        .toList();
  }

  public List<Event> events(String type) {
    return events().stream().filter(event -> event.type().equals(type)).toList();
  }

  /// `AssignConversation`: the stem that its logical id, its handler and its log group share.
  String stem() {
    return id.replaceFirst("Function$", "");
  }

  /// `assign-conversation`: the folder.
  public String folder() {
    return stem().replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /// Somebody waits for the answer: the routes, and the authorizer, which no event of its own calls.
  boolean synchronous() {
    return events().stream().allMatch(event -> event.type().equals("HttpApi"));
  }

  /// Lambda itself keeps what it is given, and retries: from a topic or from a schedule.
  boolean asynchronous() {
    return events().stream().anyMatch(event -> Set.of("SNS", "Schedule", "ScheduleV2").contains(event.type()));
  }

  Map<String, String> environment() {
    return properties.get("Environment", "Variables").entries().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().text()));
  }

  /// The statements of its role.
  public List<Node> statements() {
    return properties.get("Policies").items().stream()
        .flatMap(policy -> policy.get("Statement").items().stream())
        .toList();
  }
}
