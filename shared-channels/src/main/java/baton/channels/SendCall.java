package baton.channels;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/// The HTTP call that sends a message. Its address or headers hold the channel's token: it must not be logged.
public record SendCall(String method, URI uri, Map<String, String> headers, String body) {
  public SendCall {
    headers = Map.copyOf(headers);
  }

  /// A POST of JSON.
  public static SendCall post(URI uri, Map<String, String> headers, String json) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", "application/json");
    return new SendCall("POST", uri, all, json);
  }

  @Override
  public String toString() {
    return "SendCall[" + method + " " + uri.getHost() + "]";
  }
}
