package baton.suite.contract;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// docs/problems.md: the slugs and their statuses.
final class ProblemList {
  private ProblemList() {}

  static Map<String, Integer> read() {
    Map<String, Integer> statuses = new TreeMap<>();
    for (List<String> row : Markdown.read("problems.md").table("slug")) {
      for (String slug : Markdown.words(row.getFirst())) {
        Integer before = statuses.put(slug, Integer.valueOf(row.get(1)));
        if (before != null) {
          throw new IllegalStateException(slug + " stands there twice");
        }
      }
    }
    return statuses;
  }
}
