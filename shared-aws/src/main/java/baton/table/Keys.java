package baton.table;

import baton.event.Event;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.id.TeamId;
import baton.id.WorkspaceId;
import baton.message.MessageKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;

/// Every key of the table and its indexes, a method for each question. Nobody else writes a `#`. The reasons stand in
/// docs/data-model.md.
public final class Keys {
  /// The index of lists: conversation heads by folder, and the workspace's agents, teams and channels.
  public static final String BY_FOLDER = "by-folder";
  /// The index of what happened when.
  public static final String BY_TIME = "by-time";
  /// The index of what must be looked at: keys only, sparse.
  public static final String BY_DUE = "by-due";
  /// Over how many partitions due work is spread.
  public static final int DUE_SHARDS = 8;

  private static final String SELF = "#";
  private static final String HEAD = "~head";

  private Keys() {}

  // ---- a conversation -----------------------------------------------------------------------------------------

  static Key head(WorkspaceId workspace, ConversationId conversation) {
    return new Key(conversation(workspace, conversation), HEAD);
  }

  static String conversation(WorkspaceId workspace, ConversationId conversation) {
    return "WS#%s#CONV#%s".formatted(workspace, conversation);
  }

  static Key onTimeline(WorkspaceId workspace, ConversationId conversation, MessageKey key) {
    return new Key(conversation(workspace, conversation), timeline(key));
  }

  static String timeline(MessageKey key) {
    return "AT#%013d#%s".formatted(key.millis(), key.tag());
  }

  /// Behind everything that was ever said, and before the head.
  static final String TIMELINE_END = "AT#~";

  static MessageKey messageKey(String sk) {
    String[] parts = sk.split("#", 3);
    return new MessageKey(Long.parseLong(parts[1]), parts[2]);
  }

  /// Whether that is the key of an agent's reply.
  public static boolean isReply(Key key) {
    return key.sk().startsWith(TIMELINE) && key.sk().split("#", 3)[2].startsWith("R");
  }

  static boolean isHead(Key key) {
    return key.sk().equals(HEAD);
  }

  /// Whose partition that is.
  public static ConversationId conversationOf(String pk) {
    return new ConversationId(pk.substring(pk.lastIndexOf('#') + 1));
  }

  static WorkspaceId workspaceOf(String pk) {
    return new WorkspaceId(pk.split("#", 3)[1]);
  }

  // ---- what happened ------------------------------------------------------------------------------------------

  static Key event(Event event) {
    return new Key(log(event.workspace(), event.stream()), logEntry(event));
  }

  static String log(WorkspaceId workspace, String stream) {
    return "WS#%s#LOG#%s".formatted(workspace, stream);
  }

  static String streamOf(String log) {
    return log.split("#", 4)[3];
  }

  static String logEntry(Event event) {
    return event.version() > 0 ? logEntry(event.version()) : event.id();
  }

  static String logEntry(long version) {
    return "%06d".formatted(version);
  }

  /// Behind every number of a log.
  static final String LOG_END = "~";

  static String eventsOf(WorkspaceId workspace, LocalDate day) {
    return "WS#%s#EVENTS#%s".formatted(workspace, day);
  }

  static String eventsAt(WorkspaceId workspace, Instant at) {
    return eventsOf(workspace, LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  static String episodes(WorkspaceId workspace) {
    return "WS#%s#EPISODES".formatted(workspace);
  }

  static Key told(WorkspaceId workspace, String event) {
    return new Key("WS#%s#TOLD#%s".formatted(workspace, event), SELF);
  }

  // ---- people -------------------------------------------------------------------------------------------------

  /// The workspace itself.
  public static Key workspace(WorkspaceId workspace) {
    return new Key("WS#%s".formatted(workspace), SELF);
  }

  static Key tally(WorkspaceId workspace) {
    return new Key("WS#%s".formatted(workspace), "TALLY");
  }

  static Key contact(WorkspaceId workspace, ContactId contact) {
    return new Key("WS#%s#CONTACT#%s".formatted(workspace, contact), SELF);
  }

  static Key agent(WorkspaceId workspace, AgentId agent) {
    return new Key("WS#%s#AGENT#%s".formatted(workspace, agent), SELF);
  }

  static Key pin(WorkspaceId workspace, AgentId agent, ContactId contact) {
    return new Key(agentFamily(workspace, agent), "PIN#" + contact);
  }

  static Key agentNotice(WorkspaceId workspace, AgentId agent, Instant at, String event) {
    return new Key(agentFamily(workspace, agent), notice(at, event));
  }

  /// What lies before an agent: pins, notices, subscriptions. Not with the agent, so that who may write those cannot
  /// write their roles: IAM tells partitions apart, and nothing smaller.
  static String agentFamily(WorkspaceId workspace, AgentId agent) {
    return "WS#%s#AGENT#%s#DESK".formatted(workspace, agent);
  }

  static Key team(WorkspaceId workspace, TeamId team) {
    return new Key(teamFamily(workspace, team), SELF);
  }

  static Key member(WorkspaceId workspace, TeamId team, AgentId agent) {
    return new Key(teamFamily(workspace, team), "MEMBER#" + agent);
  }

  static String teamFamily(WorkspaceId workspace, TeamId team) {
    return "WS#%s#TEAM#%s".formatted(workspace, team);
  }

  static Key login(String issuer, String subject, WorkspaceId workspace) {
    return new Key(logins(issuer, subject), workspace.value());
  }

  static String logins(String issuer, String subject) {
    return "LOGIN#" + sha256(issuer + "\n" + subject);
  }

  static Key once(WorkspaceId workspace, AgentId agent, String idempotencyKey) {
    return new Key("WS#%s#ONCE#%s".formatted(workspace, agent), sha256(idempotencyKey));
  }

  // ---- channels -----------------------------------------------------------------------------------------------

  static Key channel(ChannelId channel) {
    return new Key("CHANNEL#%s".formatted(channel), SELF);
  }

  /// Who hears of a channel, and what they are told. Not with the channel, so that who may read those cannot read its
  /// secrets.
  static String channelFamily(ChannelId channel) {
    return "CHANNEL#%s#AUDIENCE".formatted(channel);
  }

  static Key subscriber(ChannelId channel, AgentId agent) {
    return new Key(channelFamily(channel), SUBSCRIBERS + agent);
  }

  /// The mirror of a subscriber, at the agent: it says whose notices they read. Both are written in one transaction.
  static Key subscription(WorkspaceId workspace, AgentId agent, ChannelId channel) {
    return new Key(agentFamily(workspace, agent), SUBSCRIPTIONS + channel);
  }

  static final String SUBSCRIBERS = "SUBSCRIBER#";
  static final String SUBSCRIPTIONS = "SUBSCRIPTION#";
  static final String NOTICES = "NOTICE#";
  static final String MEMBERS = "MEMBER#";
  static final String PINS = "PIN#";
  static final String TIMELINE = "AT#";

  static Key channelNotice(ChannelId channel, Instant at, String event) {
    return new Key(channelFamily(channel), notice(at, event));
  }

  private static String notice(Instant at, String event) {
    return notice(at.toEpochMilli(), event);
  }

  static String notice(long at, String event) {
    return NOTICES + millis(at) + "#" + event;
  }

  static Key sent(ChannelId channel, String providerId) {
    return new Key("CHANNEL#%s#SENT#%s".formatted(channel, sha256(providerId).substring(0, 32)), SELF);
  }

  static Key guard(ChannelId channel, String providerId) {
    return new Key("CHANNEL#%s#SEEN#%s".formatted(channel, sha256(providerId).substring(0, 32)), SELF);
  }

  /// The newest come last; the same thing within an hour is the same item.
  static Key quarantined(ChannelId channel, Instant at, String why, String raw) {
    String hash = sha256(why + "\n" + raw).substring(0, 16);
    return new Key(quarantine(channel), millis(at.truncatedTo(ChronoUnit.HOURS)) + "#" + hash);
  }

  static String quarantine(ChannelId channel) {
    return "CHANNEL#%s#QUARANTINE".formatted(channel);
  }

  // ---- folders ------------------------------------------------------------------------------------------------

  static String unassigned(WorkspaceId workspace, Optional<TeamId> team) {
    return "WS#%s#UNASSIGNED#%s".formatted(workspace, team.map(TeamId::value).orElse("-"));
  }

  static String assigned(WorkspaceId workspace, AgentId agent) {
    return "WS#%s#ASSIGNED#%s".formatted(workspace, agent);
  }

  static String closed(WorkspaceId workspace, Optional<AgentId> owner) {
    return "WS#%s#CLOSED#%s".formatted(workspace, owner.map(AgentId::value).orElse("-"));
  }

  static String blocked(WorkspaceId workspace) {
    return "WS#%s#BLOCKED".formatted(workspace);
  }

  static String agents(WorkspaceId workspace) {
    return "WS#%s#AGENTS".formatted(workspace);
  }

  static String teams(WorkspaceId workspace) {
    return "WS#%s#TEAMS".formatted(workspace);
  }

  static String channels(WorkspaceId workspace) {
    return "WS#%s#CHANNELS".formatted(workspace);
  }

  // ---- sort keys that are times -------------------------------------------------------------------------------

  /// 13 digits of milliseconds: sorts as text as it does as a number.
  static String millis(Instant at) {
    return millis(at.toEpochMilli());
  }

  static String millis(long at) {
    return "%013d".formatted(at);
  }

  /// Cut to the minute: within one, activity does not move the index entry, which is one write unit instead of two.
  static String minute(Instant at) {
    return millis(at.truncatedTo(ChronoUnit.MINUTES));
  }

  static String due(int shard) {
    return "DUE#" + shard;
  }

  /// The partition of due work in which something of that name stands.
  static String dueOf(String name) {
    return due(Math.floorMod(name.hashCode(), DUE_SHARDS));
  }

  static String sha256(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
