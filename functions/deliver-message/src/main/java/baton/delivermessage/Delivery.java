package baton.delivermessage;

import baton.channel.Channels;
import baton.channels.ChannelAdapters;
import baton.channels.OutgoingText;
import baton.channels.SendResult;
import baton.conversation.Deliveries;
import baton.conversation.OutgoingMessage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Sends a reply once. Whoever takes it in hand says so first; when the answer is lost nobody knows whether it reached
/// the customer, and then it is not sent again: the agent sees that, and a receipt that names it clears it up.
final class Delivery {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final Deliveries deliveries;
  private final Channels channels;
  private final ChannelApis apis;
  private final InstantSource clock;

  Delivery(Deliveries deliveries, Channels channels, ChannelApis apis, InstantSource clock) {
    this.deliveries = deliveries;
    this.channels = channels;
    this.apis = apis;
    this.clock = clock;
  }

  /// Sends it, unless that was done.
  ///
  /// @return when to try again; empty when nothing is left to do
  Optional<Duration> deliver(OutgoingMessage message) {
    return switch (deliveries.take(message, clock.instant())) {
      case DONE -> Optional.empty();
      case UNKNOWN -> fail(message, "unknown: an earlier try ended without an answer; it may have arrived");
      case YES -> send(message);
    };
  }

  /// Nobody will try again.
  void giveUp(OutgoingMessage message) {
    deliveries.failed(message, "given-up: it was tried as often as allowed");
  }

  private Optional<Duration> send(OutgoingMessage message) {
    var channel = channels.find(message.channel());
    if (channel.isEmpty()) {
      return fail(message, "no-channel: the channel was removed");
    }
    var adapter = ChannelAdapters.of(message.channelKind());
    var text = new OutgoingText(message.address(), message.text(), message.quotes(), message.name().toString());
    var call = adapter.send(text, channel.get(), apis.of(message.channelKind()));
    if (call.isEmpty()) {
      return fail(message, "cannot-send: the channel has no token to send with");
    }
    try {
      var answer = apis.call(call.get());
      return finish(message, adapter.result(answer.statusCode(), answer.body()));
    } catch (ConnectException | HttpConnectTimeoutException _) {
      // Nobody was reached, so nothing was sent.
      return again(message, SOON);
    } catch (IOException e) {
      return fail(message, "unknown: " + e.getClass().getSimpleName() + "; it may have arrived");
    }
  }

  private Optional<Duration> finish(OutgoingMessage message, SendResult result) {
    return switch (result) {
      case SendResult.Sent(var providerId) -> {
        deliveries.sent(message, providerId);
        yield Optional.empty();
      }
      case SendResult.Retry(var _, var after) -> again(message, after.orElse(SOON));
      case SendResult.Rejected(var code, var reason) -> fail(message, code + ": " + reason);
      case SendResult.ChannelStopped(var code, var reason) -> fail(message, code + ": " + reason);
    };
  }

  private Optional<Duration> again(OutgoingMessage message, Duration pause) {
    deliveries.release(message);
    return Optional.of(pause);
  }

  private Optional<Duration> fail(OutgoingMessage message, String error) {
    deliveries.failed(message, error);
    return Optional.empty();
  }
}
