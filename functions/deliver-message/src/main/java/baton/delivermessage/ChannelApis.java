package baton.delivermessage;

import baton.channel.ChannelKind;
import baton.channels.SendCall;
import baton.wiring.Environment;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// The channels' own APIs: the only hosts that Baton ever calls. Their addresses come from the template; no user names
/// one.
final class ChannelApis {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final Environment environment;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER).build();

  ChannelApis(Environment environment) {
    this.environment = environment;
  }

  URI of(ChannelKind kind) {
    return switch (kind) {
      case WHATSAPP -> URI.create(environment.whatsAppApi());
      case TELEGRAM -> URI.create(environment.telegramApi());
      case WEBHOOK -> throw new IllegalArgumentException("this kind takes no replies");
    };
  }

  HttpResponse<String> call(SendCall call) throws IOException {
    var request = HttpRequest.newBuilder(call.uri())
        .timeout(ANSWER)
        .method(call.method(), BodyPublishers.ofString(call.body()));
    call.headers().forEach(request::header);
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
