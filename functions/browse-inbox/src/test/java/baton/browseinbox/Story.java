package baton.browseinbox;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.team;

import baton.agent.Agent;
import baton.agent.Availability;
import baton.channel.Channel;
import baton.channel.Identity;
import baton.channel.Peer;
import baton.contact.ContactCommand;
import baton.conversation.Conversations.Wanted;
import baton.conversation.ConversationCommand;
import baton.conversation.ConversationCommand.KeepAssignee;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.id.IdSource;
import baton.testing.AgentFixture;
import baton.testing.Fixtures;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What has happened before a look, in sentences, a second after one another: `lee writes on telegram: hello`,
/// `ana claims kim`, `mia assigns kim to team sales`, `ana replies to kim: on its way`, `ana pins kim`, `bo is away`,
/// `4 days pass`. A person's conversation is the one on WhatsApp, unless it says `lee on telegram`.
record Story(Office office, IdSource providerIds) {
  private static final Pattern WRITES = Pattern.compile("(kim|lee) writes(?: on (\\w+))?: (.*)");
  private static final Pattern DOES = Pattern.compile(
      "(\\w+) (claims|returns|closes|pins|blocks|replies to|assigns) (kim|lee)(?: on (\\w+))?(?:: (.*)| to (team )?(\\w+))?");
  private static final Pattern IS = Pattern.compile("(\\w+) is (\\w+)");
  private static final Pattern PASS = Pattern.compile("(\\d+) days pass");

  Story(Office office) {
    this(office, Fixtures.countedIds());
  }

  void tell(String sentence) {
    office.later(Duration.ofSeconds(1));
    var writes = WRITES.matcher(sentence);
    var does = DOES.matcher(sentence);
    var is = IS.matcher(sentence);
    var pass = PASS.matcher(sentence);
    if (writes.matches()) {
      var channel = channel(writes.group(2));
      office.takesIn(Fixtures.message(writes.group(3)).on(channel).from(person(writes.group(1)))
          .id("wamid." + providerIds.next()).at(office.now()).message());
    } else if (does.matches()) {
      does(does);
    } else if (is.matches()) {
      change(is.group(1), agent -> is.group(2).equals("full")
          ? new AgentFixture(agent).of(agent.open()).agent()
          : agent.with(Availability.of(is.group(2)).orElseThrow()));
    } else if (pass.matches()) {
      office.later(Duration.ofDays(Long.parseLong(pass.group(1))));
    } else {
      throw new IllegalArgumentException("no story has this sentence: " + sentence);
    }
  }

  private void does(MatchResult said) {
    var channel = channel(said.group(4));
    ConversationId conversation = Identity.conversation(channel, person(said.group(3)));
    ContactId contact = Identity.contact(channel, person(said.group(3)));
    String agent = said.group(1);
    switch (said.group(2)) {
      case "claims" -> office.does(agent, new ConversationCommand.Claim(conversation));
      case "returns" -> office.does(agent, new ConversationCommand.Unassign(conversation));
      case "closes" -> office.does(agent, new ConversationCommand.Close(conversation, Optional.empty(), false));
      case "replies to" -> office.does(agent, new ConversationCommand.Reply(
          conversation, said.group(5), false, Optional.empty(), false, Optional.empty()));
      case "assigns" -> office.does(agent, new ConversationCommand.Assign(conversation, target(said), false));
      case "pins" -> office.does(agent, new ContactCommand.Pin(contact, id(agent)));
      case "blocks" -> office.does(agent, new ContactCommand.Block(contact));
      default -> throw new IllegalArgumentException(said.group(2));
    }
  }

  private static ConversationCommand.Target target(MatchResult said) {
    return said.group(6) == null
        ? new ConversationCommand.ToAgent(id(said.group(7)))
        : new ConversationCommand.ToTeam(team(said.group(7)), KeepAssignee.AUTO);
  }

  private void change(String name, UnaryOperator<Agent> change) {
    var wanted = new Wanted(ACME, Set.of(), Set.of(), Set.of(id(name)), Set.of(), Optional.empty());
    office.furnishing().with(change.apply(office.wiring().conversations().load(wanted).agents().get(id(name))));
  }

  private static Peer person(String name) {
    return name.equals("kim") ? Fixtures.KIM : Fixtures.LEE;
  }

  private static Channel channel(@Nullable String kind) {
    return switch (kind == null ? "whatsapp" : kind) {
      case "telegram" -> Office.TELEGRAM;
      case "webhook" -> Office.SHOP;
      default -> Office.WHATSAPP;
    };
  }
}
