package baton.ingestmessage;

import baton.channel.Channel;
import baton.channel.Channels;
import baton.channels.ChannelAdapters;
import baton.channels.WebhookReply;
import baton.channels.WebhookRequest;
import baton.http.Callers;
import baton.http.Malformed;
import baton.http.Request;
import baton.http.Response;
import baton.http.Route;
import baton.id.ChannelId;
import java.time.InstantSource;
import java.util.Optional;

/// A channel's call: its handshake, or an authentic body that is kept before it is acknowledged.
final class WebhookRoute implements Route {
  private static final int LARGEST_BODY = 256 * 1024;

  private final Channels channels;
  private final BodyIntake intake;
  private final InstantSource clock;

  WebhookRoute(Channels channels, BodyIntake intake, InstantSource clock) {
    this.channels = channels;
    this.intake = intake;
    this.clock = clock;
  }

  @Override
  public Response answer(Request request) {
    if (request.body().length > LARGEST_BODY) {
      throw Malformed.tooLarge(LARGEST_BODY);
    }
    var call = WebhookRequest.of(
        request.method(), request.url(), request.headers(), request.query(), request.body());
    // An unknown channel and a known one that is not convinced answer alike: nobody learns which ids exist.
    var channel = channel(request);
    return channel.flatMap(known -> ChannelAdapters.of(known.kind()).handshake(call, known, clock.instant()))
        .map(WebhookRoute::reply)
        .orElseGet(() -> request.method().equals("POST")
            ? keep(channel.orElseThrow(Malformed::forged), call)
            : reply(WebhookReply.plain(403, "")));
  }

  private Response keep(Channel channel, WebhookRequest call) {
    var adapter = ChannelAdapters.of(channel.kind());
    var now = clock.instant();
    if (!adapter.authentic(call, channel, now)) {
      throw Malformed.forged();
    }
    intake.keep(channel, adapter, call, now);
    return reply(adapter.accepted(call, channel));
  }

  private Optional<Channel> channel(Request request) {
    return Callers.id(request, "channelId", ChannelId::new).flatMap(channels::find);
  }

  private static Response reply(WebhookReply reply) {
    return reply.contentType().isEmpty()
        ? Response.empty(reply.status())
        : Response.text(reply.status(), reply.body()).with("content-type", reply.contentType());
  }
}
