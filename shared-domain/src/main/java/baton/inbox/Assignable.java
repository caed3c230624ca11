package baton.inbox;

import baton.access.Access;
import baton.access.Access.Answer;
import baton.access.Permission;
import baton.access.Placed;
import baton.agent.Agent;
import baton.agent.Eligibility;
import baton.contact.Contact;
import baton.conversation.Assignment;
import baton.conversation.Conversation;
import baton.id.AgentId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An agent to whom somebody may give a conversation.
///
/// @param holder whether they have it now
/// @param warnings why Baton would not choose them by itself
/// @param workedWithContact whether they have talked to this customer, or the customer is pinned to them
public record Assignable(Agent agent, boolean holder, List<Eligibility.Soft> warnings, boolean workedWithContact) {

  /// Everyone to whom this actor may give it: by the rules that assigning itself obeys. Those who have room come first,
  /// the least busy of them at the top.
  ///
  /// @param worked who has talked to this customer
  public static List<Assignable> of(
      Conversation conversation, Agent actor, Collection<Agent> agents, Set<AgentId> worked) {
    if (conversation.status() == Placed.Status.BLOCKED) {
      return List.of();
    }
    return agents.stream()
        .filter(agent -> mayGive(actor, agent, conversation))
        .filter(agent -> Eligibility.hard(agent, conversation.team()).isEmpty())
        .map(agent -> new Assignable(
            agent, conversation.holder().filter(agent.id()::equals).isPresent(), Eligibility.soft(agent),
            worked.contains(agent.id())))
        .sorted(Comparator.<Assignable, Boolean>comparing(one -> !one.warnings().isEmpty())
            .thenComparing(one -> one.agent().open())
            .thenComparing(one -> one.agent().displayName())
            .thenComparing(one -> one.agent().id().value()))
        .toList();
  }

  /// Who has talked to this customer: they had one of these conversations, or the customer is pinned to them.
  ///
  /// @param theirs conversations of the contact
  public static Set<AgentId> worked(Optional<Contact> contact, Collection<Conversation> theirs) {
    return Stream.concat(
            contact.flatMap(Contact::pinnedTo).stream(),
            theirs.stream().flatMap(
                one -> Stream.concat(one.core().lastAssignee().stream(), one.responsible().stream())))
        .collect(Collectors.toSet());
  }

  private static boolean mayGive(Agent actor, Agent agent, Conversation conversation) {
    return agent.id().equals(actor.id())
        ? Access.check(actor, Permission.TAKE, conversation) == Answer.ALLOWED
        : Access.check(actor, Permission.ASSIGN_OTHERS, conversation) == Answer.ALLOWED
            && Assignment.sharesTeam(actor, agent);
  }
}
