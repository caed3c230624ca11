package baton.authorizerequest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The token that a request bears. Its header is looked up in any case: AWS sends names in lower case, `sam local` in
/// Title-Case.
final class BearerToken {
  private static final int LONGEST = 8192;
  private static final String PART = "[A-Za-z0-9_-]+";
  // Two headers of this name arrive joined with a comma, which no token holds: they are refused.
  private static final Pattern BEARER =
      Pattern.compile("[Bb][Ee][Aa][Rr][Ee][Rr] +(%s\\.%s\\.%s)".formatted(PART, PART, PART));

  private BearerToken() {}

  static Optional<String> of(JsonNode headers) {
    var values = headers.propertyStream()
        .filter(header -> header.getKey().equalsIgnoreCase("authorization"))
        .map(Map.Entry::getValue)
        .toList();
    return values.size() == 1 ? of(values.getFirst().asText()) : Optional.empty();
  }

  private static Optional<String> of(String header) {
    var bearer = BEARER.matcher(header.strip());
    return header.length() <= LONGEST && bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
  }
}
