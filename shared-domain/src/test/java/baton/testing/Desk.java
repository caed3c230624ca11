package baton.testing;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.id;

import baton.agent.Agent;
import baton.channel.Channel;
import baton.contact.Contact;
import baton.contact.ContactCommand;
import baton.contact.ContactCommands;
import baton.conversation.Answer;
import baton.conversation.Caller;
import baton.conversation.Conversation;
import baton.conversation.ConversationCommand;
import baton.conversation.ConversationCommands;
import baton.conversation.Conversations;
import baton.conversation.Conversations.Wanted;
import baton.conversation.IdempotencyKey;
import baton.conversation.IncomingMessage;
import baton.conversation.Intake;
import baton.conversation.Outcome;
import baton.event.Event;
import baton.id.AgentId;
import baton.id.ConversationId;
import baton.id.IdSource;
import baton.message.MessageKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/// Where agents of Acme work: the one command path around an inbox, a clock that is set by hand, and counted ids.
public final class Desk {
  private final InboxUnderTest inbox;
  private final AtomicReference<Instant> now;
  private final IdSource ids;
  private final ConversationCommands commands;
  private final ContactCommands contactCommands;
  private final Intake intake;

  public Desk(InboxUnderTest inbox) {
    this(inbox, UnaryOperator.identity(), new AtomicReference<>(Fixtures.NOW), Fixtures.countedIds());
  }

  /// Another desk at the same inbox, with the same clock and ids, whose table misbehaves.
  public Desk beside(UnaryOperator<Conversations> trouble) {
    return new Desk(inbox, trouble, now, ids);
  }

  private Desk(
      InboxUnderTest inbox, UnaryOperator<Conversations> trouble, AtomicReference<Instant> now, IdSource ids) {
    this.inbox = inbox;
    this.now = now;
    this.ids = ids;
    var conversations = trouble.apply(inbox.conversations());
    commands = new ConversationCommands(conversations, Fixtures.atOnce(), ids, now::get, Desk::answer);
    contactCommands = new ContactCommands(conversations, Fixtures.atOnce(), ids, now::get, Desk::answer);
    intake = new Intake(inbox.messages(), conversations, inbox.contacts(), Fixtures.atOnce(), ids);
  }

  /// Acme with these people, the teams support and sales, and a channel of each kind.
  public Desk with(AgentFixture... people) {
    inbox.put(Fixtures.acme());
    List.of("support", "sales").forEach(team -> inbox.put(Fixtures.called(team)));
    for (Channel channel : List.of(Fixtures.whatsapp(), Fixtures.telegram(), Fixtures.webhook())) {
      inbox.put(channel);
    }
    Arrays.stream(people).map(AgentFixture::agent).forEach(inbox::put);
    return this;
  }

  public Instant now() {
    return now.get();
  }

  public Desk later(Duration by) {
    now.updateAndGet(at -> at.plus(by));
    return this;
  }

  /// The customer's message comes, sent and received now.
  public Desk gets(MessageFixture message) {
    return takesIn(message.at(now()));
  }

  /// The message comes as it is.
  public Desk takesIn(MessageFixture message) {
    intake.receive(message.message());
    return this;
  }

  public Desk takesIn(IncomingMessage message) {
    intake.receive(message);
    return this;
  }

  public Outcome when(String agent, ConversationCommand command) {
    return commands.handle(command, caller(agent, Optional.empty(), OptionalLong.empty()));
  }

  /// Under an idempotency key, the request being that.
  public Outcome when(String agent, ConversationCommand command, String key, String request) {
    return commands.handle(
        command, caller(agent, Optional.of(new IdempotencyKey(key, request)), OptionalLong.empty()));
  }

  /// Only at that version.
  public Outcome when(String agent, ConversationCommand command, long ifMatch) {
    return commands.handle(command, caller(agent, Optional.empty(), OptionalLong.of(ifMatch)));
  }

  public Outcome when(String agent, ContactCommand command) {
    return contactCommands.handle(command, caller(agent, Optional.empty(), OptionalLong.empty()));
  }

  public Outcome when(String agent, ContactCommand command, String key, String request) {
    return contactCommands.handle(
        command, caller(agent, Optional.of(new IdempotencyKey(key, request)), OptionalLong.empty()));
  }

  public Outcome when(String agent, ContactCommand command, long ifMatch) {
    return contactCommands.handle(command, caller(agent, Optional.empty(), OptionalLong.of(ifMatch)));
  }

  public Outcome when(ConversationCommand command, Caller caller) {
    return commands.handle(command, caller);
  }

  public Outcome when(ContactCommand command, Caller caller) {
    return contactCommands.handle(command, caller);
  }

  public static Caller caller(String agent, Optional<IdempotencyKey> key, OptionalLong ifMatch) {
    return new Caller(ACME, id(agent), key, ifMatch);
  }

  public Everything everything() {
    return inbox.everything(ACME);
  }

  /// A conversation, read as a command reads it.
  public Optional<Conversation> conversation(ConversationId id) {
    return Optional.ofNullable(inbox.conversations()
        .load(new Wanted(ACME, Set.of(id), Set.of(), Set.of(), Set.of(), Optional.empty()))
        .conversations().get(id));
  }

  /// An agent, read as a command reads them.
  public Agent agent(AgentId id) {
    return inbox.conversations()
        .load(new Wanted(ACME, Set.of(), Set.of(), Set.of(id), Set.of(), Optional.empty()))
        .agents().get(id);
  }

  /// Kim's conversation on WhatsApp.
  public Conversation kims() {
    return everything().conversations().get(Fixtures.KIMS);
  }

  public Contact kim() {
    return everything().contacts().get(Fixtures.KIMS_ID);
  }

  public List<Event> log() {
    var everything = everything();
    return everything.logOf(everything.conversations().get(Fixtures.KIMS));
  }

  /// The words of the log: `conversation.opened`.
  public List<String> story() {
    return log().stream().map(event -> event.type().word()).toList();
  }

  public List<MessageKey> timeline() {
    return everything().timelines().getOrDefault(Fixtures.KIMS, List.of());
  }

  public int open(String agent) {
    return everything().agents().get(new AgentId(agent)).open();
  }

  private static Answer answer(Outcome done) {
    return switch (done) {
      case Outcome.Done(var conversation, var _, var warnings, var reply) -> new Answer(
          200, conversation.version(),
          conversation.status().word() + " " + conversation.version() + " " + warnings + " "
              + reply.map(MessageKey::toString).orElse(""));
      case Outcome.ContactDone(var contact, var _) -> new Answer(
          200, contact.version(), "contact " + contact.version() + " " + contact.blocked() + " " + contact.pinnedTo());
      case Outcome.Repeated _, Outcome.Refused _ -> throw new IllegalArgumentException("never remembered: " + done);
    };
  }
}
