package baton.conversation;

import baton.agent.Agent;
import baton.contact.Contact;
import baton.contact.Contacts;
import baton.conversation.Conversations.Committed;
import baton.conversation.Conversations.Loaded;
import baton.conversation.Conversations.Wanted;
import baton.conversation.IncomingMessages.Appended;
import baton.conversation.Receiving.Arriving;
import baton.event.Actor;
import baton.id.AgentId;
import baton.id.ContactId;
import baton.id.IdSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Takes in customers' messages: into the open conversation without a look at it, and only when there is none by a
/// decision.
public final class Intake {
  private final IncomingMessages messages;
  private final Conversations conversations;
  private final Contacts contacts;
  private final Attempts attempts;
  private final IdSource ids;

  /// Around these ports.
  public Intake(
      IncomingMessages messages, Conversations conversations, Contacts contacts, Attempts attempts, IdSource ids) {
    this.messages = messages;
    this.conversations = conversations;
    this.contacts = contacts;
    this.attempts = attempts;
    this.ids = ids;
  }

  /// Keeps the message; when this returns, it is in its conversation and nothing can lose it.
  ///
  /// @throws Unavailable when the table does not answer: the provider must send it again
  public void receive(IncomingMessage message) {
    String request = ids.next();
    attempts.until(() -> switch (messages.append(message)) {
      case Appended.Stored(var contact, var shownName) -> {
        followName(message, contact, shownName);
        yield Optional.of(true);
      }
      case Appended.Repeated _, Appended.Late _, Appended.Hidden _ -> Optional.of(true);
      case Appended.NotOpen _ -> begin(message, request) == Committed.YES ? Optional.of(true) : Optional.empty();
    });
  }

  private Committed begin(IncomingMessage message, String request) {
    var workspace = message.channel().workspace();
    var loaded = conversations.load(new Wanted(
        workspace, Set.of(message.conversation()), Set.of(message.contact()), Set.of(), Set.of(), Optional.empty()));
    var before = Optional.ofNullable(loaded.conversations().get(message.conversation()));
    var whose = whose(message, loaded);
    var contact = contact(whose, message, loaded);
    var policies = loaded.workspace().policies();
    var current = before.orElseGet(() -> Receiving.fresh(message, whose, contact));
    var candidates = candidates(current, contact);
    var scene = new Arriving(
        message.key(), current, before.isEmpty(), contact, contact.flatMap(Contact::pinnedTo).map(candidates::get),
        current.core().lastAssignee().map(candidates::get), policies.reopen(), policies.closing());
    return switch (Receiving.decide(scene, message.receivedAt())) {
      // Somebody opened it in between: the message only has to be told to it.
      case Decision.Unchanged<ConversationEvent> _ -> Committed.LOST_RACE;
      case Decision.Refused<ConversationEvent> refused -> throw new IllegalStateException("refused " + refused);
      case Decision.Accepted<ConversationEvent>(var events, var _) ->
          commit(message, before, current, contact, events, request);
    };
  }

  private Committed commit(
      IncomingMessage message, Optional<Conversation> before, Conversation current, Optional<Contact> contact,
      List<ConversationEvent> events, String request) {
    var at = message.receivedAt();
    var whose = current.core().contact();
    var moved = Transitions.apply(current, events, event -> actor(event, whose), at);
    var traffic = before.isEmpty()
        ? current.core().traffic()
        : current.core().traffic().restartedBy(message.key(), message.content().preview(), at);
    if (moved.after() instanceof Conversation.Blocked) {
      traffic = traffic.hidden();
    }
    var after = moved.after().with(moved.after().core().movedBy(request).with(traffic));
    var met = contact
        .map(known -> known.alsoIn(message.conversation()))
        .orElseGet(() -> Contact.met(whose, message.channel().workspace(), message.contactName(),
            message.peer().phone().orElse(""), message.conversation()));
    var contactMove = contact.filter(met::equals).isPresent()
        ? Optional.<Change.ContactMove>empty()
        : Optional.of(new Change.ContactMove(contact, met, List.of()));
    return conversations.commit(new Change(
        message.channel().workspace(), request, at, List.of(new Change.Move(before, after, moved.events())),
        contactMove, Optional.empty(), false, Optional.empty()));
  }

  // A conversation stays with its contact although the channel tells less (or more) of the person today. A contact who
  // has written to so many channel accounts that no more would fit gets another contact for each further one.
  private static ContactId whose(IncomingMessage message, Loaded loaded) {
    var known = loaded.conversations().get(message.conversation());
    if (known != null) {
      return known.core().contact();
    }
    var contact = loaded.contacts().get(message.contact());
    return contact == null || contact.takes(message.conversation())
        ? message.contact()
        : new ContactId(message.conversation().value());
  }

  private Optional<Contact> contact(ContactId whose, IncomingMessage message, Loaded loaded) {
    var found = whose.equals(message.contact())
        ? loaded
        : conversations.load(new Wanted(
            loaded.workspace().id(), Set.of(), Set.of(whose), Set.of(), Set.of(), Optional.empty()));
    return Optional.ofNullable(found.contacts().get(whose));
  }

  // The customer begins it; where it goes then, Baton decides.
  private static Actor actor(ConversationEvent event, ContactId contact) {
    return switch (event) {
      case ConversationEvent.Opened _, ConversationEvent.Reopened _ -> Actor.contact(contact);
      case ConversationEvent.Assigned _, ConversationEvent.Unassigned _, ConversationEvent.TeamChanged _,
          ConversationEvent.Closed _, ConversationEvent.Blocked _, ConversationEvent.Unblocked _ ->
          Actor.system("intake");
    };
  }

  // Read only where somebody may get it by themselves: for most new conversations nobody may.
  private Map<AgentId, Agent> candidates(Conversation conversation, Optional<Contact> contact) {
    var agents = new HashSet<AgentId>();
    contact.flatMap(Contact::pinnedTo).ifPresent(agents::add);
    conversation.core().lastAssignee().ifPresent(agents::add);
    if (agents.isEmpty()) {
      return Map.of();
    }
    return conversations
        .load(new Wanted(
            conversation.core().workspace(), Set.of(), Set.of(), agents, Set.of(), Optional.empty()))
        .agents();
  }

  private void followName(IncomingMessage message, ContactId contact, String shownName) {
    if (message.peer().name().isPresent() && !message.contactName().equals(shownName)) {
      contacts.called(message.channel().workspace(), contact, message.conversation(), message.contactName());
    }
  }
}
