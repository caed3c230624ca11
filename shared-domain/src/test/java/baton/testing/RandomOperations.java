package baton.testing;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.observer;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.restricted;
import static baton.testing.Fixtures.superAdmin;
import static baton.testing.Fixtures.team;
import static baton.testing.Fixtures.telegram;
import static baton.testing.Fixtures.webhook;
import static baton.testing.Fixtures.whatsapp;

import baton.agent.Availability;
import baton.channel.Channel;
import baton.channel.Identity;
import baton.channel.Peer;
import baton.contact.ContactCommand;
import baton.conversation.Caller;
import baton.conversation.Conversation;
import baton.conversation.ConversationCommand;
import baton.conversation.ConversationCommand.KeepAssignee;
import baton.conversation.ConversationCommand.Target;
import baton.conversation.IdempotencyKey;
import baton.conversation.Seen;
import baton.id.AgentId;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.testing.Operation.Arrives;
import baton.testing.Operation.ContactWish;
import baton.testing.Operation.Declares;
import baton.testing.Operation.Passes;
import baton.testing.Operation.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Function;

/// What agents and customers of Acme do all day, in an order that a seed decides: claims, gifts, replies, closings, pins,
/// blocks; messages in order, late, and twice; requests repeated under their key.
final class RandomOperations {
  static final List<AgentFixture> PEOPLE = List.of(
      online("ana").in("support"), online("bo").in("support", "sales").of(2), online("cy").in("sales"), online("di"),
      manager("mo"), superAdmin("sam"), restricted("re"), observer("vi"));

  private static final List<Channel> CHANNELS = List.of(Fixtures.in("support", whatsapp()), telegram(), webhook());
  private static final List<Peer> CUSTOMERS = List.of(
      Fixtures.KIM, Fixtures.LEE, new Peer("7", Optional.empty(), Optional.of("Seven")),
      new Peer("8", Optional.empty(), Optional.empty()));
  private static final List<String> AGENTS =
      List.of("ana", "ana", "bo", "bo", "cy", "di", "mo", "mo", "sam", "re", "vi", "nobody");

  private final Random random;
  private final List<Arrives> delivered = new ArrayList<>();
  private final List<Operation> keyed = new ArrayList<>();
  private int count;

  RandomOperations(long seed) {
    random = new Random(seed);
  }

  /// The next one.
  ///
  /// @param now the clock of the desks
  /// @param known a conversation as one of the inboxes has it, to wish what can be wished
  Operation next(Instant now, Function<ConversationId, Optional<Conversation>> known) {
    count++;
    int dice = random.nextInt(100);
    if (dice < 8) {
      return new Passes(dice == 0 ? Duration.ofHours(50) : Duration.ofMillis(1 + random.nextInt(90_000)));
    }
    if (dice < 11) {
      return new Declares(id(one(AGENTS.subList(0, 6))), one(List.of(Availability.values())));
    }
    if (dice < 40) {
      return arrives(now);
    }
    if (dice < 44 && !keyed.isEmpty()) {
      return one(keyed);
    }
    var operation = dice < 56 ? contactWish() : wish(known);
    if (caller(operation).key().isPresent()) {
      keyed.add(operation);
    }
    return operation;
  }

  private Arrives arrives(Instant now) {
    if (!delivered.isEmpty() && random.nextInt(5) == 0) {
      return one(delivered);
    }
    // Some come late, some from a clock that runs ahead, some within the same moment.
    int seconds = random.nextInt(6) == 0 ? random.nextInt(400) - 200 : 0;
    var message = new Arrives(new MessageFixture(
        one(CHANNELS), one(CUSTOMERS), "text " + count, "provider-" + count, now.plusSeconds(seconds), now).message());
    delivered.add(message);
    return message;
  }

  private Wish wish(Function<ConversationId, Optional<Conversation>> known) {
    var conversation = conversation();
    var seen = known.apply(conversation);
    var holder = seen.flatMap(Conversation::holder).filter(_ -> random.nextInt(5) < 2);
    return new Wish(
        command(conversation, seen),
        asking(holder.map(AgentId::value).orElseGet(() -> one(AGENTS)), seen.map(Conversation::version)));
  }

  private ConversationCommand command(ConversationId conversation, Optional<Conversation> known) {
    return switch (random.nextInt(16)) {
      case 0, 1, 2 -> new ConversationCommand.Claim(conversation);
      case 3, 4 -> new ConversationCommand.Assign(conversation, target(), random.nextBoolean());
      case 5, 6 -> new ConversationCommand.Reassign(
          conversation, random.nextBoolean() ? Optional.empty() : Optional.of(agent()), target());
      case 7 -> new ConversationCommand.Unassign(conversation);
      case 8, 9, 10 -> new ConversationCommand.Close(conversation, seen(known), random.nextInt(4) == 0);
      case 11 -> new ConversationCommand.Reopen(conversation);
      default -> new ConversationCommand.Reply(
          conversation, "reply " + count, random.nextInt(3) == 0, seen(known), random.nextInt(4) == 0,
          random.nextInt(4) == 0 ? Optional.of("provider-1") : Optional.empty());
    };
  }

  private ContactWish contactWish() {
    var contact = contact();
    String who = one(AGENTS);
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> new ContactWish(new ContactCommand.Pin(contact, id(who)), asking(who, Optional.empty()));
      case 3, 4 -> new ContactWish(new ContactCommand.Pin(contact, agent()), asking("mo", Optional.empty()));
      case 5, 6 -> new ContactWish(new ContactCommand.Unpin(contact), asking(who, Optional.empty()));
      case 7 -> new ContactWish(new ContactCommand.Block(contact), asking(who, Optional.empty()));
      case 8 -> new ContactWish(new ContactCommand.Unblock(contact), asking(who, Optional.empty()));
      default -> new ContactWish(new ContactCommand.Unblock(contact), asking("sam", Optional.empty()));
    };
  }

  private Optional<Seen> seen(Optional<Conversation> known) {
    var now = known.map(conversation -> conversation.core().traffic().seen());
    return switch (random.nextInt(4)) {
      case 0 -> now;
      case 1 -> now.map(seen -> new Seen(seen.lastKey(), Optional.empty()));
      default -> Optional.empty();
    };
  }

  private Target target() {
    return random.nextInt(3) == 0
        ? new ConversationCommand.ToTeam(
            team(one(List.of("support", "sales", "nowhere"))), one(List.of(KeepAssignee.values())))
        : new ConversationCommand.ToAgent(agent());
  }

  private Caller asking(String agent, Optional<Long> version) {
    var key = random.nextInt(4) == 0
        ? Optional.of(new IdempotencyKey("key-" + random.nextInt(400), "request-" + count))
        : Optional.<IdempotencyKey>empty();
    boolean conditional = version.isPresent() && random.nextInt(6) == 0;
    return new Caller(ACME, id(agent), key,
        conditional ? OptionalLong.of(version.get() - random.nextInt(2)) : OptionalLong.empty());
  }

  private ConversationId conversation() {
    return random.nextInt(40) == 0
        ? new ConversationId("nothing")
        : Identity.conversation(one(CHANNELS), one(CUSTOMERS));
  }

  private ContactId contact() {
    return Identity.contact(one(CHANNELS), one(CUSTOMERS));
  }

  private AgentId agent() {
    return id(one(AGENTS));
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static Caller caller(Operation operation) {
    return switch (operation) {
      case Wish(var _, var caller) -> caller;
      case ContactWish(var _, var caller) -> caller;
      case Arrives _, Declares _, Passes _ -> throw new IllegalArgumentException("nobody asks for " + operation);
    };
  }
}
