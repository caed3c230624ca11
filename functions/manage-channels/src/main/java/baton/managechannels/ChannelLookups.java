package baton.managechannels;

import baton.access.Access;
import baton.access.Permission;
import baton.administration.Directory;
import baton.administration.Records;
import baton.administration.Scene;
import baton.administration.Versioned;
import baton.administration.Wanted;
import baton.agent.Agent;
import baton.channel.Following;
import baton.channel.Quarantined;
import baton.channel.Registered;
import baton.conversation.Rejection;
import baton.http.AdministrationRows;
import baton.http.Callers;
import baton.http.LookupRoute;
import baton.http.LookupRoute.Shown;
import baton.http.Request;
import baton.http.Route;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.message.Text;
import baton.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// Which channels there are: to agents those that they may follow, to administrators all, with how they are set up.
final class ChannelLookups {
  private static final int MOST_QUARANTINED = 50;
  // Fifty of the longest bodies would not fit into one answer.
  private static final int SHOWN_BYTES = 16 * 1024;

  private ChannelLookups() {}

  static Route listing(Records records, Directory directory) {
    return new LookupRoute(records, (_, actor, _) -> {
      var body = Json.MAPPER.createObjectNode();
      var list = body.putArray("channels");
      directory.channels(actor.workspace()).stream()
          .filter(channel -> Following.sees(actor, channel.value().channel()))
          .forEach(channel -> list.add(row(channel, actor)));
      return Shown.json(body);
    });
  }

  static Route reading(Records records) {
    return of(records, (actor, channel) -> Shown.json(row(channel, actor), channel.version()));
  }

  static Route subscribers(Records records, Directory directory) {
    return of(records, (_, channel) -> {
      var body = Json.MAPPER.createObjectNode();
      var list = body.putArray("subscribers");
      directory.subscribers(channel.value().channel().id()).stream().map(AgentId::value).forEach(list::add);
      return Shown.json(body);
    });
  }

  static Route quarantine(Records records, Directory directory, InstantSource clock) {
    return of(records, (actor, channel) -> {
      if (!Access.holds(actor, Permission.MANAGE_CHANNELS)) {
        return Shown.refused(new Rejection.Forbidden(Permission.MANAGE_CHANNELS));
      }
      var body = Json.MAPPER.createObjectNode();
      var list = body.putArray("quarantine");
      directory.quarantined(channel.value().channel().id(), clock.instant(), MOST_QUARANTINED)
          .forEach(entry -> list.add(row(entry)));
      return Shown.json(body);
    });
  }

  private interface Look {
    Shown at(Agent actor, Versioned<Registered> channel);
  }

  private static Route of(Records records, Look look) {
    Function<Request, Optional<ChannelId>> id = request -> Callers.id(request, "id", ChannelId::new);
    return new LookupRoute(
        records,
        request -> id.apply(request).map(channel -> Wanted.of().channel(channel)).orElseGet(Wanted::of),
        (scene, actor, request) -> id.apply(request)
            .flatMap(channel -> visible(scene, channel, actor))
            .map(channel -> look.at(actor, channel))
            .orElseGet(() -> Shown.refused(new Rejection.NotFound("channel"))));
  }

  private static Optional<Versioned<Registered>> visible(Scene scene, ChannelId id, Agent actor) {
    return Optional.ofNullable(scene.channels().get(id))
        .filter(channel -> !channel.value().removed())
        .filter(channel -> Following.sees(actor, channel.value().channel()));
  }

  private static ObjectNode row(Versioned<Registered> channel, Agent actor) {
    return Access.holds(actor, Permission.MANAGE_CHANNELS)
        ? AdministrationRows.channel(channel)
        : AdministrationRows.of(channel.value().channel());
  }

  private static ObjectNode row(Quarantined entry) {
    String shown = Text.clip(entry.body(), SHOWN_BYTES);
    return Json.MAPPER.createObjectNode()
        .put("id", entry.id())
        .put("why", entry.why())
        .put("receivedAt", entry.receivedAt().toString())
        .put("body", shown)
        .put("cut", shown.length() < entry.body().length());
  }
}
