package baton.conversation;

import baton.access.Visibility;
import baton.agent.Agent;
import baton.conversation.Conversations.Wanted;
import baton.conversation.ReadMarks.Marked;
import baton.id.ConversationId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An agent looks at a conversation. Only its assignee's look clears the unread mark, and never over a message that they
/// have not seen; anybody else who may see it is told how it stands, and changes nothing (S17).
///
/// The common case reads nothing: that the head names the agent as its assignee *is* the permission to see it. Who the
/// agent is, and what else they may see, is asked only when that does not hold.
public final class Reading {
  private final ReadMarks marks;
  private final Conversations conversations;
  private final InstantSource clock;

  /// Around these ports.
  public Reading(ReadMarks marks, Conversations conversations, InstantSource clock) {
    this.marks = marks;
    this.conversations = conversations;
    this.clock = clock;
  }

  /// Marks it read, or says what stands in the way.
  public Outcome handle(ConversationId conversation, Optional<Seen> seen, Caller caller) {
    return switch (marks.mark(caller.workspace(), conversation, caller.agent(), seen, clock.instant())) {
      case Marked.Read(var now) -> done(now, true);
      case Marked.Kept(var now) -> unmarked(actor(caller), Optional.of(now));
      case Marked.Unknown _ -> unmarked(actor(caller), Optional.empty());
    };
  }

  /// The answer to somebody who could not mark it.
  static Outcome unmarked(Optional<Agent> actor, Optional<Conversation> conversation) {
    if (actor.filter(Agent::isActive).isEmpty()) {
      return new Outcome.Refused(new Rejection.UnknownActor());
    }
    return conversation
        .filter(now -> Visibility.sees(actor.get(), now))
        .map(now -> done(now, false))
        .orElseGet(() -> new Outcome.Refused(new Rejection.NotFound("conversation")));
  }

  private Optional<Agent> actor(Caller caller) {
    var wanted = new Wanted(
        caller.workspace(), Set.of(), Set.of(), Set.of(caller.agent()), Set.of(), Optional.empty());
    return Optional.ofNullable(conversations.load(wanted).agents().get(caller.agent()));
  }

  private static Outcome done(Conversation conversation, boolean changed) {
    return new Outcome.Done(conversation, changed, List.of(), Optional.empty());
  }
}
