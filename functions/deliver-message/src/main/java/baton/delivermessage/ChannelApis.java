package baton.delivermessage;

import baton.channels.ChannelAdapter;
import baton.channels.ProviderAnswer;
import baton.channels.SendCall;
import baton.wiring.Environment;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/// The channels' own APIs: the only hosts that Baton ever calls. Their addresses come from the channels' adapters or
/// the template; no user names one.
final class ChannelApis {
  /// The longest that one call takes, from the first packet to the last byte of the answer.
  static final Duration LONGEST_CALL = Duration.ofSeconds(10);

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final int LONGEST_ANSWER = 1 << 20;

  private final Environment environment;
  private final Duration longestCall;

  ChannelApis(Environment environment) {
    this(environment, LONGEST_CALL);
  }

  ChannelApis(Environment environment, Duration longestCall) {
    this.environment = environment;
    this.longestCall = longestCall;
  }

  Optional<URI> of(ChannelAdapter adapter) {
    return environment.channelApi(adapter.kind()).or(adapter::api);
  }

  /// The call as a request.
  ///
  /// @throws IllegalArgumentException when an address or a header cannot be made of what the channel holds
  static HttpRequest request(SendCall call) {
    var request = HttpRequest.newBuilder(call.uri()).method(call.method(), BodyPublishers.ofString(call.body()));
    call.headers().forEach(request::header);
    return request.build();
  }

  /// What the provider answers.
  ///
  /// @throws IOException when it does not, or not in time: what it did is unknown
  ProviderAnswer call(HttpRequest request) throws IOException, NobodyReached {
    // A client for each call. One that is kept has connections that die while Lambda freezes us; the next message would
    // go into the void, and nobody would know whether it did.
    var client = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
    try {
      return answer(begun(client, request)
          // The request's own timeout would end with the answer's first line.
          .get(longestCall.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      throw failed(e.getCause());
    } catch (TimeoutException _) {
      throw new HttpTimeoutException("no answer in " + longestCall);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      client.shutdownNow();
    }
  }

  private static Future<HttpResponse<String>> begun(HttpClient client, HttpRequest request) throws NobodyReached {
    try {
      return client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER));
    } catch (RuntimeException e) {
      throw new NobodyReached(e);
    }
  }

  private static ProviderAnswer answer(HttpResponse<String> response) {
    return new ProviderAnswer(response.statusCode(), response.headers().map(), response.body());
  }

  private static IOException failed(Throwable cause) throws NobodyReached {
    return switch (cause) {
      case ConnectException _, HttpConnectTimeoutException _, NoRouteToHostException _, SSLHandshakeException _ ->
          throw new NobodyReached(cause);
      case IOException failure -> failure;
      default -> new IOException(cause);
    };
  }
}
