package baton.testing;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.team;

import baton.agent.Account;
import baton.agent.Availability;
import baton.channel.Channel;
import baton.channel.Identity;
import baton.channel.Peer;
import baton.contact.ContactCommand;
import baton.conversation.Caller;
import baton.conversation.ConversationCommand;
import baton.conversation.ConversationCommand.KeepAssignee;
import baton.conversation.Outcome;
import baton.id.AgentId;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.id.IdSource;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What has happened before a test begins, told in sentences, each a second after the one before:
///
/// - `kim writes: hello`, `lee writes on telegram: hello`
/// - `ana claims kim`, `mia assigns kim to bo`, `mia assigns kim to team sales`, `ana returns kim`
/// - `ana closes kim`, `ana reopens kim`, `ana replies to kim: on its way`
/// - `ana pins kim`, `ana unpins kim`, `ana blocks kim`, `mia unblocks kim`
/// - `bo is away`, `bo is full`, `bo is suspended`, `3 days pass`
///
/// A person's conversation is the one on WhatsApp, unless it says `kim on telegram`.
final class Story {
  private static final String WHOSE = "(kim|lee)(?: on (whatsapp|telegram|webhook))?";

  private final World world;
  private final IdSource providerIds = Fixtures.countedIds();
  private final Map<Pattern, BiConsumer<Story, MatchResult>> sentences = new LinkedHashMap<>();

  Story(World world) {
    this.world = world;
    sentence("(kim|lee) writes(?: on (whatsapp|telegram|webhook))?: (.*)", Story::writes);
    conversation("claims", (_, id) -> new ConversationCommand.Claim(id));
    conversation("returns", (_, id) -> new ConversationCommand.Unassign(id));
    conversation("closes", (_, id) -> new ConversationCommand.Close(id, Optional.empty(), false));
    conversation("reopens", (_, id) -> new ConversationCommand.Reopen(id));
    sentence("(\\w+) assigns " + WHOSE + " to (team )?(\\w+)", Story::assigns);
    sentence("(\\w+) replies to " + WHOSE + ": (.*)", Story::replies);
    contact("pins", (agent, id) -> new ContactCommand.Pin(id, agent));
    contact("unpins", (_, id) -> new ContactCommand.Unpin(id));
    contact("blocks", (_, id) -> new ContactCommand.Block(id));
    contact("unblocks", (_, id) -> new ContactCommand.Unblock(id));
    sentence("(\\w+) is (available|busy|away|offline)", (story, said) -> story.world.change(
        said.group(1), agent -> agent.with(Availability.of(said.group(2)).orElseThrow())));
    sentence("(\\w+) is full", (story, said) -> story.world.change(
        said.group(1), agent -> new AgentFixture(agent).of(agent.open()).agent()));
    sentence("(\\w+) is suspended", (story, said) -> story.world.change(
        said.group(1), agent -> new AgentFixture(agent).account(Account.SUSPENDED).agent()));
    sentence("(\\d+) (seconds|minutes|hours|days) pass", (story, said) -> story.world.later(Duration.of(
        Long.parseLong(said.group(1)), ChronoUnit.valueOf(said.group(2).toUpperCase(Locale.ROOT)))));
  }

  void tell(String sentence) {
    world.later(Duration.ofSeconds(1));
    for (var known : sentences.entrySet()) {
      var said = known.getKey().matcher(sentence);
      if (said.matches()) {
        known.getValue().accept(this, said.toMatchResult());
        return;
      }
    }
    throw new IllegalArgumentException("no story has this sentence: " + sentence);
  }

  /// Makes the command of an agent, an id and nothing else.
  @FunctionalInterface
  private interface Wish<I, C> {
    C about(AgentId agent, I id);
  }

  private void sentence(String pattern, BiConsumer<Story, MatchResult> telling) {
    sentences.put(Pattern.compile(pattern), telling);
  }

  private void conversation(String verb, Wish<ConversationId, ConversationCommand> wish) {
    sentence("(\\w+) " + verb + " " + WHOSE, (story, said) ->
        story.does(said.group(1), wish.about(id(said.group(1)), conversation(said))));
  }

  private void contact(String verb, Wish<ContactId, ContactCommand> wish) {
    sentence("(\\w+) " + verb + " " + WHOSE, (story, said) -> story.does(said.group(1), wish.about(
        id(said.group(1)), Identity.contact(channel(said.group(3)), person(said.group(2))))));
  }

  private void writes(MatchResult said) {
    world.wiring().intake().receive(Fixtures.message(said.group(3))
        .on(channel(said.group(2))).from(person(said.group(1))).id("wamid." + providerIds.next()).at(world.now())
        .message());
  }

  private void replies(MatchResult said) {
    does(said.group(1), new ConversationCommand.Reply(
        conversation(said), said.group(4), false, Optional.empty(), false, Optional.empty()));
  }

  private void assigns(MatchResult said) {
    ConversationCommand.Target target = said.group(4) == null
        ? new ConversationCommand.ToAgent(id(said.group(5)))
        : new ConversationCommand.ToTeam(team(said.group(5)), KeepAssignee.AUTO);
    does(said.group(1), new ConversationCommand.Assign(conversation(said), target, false));
  }

  private void does(String agent, ConversationCommand command) {
    mustBeDone(world.wiring().conversationCommands().handle(command, caller(agent)));
  }

  private void does(String agent, ContactCommand command) {
    mustBeDone(world.wiring().contactCommands().handle(command, caller(agent)));
  }

  private static void mustBeDone(Outcome outcome) {
    if (outcome instanceof Outcome.Refused refused) {
      throw new IllegalStateException("the story cannot go on: " + refused);
    }
  }

  private static Caller caller(String agent) {
    return new Caller(ACME, id(agent), Optional.empty(), OptionalLong.empty());
  }

  private static ConversationId conversation(MatchResult said) {
    return Identity.conversation(channel(said.group(3)), person(said.group(2)));
  }

  private static Peer person(String name) {
    return name.equals("kim") ? Fixtures.KIM : Fixtures.LEE;
  }

  private static Channel channel(String kind) {
    return switch (kind == null ? "whatsapp" : kind) {
      case "telegram" -> World.TELEGRAM;
      case "webhook" -> World.WEBHOOK;
      default -> World.WHATSAPP;
    };
  }
}
