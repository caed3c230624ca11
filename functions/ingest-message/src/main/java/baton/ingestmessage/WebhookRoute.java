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
    var call = WebhookRequest.of(request.method(), request.headers(), request.query(), request.body());
    // An unknown channel and a known one with a bad signature answer alike: nobody learns which ids exist.
    var channel = channel(request).orElseThrow(Malformed::forged);
    var adapter = ChannelAdapters.of(channel.kind());
    var handshake = adapter.handshake(call, channel);
    if (handshake.isPresent()) {
      return reply(handshake.get());
    }
    var now = clock.instant();
    if (!request.method().equals("POST") || !adapter.authentic(call, channel, now)) {
      throw Malformed.forged();
    }
    intake.keep(channel, adapter, request.body(), now);
    return Response.empty(200);
  }

  private Optional<Channel> channel(Request request) {
    return Callers.id(request, "channelId", ChannelId::new).flatMap(channels::find);
  }

  private static Response reply(WebhookReply reply) {
    return Response.text(reply.status(), reply.body()).with("content-type", reply.contentType());
  }
}
