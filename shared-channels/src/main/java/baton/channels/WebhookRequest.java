package baton.channels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A call from a provider, before anybody has believed it.
///
/// @param url the public address as it was called, with its query undecoded: some providers sign that
/// @param headers by name, in any case; those that differ in case only are one
/// @param query decoded parameters
/// @param body the bytes as they came: a signature is made over them, not over what they mean
public record WebhookRequest(
    String method, String url, Map<String, List<String>> headers, Map<String, String> query, byte[] body) {
  public WebhookRequest {
    Map<String, List<String>> merged = new HashMap<>();
    headers.forEach((name, values) ->
        merged.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>()).addAll(values));
    headers = Map.copyOf(merged);
    query = Map.copyOf(query);
  }

  /// A request as API Gateway hands it over: one string for each header.
  public static WebhookRequest of(
      String method, String url, Map<String, String> headers, Map<String, String> query, byte[] body) {
    Map<String, List<String>> lists =
        headers.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
    return new WebhookRequest(method, url, lists, query, body);
  }

  /// The value of a header that came exactly once; with two values nobody knows which one was meant, so there is none.
  public Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }

  /// The query as it was sent.
  public String rawQuery() {
    int mark = url.indexOf('?');
    return mark < 0 ? "" : url.substring(mark + 1);
  }

  /// A query parameter.
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name));
  }
}
