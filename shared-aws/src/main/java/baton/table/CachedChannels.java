package baton.table;

import baton.channel.Channel;
import baton.channel.Channels;
import baton.channel.Stopped;
import baton.id.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// [Channels] upon the table, remembered for a while: a webhook is not worth a read each time. An id that names nothing
/// is remembered for a shorter while, so that guessing ids costs us little and a new channel works soon.
public final class CachedChannels implements Channels {
  private static final Duration KNOWN = Duration.ofSeconds(30);
  private static final Duration UNKNOWN = Duration.ofSeconds(5);
  private static final int MOST = 10_000;

  private final Table table;
  private final InstantSource clock;
  private final Map<ChannelId, Remembered> remembered = new ConcurrentHashMap<>();

  /// Upon that table.
  public CachedChannels(Table table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  private record Remembered(Optional<Channel> channel, Instant until) {}

  @Override
  public Optional<Channel> find(ChannelId id) {
    var now = clock.instant();
    var known = remembered.get(id);
    if (known != null && now.isBefore(known.until())) {
      return known.channel();
    }
    var found = table.read(Keys.channel(id)).map(ChannelItem::read);
    if (remembered.size() >= MOST) {
      remembered.clear();
    }
    remembered.put(id, new Remembered(found, now.plus(found.isPresent() ? KNOWN : UNKNOWN)));
    return found;
  }

  @Override
  public void stop(ChannelId id, Stopped stopped) {
    // Without the version, because an administrator's change of the same moment shall not lose its race to it; and
    // without an answer, because it would hold the channel's secrets.
    var update = new Expression()
        .set(ChannelItem.STOPPED_CODE, stopped.code())
        .set(ChannelItem.STOPPED_AT, stopped.at().toEpochMilli())
        .whenPresent("pk");
    try {
      table.client().updateItem(request -> request
          .tableName(table.name())
          .key(Keys.channel(id).attributes())
          .updateExpression(update.update())
          .conditionExpression(update.condition())
          .expressionAttributeNames(update.names())
          .expressionAttributeValues(update.values()));
    } catch (ConditionalCheckFailedException _) {
      // There is no such channel: nobody would see it.
    }
  }
}
