package baton.table;

import baton.administration.Versioned;
import baton.channel.Channel;
import baton.channel.Channel.Secret;
import baton.channel.ChannelKind;
import baton.channel.Registered;
import baton.channel.Stopped;
import baton.id.ChannelId;
import baton.id.TeamId;
import baton.id.WorkspaceId;
import baton.table.Attributes.ItemType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How a channel is spelled.
final class ChannelItem {
  static final String STOPPED_CODE = "stoppedCode";
  static final String STOPPED_AT = "stoppedAt";

  private ChannelItem() {}

  static Map<String, AttributeValue> write(Channel channel) {
    return Attributes.of(Keys.channel(channel.id()), ItemType.CHANNEL)
        .put("workspace", channel.workspace().value())
        .put("kind", channel.kind().word())
        .put("name", channel.name())
        .put("account", channel.account())
        .put("team", channel.team())
        .putAll("signing", channel.signing().stream().map(ChannelItem::secret).toList())
        .put("verifyToken", channel.verifyToken())
        .put("sendToken", channel.sendToken())
        .put("salt", channel.salt())
        .put("folder", Keys.channels(channel.workspace()))
        .put("folderSort", channel.id().value())
        .map();
  }

  static Map<String, AttributeValue> write(Versioned<Registered> registered) {
    var stopped = registered.value().stopped();
    var item = Attributes.of(write(registered.value().channel()))
        .put("version", registered.version())
        .put(STOPPED_CODE, stopped.map(Stopped::code))
        .putTime(STOPPED_AT, stopped.map(Stopped::at));
    if (registered.value().removed()) {
      // Without its folder it is in no list; its id stays where it is read from.
      item.put("removed", true).map().remove("folder");
    }
    return item.map();
  }

  static Versioned<Registered> readVersioned(Map<String, AttributeValue> values) {
    var item = Attributes.of(values);
    var stopped = item.optionalTime(STOPPED_AT).map(at -> new Stopped(item.text(STOPPED_CODE), at));
    return new Versioned<>(new Registered(read(values), item.flag("removed"), stopped), item.number("version"));
  }

  static Channel read(Map<String, AttributeValue> values) {
    var item = Attributes.of(values);
    return new Channel(
        new ChannelId(item.text("folderSort")),
        new WorkspaceId(item.text("workspace")),
        ChannelKind.of(item.text("kind")).orElseThrow(),
        item.text("name"),
        item.text("account"),
        item.optional("team").map(TeamId::new),
        item.maps("signing").stream().map(ChannelItem::secret).toList(),
        item.text("verifyToken"),
        item.text("sendToken"),
        item.text("salt"));
  }

  private static Map<String, String> secret(Secret secret) {
    return secret.expiresAt()
        .map(at -> Map.of("value", secret.value(), "expiresAt", Long.toString(at.toEpochMilli())))
        .orElseGet(() -> Map.of("value", secret.value()));
  }

  private static Secret secret(Map<String, String> map) {
    return new Secret(
        map.getOrDefault("value", ""),
        Optional.ofNullable(map.get("expiresAt")).map(Long::parseLong).map(Instant::ofEpochMilli));
  }
}
