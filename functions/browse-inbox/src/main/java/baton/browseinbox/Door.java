package baton.browseinbox;

import baton.conversation.Conversations;
import baton.conversation.Conversations.Loaded;
import baton.conversation.Conversations.Wanted;
import baton.conversation.Rejection;
import baton.http.Callers;
import baton.http.Problem;
import baton.http.Request;
import baton.http.Response;
import baton.id.AgentId;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.id.TeamId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Who looks is read with every request, as they are now: what was taken from them is gone from the next look on.
final class Door {
  private final Conversations conversations;

  Door(Conversations conversations) {
    this.conversations = conversations;
  }

  /// What is read in the same breath as the agent.
  record Also(Set<ConversationId> conversations, Set<ContactId> contacts, Set<AgentId> agents, Set<TeamId> teams) {
    static final Also NOTHING = new Also(Set.of(), Set.of(), Set.of(), Set.of());

    static Also of(ConversationId conversation) {
      return new Also(Set.of(conversation), Set.of(), Set.of(), Set.of());
    }

    static Also of(Set<ConversationId> conversations) {
      return new Also(conversations, Set.of(), Set.of(), Set.of());
    }

    static Also of(ContactId contact) {
      return new Also(Set.of(), Set.of(contact), Set.of(), Set.of());
    }
  }

  /// Lets an active agent in to that; anybody else is told that they are none.
  Response open(Request request, Also also, Function<Visitor, Response> then) {
    return admit(request, load(request, also), then);
  }

  /// Likewise, when it has been read already.
  Response admit(Request request, Loaded loaded, Function<Visitor, Response> then) {
    return visitor(request, loaded)
        .map(then)
        .orElseGet(() -> Problem.of(new Rejection.UnknownActor(), request.id()));
  }

  /// The agent, if they are an active one.
  Optional<Visitor> visitor(Request request, Loaded loaded) {
    return Optional.ofNullable(loaded.agents().get(Callers.agent(request)))
        .filter(agent -> agent.isActive())
        .map(agent -> new Visitor(request, loaded.workspace(), agent, loaded));
  }

  /// One consistent read.
  Loaded load(Request request, Also also) {
    var agents = new HashSet<>(also.agents());
    agents.add(Callers.agent(request));
    return conversations.load(new Wanted(
        Callers.workspace(request), also.conversations(), also.contacts(), agents, also.teams(), Optional.empty()));
  }
}
