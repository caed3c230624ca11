package baton.delivermessage;

import baton.channel.Channel;
import baton.channel.Channels;
import baton.channel.Stopped;
import baton.channels.ChannelAdapter;
import baton.channels.ChannelAdapters;
import baton.channels.OutgoingText;
import baton.channels.ProviderAnswer;
import baton.channels.SendResult;
import baton.conversation.Deliveries;
import baton.conversation.OutgoingMessage;
import baton.http.Log;
import baton.message.Delivery;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Sends a reply once. Whoever takes it in hand says so first; when the answer is lost nobody knows whether it reached
/// the customer, and then it is not sent again: the agent sees that, and a receipt that names it clears it up.
///
/// All that can fail without anything being sent comes before it is taken.
final class Sending {
  private final Deliveries deliveries;
  private final Channels channels;
  private final ChannelApis apis;
  private final InstantSource clock;
  private final Log log;

  Sending(Deliveries deliveries, Channels channels, ChannelApis apis, InstantSource clock, Log log) {
    this.deliveries = deliveries;
    this.channels = channels;
    this.apis = apis;
    this.clock = clock;
    this.log = log;
  }

  /// How a try ended.
  sealed interface Tried {
    /// Nothing is left to do.
    record Done() implements Tried {}

    /// Surely not sent: to be tried again.
    ///
    /// @param after how long the provider asks us to wait
    record Again(Optional<Duration> after) implements Tried {}
  }

  /// What is ready to be sent, or why nothing can be.
  private sealed interface Prepared {
    record Ready(Channel channel, ChannelAdapter adapter, HttpRequest request) implements Prepared {}

    record Cannot(String why) implements Prepared {}
  }

  /// Sends it, unless that was done.
  Tried deliver(OutgoingMessage message) {
    var prepared = prepare(message);
    return switch (deliveries.take(message, clock.instant())) {
      case DONE -> new Tried.Done();
      case UNKNOWN -> unknown(message, "an earlier try ended without an answer");
      case YES -> switch (prepared) {
        case Prepared.Cannot(var why) -> failed(message, why);
        case Prepared.Ready ready -> send(message, ready);
      };
    };
  }

  /// Nobody will try again.
  void giveUp(OutgoingMessage message) {
    switch (deliveries.take(message, clock.instant())) {
      case DONE -> { }
      case UNKNOWN -> unknown(message, "the last try ended without an answer");
      case YES -> deliveries.ended(
          message, Delivery.failedForNow("given-up: it was tried as often as allowed"));
    }
  }

  private Prepared prepare(OutgoingMessage message) {
    return channels.find(message.channel())
        .map(channel -> prepare(message, channel))
        .orElse(new Prepared.Cannot("no-channel: the channel was removed"));
  }

  private Prepared prepare(OutgoingMessage message, Channel channel) {
    var adapter = ChannelAdapters.of(message.channelKind());
    var text = new OutgoingText(message.address(), message.text(), message.quotes(), message.name().toString());
    try {
      return apis.of(adapter)
          .flatMap(api -> adapter.send(text, channel, api))
          .map(ChannelApis::request)
          .<Prepared>map(request -> new Prepared.Ready(channel, adapter, request))
          .orElse(new Prepared.Cannot("cannot-send: the channel has no token to send with"));
    } catch (IllegalArgumentException _) {
      // Its words would hold the token.
      return new Prepared.Cannot("cannot-send: no call can be made of the channel's account and token");
    }
  }

  private Tried send(OutgoingMessage message, Prepared.Ready ready) {
    return asked(message, ready, result -> result instanceof SendResult.Moved(var address)
        ? sendOn(message.to(address), message, ready.channel())
        : finish(message, result));
  }

  // Once: a channel that sends us in circles gets no third call.
  private Tried sendOn(OutgoingMessage moved, OutgoingMessage message, Channel channel) {
    var tried = switch (prepare(moved, channel)) {
      case Prepared.Cannot(var why) -> failed(moved, why);
      case Prepared.Ready ready -> asked(moved, ready, result -> finish(moved, result));
    };
    deliveries.moved(message, moved.address());
    return tried;
  }

  private Tried asked(OutgoingMessage message, Prepared.Ready ready, Function<SendResult, Tried> then) {
    ProviderAnswer answer;
    try {
      answer = apis.call(ready.request());
    } catch (NobodyReached _) {
      return again(message, Optional.empty());
    } catch (IOException e) {
      return unknown(message, e.getClass().getSimpleName());
    }
    return then.apply(ready.adapter().result(answer));
  }

  private Tried finish(OutgoingMessage message, SendResult result) {
    return switch (result) {
      case SendResult.Sent(var providerId) -> {
        deliveries.sent(message, providerId);
        yield new Tried.Done();
      }
      case SendResult.Retry(var _, var after) -> again(message, after);
      case SendResult.Moved(var address) -> failed(message, "moved: there is always another address, now " + address);
      case SendResult.Unclear(var reason) -> unknown(message, reason);
      case SendResult.Rejected(var code, var reason) -> failed(message, code + ": " + reason);
      case SendResult.ChannelStopped(var code, var reason) -> {
        log.count("ChannelStopped", 1, Map.of("channel", message.channel().value(), "code", code));
        var done = failed(message, code + ": " + reason);
        channels.stop(message.channel(), new Stopped(code, clock.instant()));
        yield done;
      }
    };
  }

  private Tried again(OutgoingMessage message, Optional<Duration> after) {
    deliveries.release(message);
    return new Tried.Again(after);
  }

  private Tried failed(OutgoingMessage message, String error) {
    deliveries.ended(message, Delivery.failed(error));
    return new Tried.Done();
  }

  private Tried unknown(OutgoingMessage message, String why) {
    deliveries.ended(message, Delivery.unknown("it may have arrived: " + why));
    return new Tried.Done();
  }
}
