package baton.testing;

import baton.access.Role;
import baton.agent.Account;
import baton.agent.Agent;
import baton.agent.Availability;
import baton.agent.Team;
import baton.channel.Channel;
import baton.channel.ChannelKind;
import baton.channel.Identity;
import baton.channel.Peer;
import baton.contact.Contact;
import baton.conversation.Attempts;
import baton.conversation.Conversation;
import baton.conversation.Conversation.Core;
import baton.conversation.IncomingMessage;
import baton.conversation.Traffic;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.id.IdSource;
import baton.id.TeamId;
import baton.id.WorkspaceId;
import baton.message.Content;
import baton.message.MessageKey;
import baton.workspace.ClosingPolicy;
import baton.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// The workspace Acme at nine o'clock, its people, and Kim, who writes to it.
public final class Fixtures {
  public static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  public static final WorkspaceId ACME = new WorkspaceId("acme");
  public static final String SALT = "00112233445566778899aabbccddeeff";
  public static final Duration IDLE_AFTER = Duration.ofDays(7);
  public static final ClosingPolicy CLOSING = new ClosingPolicy(IDLE_AFTER);
  public static final Peer KIM = new Peer("kim-1", Optional.of("+4915112345678"), Optional.of("Kim"));
  public static final Peer LEE = new Peer("lee-1", Optional.of("+4915187654321"), Optional.of("Lee"));

  private Fixtures() {}

  public static AgentId id(String agent) {
    return new AgentId(agent);
  }

  public static TeamId team(String name) {
    return new TeamId(name);
  }

  public static Workspace acme() {
    return new Workspace(ACME, "Acme", ZoneId.of("Europe/Berlin"), IDLE_AFTER, SALT);
  }

  public static Team called(String team) {
    return new Team(team(team), ACME, team);
  }

  // --- people

  public static AgentFixture online(String name) {
    return somebody(name, Availability.AVAILABLE);
  }

  public static AgentFixture busy(String name) {
    return somebody(name, Availability.BUSY);
  }

  public static AgentFixture away(String name) {
    return somebody(name, Availability.AWAY);
  }

  public static AgentFixture offline(String name) {
    return somebody(name, Availability.OFFLINE);
  }

  public static AgentFixture suspended(String name) {
    return online(name).account(Account.SUSPENDED);
  }

  public static AgentFixture superAdmin(String name) {
    return online(name).as(Role.SUPER_ADMIN);
  }

  public static AgentFixture manager(String name) {
    return online(name).as(Role.MANAGER);
  }

  public static AgentFixture restricted(String name) {
    return online(name).as(Role.RESTRICTED_OPERATOR);
  }

  public static AgentFixture observer(String name) {
    return online(name).as(Role.OBSERVER);
  }

  private static AgentFixture somebody(String name, Availability availability) {
    return new AgentFixture(new Agent(
        id(name), ACME, name, name + "@acme.example", Account.ACTIVE, Set.of(Role.OPERATOR), Set.of(), availability, 5, 0));
  }

  // --- channels

  public static Channel whatsapp() {
    return channel("wa-1", ChannelKind.WHATSAPP, "15550001111");
  }

  public static Channel telegram() {
    return channel("tg-1", ChannelKind.TELEGRAM, "acme_bot");
  }

  public static Channel webhook() {
    return channel("hook-1", ChannelKind.WEBHOOK, "");
  }

  public static Channel channel(String id, ChannelKind kind, String account) {
    return new Channel(
        new ChannelId(id), ACME, kind, id, account, Optional.empty(),
        List.of(new Channel.Secret("s3cret", Optional.empty())), "verify-me", "send-me", SALT);
  }

  /// The same channel, its conversations entering that team's queue.
  public static Channel in(String team, Channel channel) {
    return new Channel(
        channel.id(), channel.workspace(), channel.kind(), channel.name(), channel.account(),
        Optional.of(team(team)), channel.signing(), channel.verifyToken(), channel.sendToken(), channel.salt());
  }

  // --- what customers say

  public static MessageFixture message(String text) {
    return new MessageFixture(whatsapp(), KIM, text, "wamid." + MessageKey.hash(text), NOW, NOW);
  }

  // --- conversations, all of Kim on WhatsApp

  public static ConversationFixture waiting() {
    return new ConversationFixture(new Conversation.Unassigned(core(), NOW));
  }

  public static ConversationFixture assignedTo(String agent) {
    return new ConversationFixture(new Conversation.Assigned(core(), id(agent), NOW)).lastHeldBy(agent);
  }

  public static ConversationFixture closedBy(String agent) {
    return new ConversationFixture(new Conversation.Closed(ended(), Optional.of(id(agent)), NOW)).lastHeldBy(agent);
  }

  public static ConversationFixture closed() {
    return new ConversationFixture(new Conversation.Closed(ended(), Optional.empty(), NOW));
  }

  public static ConversationFixture blocked() {
    return new ConversationFixture(new Conversation.Blocked(ended(), false, Optional.empty(), NOW));
  }

  public static ConversationFixture blockedAfterClosingBy(String agent) {
    return new ConversationFixture(new Conversation.Blocked(ended(), true, Optional.of(id(agent)), NOW))
        .lastHeldBy(agent);
  }

  private static Core core() {
    IncomingMessage first = message("hello").message();
    return new Core(
        ACME, KIMS, whatsapp().id(), ChannelKind.WHATSAPP, KIMS_ID, "Kim", "+4915112345678", Optional.empty(),
        Optional.empty(), 1, NOW, Optional.of(first.key()), Optional.of(CLOSING.nextLook(NOW, NOW)), 1, "request-0",
        Traffic.startedBy(first.key(), Content.text("hello").preview(), NOW));
  }

  private static Core ended() {
    Core open = core();
    return new Core(
        open.workspace(), open.id(), open.channel(), open.channelKind(), open.contact(), open.contactName(),
        open.address(), open.team(), open.lastAssignee(), 1, NOW, open.openedBy(), Optional.empty(), 2,
        open.lastRequest(), open.traffic());
  }

  // --- contacts

  public static final ConversationId KIMS = Identity.conversation(whatsapp(), KIM);
  public static final ContactId KIMS_ID = Identity.contact(whatsapp(), KIM);

  public static Contact kim() {
    return Contact.met(KIMS_ID, ACME, "Kim", "+4915112345678", KIMS);
  }

  public static Contact kimPinnedTo(String agent) {
    return new Contact(
        KIMS_ID, ACME, "Kim", "Kim", "+4915112345678", Optional.of(id(agent)), Optional.of(NOW), false, List.of(KIMS), 1);
  }

  public static Contact kimBlocked() {
    return new Contact(
        KIMS_ID, ACME, "Kim", "Kim", "+4915112345678", Optional.empty(), Optional.empty(), true, List.of(KIMS), 1);
  }

  // --- what is passed in

  /// Ids in the order of their making: `id-000001`, `id-000002` …
  public static IdSource countedIds() {
    var count = new AtomicLong();
    return () -> "id-%06d".formatted(count.incrementAndGet());
  }

  /// Five tries, no waiting.
  public static Attempts atOnce() {
    return Attempts.standard(() -> NOW, _ -> 0, _ -> {});
  }
}
