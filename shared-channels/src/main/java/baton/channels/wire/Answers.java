package baton.channels.wire;

import baton.channels.ProviderAnswer;
import baton.channels.SendResult;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What the calls of all channels have in common.
public final class Answers {
  private Answers() {}

  /// The address below the API's base; what stands in a segment cannot leave it.
  public static URI address(URI api, String... segments) {
    String base = api.toString().replaceAll("/+$", "");
    String path = Arrays.stream(segments).map(Answers::encoded).collect(Collectors.joining("/"));
    return URI.create(base + "/" + path);
  }

  /// The provider said yes but not to what.
  public static SendResult unnamed() {
    return new SendResult.Unclear("the provider accepted the message without naming it");
  }

  /// A broken answer without any words of the provider's own. Whatever stands before the provider answers so too, also
  /// after the provider took the message.
  public static SendResult wordless(ProviderAnswer answer) {
    return new SendResult.Unclear("HTTP " + answer.status());
  }

  // Telegram's tokens hold a colon, which a path may hold as well.
  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20").replace("%3A", ":");
  }
}
