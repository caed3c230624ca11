package baton.conversation;

import baton.access.Visibility;
import baton.agent.Agent;
import baton.conversation.Conversations.Wanted;
import baton.conversation.ReadMarks.Expected;
import baton.conversation.ReadMarks.Marked;
import baton.id.ConversationId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An agent looks at a conversation. Only its assignee's look clears the unread mark, and never over a message that they
/// have not seen; anybody else who may see it is told how it stands, and changes nothing (S17).
///
/// The conversation is not read before: that its head names the agent as its assignee *is* the permission to see it.
/// Whether they may act at all is asked first, because the token of somebody who was suspended is believed for a while.
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
    return actor(caller)
        .filter(Agent::isActive)
        .map(actor -> mark(conversation, seen, caller, actor))
        .orElseGet(() -> new Outcome.Refused(new Rejection.UnknownActor()));
  }

  private Outcome mark(ConversationId conversation, Optional<Seen> seen, Caller caller, Agent actor) {
    return switch (marks.mark(
        caller.workspace(), conversation, caller.agent(), new Expected(seen, caller.ifMatch()), clock.instant())) {
      case Marked.Read(var now) -> done(now, true);
      case Marked.Kept(var now) when !Visibility.sees(actor, now) -> notFound();
      case Marked.Kept(var now) when caller.ifMatch().isPresent() && caller.ifMatch().getAsLong() != now.version() ->
          new Outcome.Refused(new Rejection.VersionConflict(now));
      case Marked.Kept(var now) -> done(now, false);
      case Marked.Unknown _ -> notFound();
    };
  }

  private static Outcome notFound() {
    return new Outcome.Refused(new Rejection.NotFound("conversation"));
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
