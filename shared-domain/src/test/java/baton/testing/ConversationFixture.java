package baton.testing;

import baton.channel.Channel;
import baton.channel.ChannelKind;
import baton.conversation.Conversation;
import baton.conversation.Conversation.Core;
import baton.conversation.Traffic;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.ConversationId;
import baton.id.TeamId;
import java.time.Instant;
import java.util.Optional;

/// A conversation that reads as data: `assignedTo("ana").in("support").since(NOW)`.
public record ConversationFixture(Conversation conversation) {

  public ConversationFixture in(String team) {
    Core core = core();
    return with(new Core(core.workspace(), core.id(), core.channel(), core.channelKind(), core.contact(),
        core.contactName(), core.address(), Optional.of(new TeamId(team)), core.lastAssignee(), core.episode(),
        core.openedAt(), core.openedBy(), core.idleCheckAt(), core.version(), core.lastRequest(), core.traffic()));
  }

  public ConversationFixture lastHeldBy(String agent) {
    Core core = core();
    return with(new Core(core.workspace(), core.id(), core.channel(), core.channelKind(), core.contact(),
        core.contactName(), core.address(), core.team(), Optional.of(new AgentId(agent)), core.episode(),
        core.openedAt(), core.openedBy(), core.idleCheckAt(), core.version(), core.lastRequest(), core.traffic()));
  }

  public ConversationFixture version(long version) {
    Core core = core();
    return with(new Core(core.workspace(), core.id(), core.channel(), core.channelKind(), core.contact(),
        core.contactName(), core.address(), core.team(), core.lastAssignee(), core.episode(), core.openedAt(),
        core.openedBy(), core.idleCheckAt(), version, core.lastRequest(), core.traffic()));
  }

  /// Another of the contact's conversations, on that channel.
  public ConversationFixture named(String id, Channel channel) {
    return placed(new ConversationId(id), channel.id(), channel.kind());
  }

  /// The same on a channel that cannot send.
  public ConversationFixture onWebhook() {
    return placed(core().id(), Fixtures.webhook().id(), ChannelKind.WEBHOOK);
  }

  public ConversationFixture with(Traffic traffic) {
    return with(core().with(traffic));
  }

  public ConversationFixture since(Instant since) {
    return new ConversationFixture(switch (conversation) {
      case Conversation.Unassigned(var core, var _) -> new Conversation.Unassigned(core, since);
      case Conversation.Assigned(var core, var assignee, var _) -> new Conversation.Assigned(core, assignee, since);
      case Conversation.Closed(var core, var owner, var _) -> new Conversation.Closed(core, owner, since);
      case Conversation.Blocked(var core, var wasClosed, var owner, var _) ->
          new Conversation.Blocked(core, wasClosed, owner, since);
    });
  }

  private ConversationFixture placed(ConversationId id, ChannelId channel, ChannelKind kind) {
    Core core = core();
    return with(new Core(core.workspace(), id, channel, kind, core.contact(), core.contactName(), core.address(),
        core.team(), core.lastAssignee(), core.episode(), core.openedAt(), core.openedBy(), core.idleCheckAt(), core.version(),
        core.lastRequest(), core.traffic()));
  }

  private Core core() {
    return conversation.core();
  }

  private ConversationFixture with(Core core) {
    return new ConversationFixture(conversation.with(core));
  }
}
