package baton.local.gateway;

import baton.local.template.EventSource.Route;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the route of a request: the most specific path that fits, and there the method before `ANY`.
final class Routes {

  private record Entry(RoutePath path, Route route) {}

  private final List<Entry> entries;

  Routes(List<Route> routes) {
    this.entries = routes.stream().map(route -> new Entry(RoutePath.of(route.path()), route))
        .sorted(Comparator.comparing(Entry::path).thenComparing(entry -> entry.route.method().equals("ANY"))).toList();
  }

  /// A route, and what the request's path gives for its variables.
  record Match(Route route, Map<String, String> variables) {}

  Optional<Match> find(String method, String rawPath) {
    return entries.stream()
        .filter(entry -> entry.route.method().equals(method) || entry.route.method().equals("ANY"))
        .flatMap(entry -> entry.path.match(rawPath).map(variables -> new Match(entry.route, variables)).stream())
        .findFirst();
  }
}
