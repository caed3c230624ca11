package baton.contact;

import baton.access.Access;
import baton.access.Permission;
import baton.access.Visibility;
import baton.agent.Agent;
import baton.contact.ContactCommand.Block;
import baton.contact.ContactCommand.BlockingCommand;
import baton.contact.ContactCommand.Pin;
import baton.contact.ContactCommand.PinningCommand;
import baton.contact.ContactCommand.Unblock;
import baton.contact.ContactCommand.Unpin;
import baton.contact.Pinning.Tying;
import baton.conversation.AnswerWriter;
import baton.conversation.Attempts;
import baton.conversation.Caller;
import baton.conversation.Change;
import baton.conversation.Conversation;
import baton.conversation.Conversations;
import baton.conversation.Conversations.Committed;
import baton.conversation.Conversations.Loaded;
import baton.conversation.Conversations.Wanted;
import baton.conversation.Decision;
import baton.conversation.Outcome;
import baton.conversation.Rejection;
import baton.conversation.Transitions;
import baton.event.Actor;
import baton.event.Event;
import baton.id.AgentId;
import baton.id.IdSource;
import baton.workspace.ClosingPolicy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/// Carries out what agents wish of contacts: load, ask access, decide, commit; again when a race was lost.
public final class ContactCommands {
  private final Conversations conversations;
  private final Attempts attempts;
  private final IdSource ids;
  private final InstantSource clock;
  private final AnswerWriter answers;

  /// Around these ports.
  public ContactCommands(
      Conversations conversations, Attempts attempts, IdSource ids, InstantSource clock, AnswerWriter answers) {
    this.conversations = conversations;
    this.attempts = attempts;
    this.ids = ids;
    this.clock = clock;
    this.answers = answers;
  }

  /// Does it, or says what stands in the way.
  public Outcome handle(ContactCommand command, Caller caller) {
    String request = caller.request(ids);
    var tried = new AtomicBoolean();
    return attempts.until(() -> attempt(command, caller, request, tried.getAndSet(true)));
  }

  private Optional<Outcome> attempt(ContactCommand command, Caller caller, String request, boolean again) {
    var loaded = conversations.load(wanted(command, caller));
    var actor = loaded.agents().get(caller.agent());
    if (actor == null || !actor.isActive()) {
      return refused(new Rejection.UnknownActor());
    }
    var kept = caller.repeated(loaded);
    if (kept.isPresent()) {
      return kept;
    }
    var contact = loaded.contacts().get(command.contact());
    if (contact == null) {
      return refused(new Rejection.NotFound("contact"));
    }
    var theirs = conversationsOf(contact);
    boolean mayBeMine = again && caller.key().isEmpty();
    if (mayBeMine && theirs.stream().anyMatch(conversation -> conversation.core().lastRequest().equals(request))) {
      // An earlier attempt of this very request was committed, although its answer was lost; it may have put the contact
      // out of the actor's sight.
      return Optional.of(new Outcome.ContactDone(contact, true));
    }
    if (!sees(actor, contact, command instanceof Block ? Blocking.heard(theirs) : theirs)) {
      return refused(new Rejection.NotFound("contact"));
    }
    var permission = permission(command, actor.id());
    if (!Access.holds(actor, permission)) {
      return refused(new Rejection.Forbidden(permission));
    }
    if (caller.ifMatch().isPresent() && caller.ifMatch().getAsLong() != contact.version()) {
      return refused(new Rejection.ContactVersionConflict(contact));
    }
    return switch (decide(command, loaded, actor, contact, theirs)) {
      case Decision.Refused<ContactEvent>(var rejection) -> refused(rejection);
      case Decision.Unchanged<ContactEvent> _ -> Optional.of(new Outcome.ContactDone(contact, false));
      case Decision.Accepted<ContactEvent>(var events, var _) ->
          commit(contact, theirs, events, caller, request, loaded.workspace().policies().closing());
    };
  }

  private static Decision<ContactEvent> decide(
      ContactCommand command, Loaded loaded, Agent actor, Contact contact, List<Conversation> theirs) {
    return switch (command) {
      case PinningCommand wish -> Pinning.decide(
          wish, new Tying(contact, actor, target(wish).map(loaded.agents()::get), theirs));
      case BlockingCommand wish -> Blocking.decide(wish, contact);
    };
  }

  private Optional<Outcome> commit(
      Contact before, List<Conversation> theirs, List<ContactEvent> events, Caller caller, String request,
      ClosingPolicy closing) {
    var now = clock.instant();
    var actor = Actor.agent(caller.agent());
    var log = new ArrayList<Event>();
    var after = before;
    for (var event : events) {
      after = after.after(event, now);
      log.add(event.logged(after, actor, now));
    }
    var done = new Outcome.ContactDone(after, true);
    var change = new Change(
        before.workspace(), request, now, follow(events, theirs, actor, request, closing, now),
        Optional.of(new Change.ContactMove(Optional.of(before), after, List.copyOf(log))), Optional.empty(), false,
        caller.key().map(key -> new Change.Remembered(caller.agent(), key, answers.answer(done))));
    return conversations.commit(change) == Committed.YES ? Optional.of(done) : Optional.empty();
  }

  private static List<Change.Move> follow(
      List<ContactEvent> events, List<Conversation> theirs, Actor actor, String request, ClosingPolicy closing,
      Instant now) {
    var moves = new ArrayList<Change.Move>();
    for (var conversation : theirs) {
      var following = events.stream()
          .flatMap(event -> Blocking.follow(event, conversation, closing, now).stream())
          .toList();
      if (!following.isEmpty()) {
        var moved = Transitions.apply(conversation, following, actor, now);
        var after = moved.after().with(moved.after().core().movedBy(request));
        moves.add(new Change.Move(Optional.of(conversation), after, moved.events()));
      }
    }
    return List.copyOf(moves);
  }

  private List<Conversation> conversationsOf(Contact contact) {
    var wanted = new Wanted(
        contact.workspace(), Set.copyOf(contact.conversations()), Set.of(), Set.of(), Set.of(), Optional.empty());
    var loaded = conversations.load(wanted).conversations();
    return contact.conversations().stream().filter(loaded::containsKey).map(loaded::get).toList();
  }

  /// Whether this agent may know the contact. Whoever they are pinned to can take the pin off, also when the conversation
  /// went where they do not see it.
  ///
  /// @param theirs all conversations of the contact
  public static boolean sees(Agent actor, Contact contact, List<Conversation> theirs) {
    return contact.pinnedTo().filter(actor.id()::equals).isPresent()
        || theirs.stream().anyMatch(conversation -> Visibility.sees(actor, conversation));
  }

  private static Wanted wanted(ContactCommand command, Caller caller) {
    var agents = new HashSet<>(Set.of(caller.agent()));
    target(command).ifPresent(agents::add);
    return new Wanted(
        caller.workspace(), Set.of(), Set.of(command.contact()), agents, Set.of(), caller.agentKey());
  }

  private static Permission permission(ContactCommand command, AgentId me) {
    return switch (command) {
      case Pin(var _, var to) -> to.equals(me) ? Permission.PIN_SELF : Permission.PIN_OTHERS;
      case Unpin _ -> Permission.UNPIN_SELF;
      case Block _ -> Permission.BLOCK;
      case Unblock _ -> Permission.MANAGE_BLOCKED;
    };
  }

  private static Optional<AgentId> target(ContactCommand command) {
    return command instanceof Pin(var _, var to) ? Optional.of(to) : Optional.empty();
  }

  private static Optional<Outcome> refused(Rejection rejection) {
    return Optional.of(new Outcome.Refused(rejection));
  }
}
