package baton.channels.wire;

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

  /// The provider said yes but not to what. It must not be sent again, or the customer may read it twice; a receipt may
  /// still prove that it went out.
  public static SendResult unclear() {
    return new SendResult.Rejected("unclear", "The provider accepted the message without naming it.");
  }

  // Telegram's tokens hold a colon, which a path may hold as well.
  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20").replace("%3A", ":");
  }
}
