package baton.notice;

import static baton.testing.Fixtures.KIMS;
import static baton.testing.Fixtures.id;
import static baton.testing.Fixtures.manager;
import static baton.testing.Fixtures.message;
import static baton.testing.Fixtures.online;
import static baton.testing.Fixtures.team;
import static org.assertj.core.api.Assertions.assertThat;

import baton.access.Visibility;
import baton.conversation.Conversation;
import baton.conversation.ConversationCommand.Assign;
import baton.conversation.ConversationCommand.Claim;
import baton.conversation.ConversationCommand.Close;
import baton.conversation.ConversationCommand.KeepAssignee;
import baton.conversation.ConversationCommand.ToAgent;
import baton.conversation.ConversationCommand.ToTeam;
import baton.conversation.ConversationCommand.Unassign;
import baton.conversation.Reason;
import baton.event.Event;
import baton.notice.Notice.Kind;
import baton.testing.Desk;
import baton.testing.InMemoryInbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// P09: however late, often and in whatever order events come, a client that keeps the word with the highest version
/// ends with the truth.
class AnyOrderTest {
  private static final int STORIES = 100;
  private static final int MOVES = 12;

  @ParameterizedTest
  @ValueSource(longs = {1, 20_261_124})
  void the_last_word_that_everybody_has_heard_is_true_when_all_has_been_said(long seed) {
    for (long story = 0; story < STORIES; story++) {
      new Story(seed + story).plays();
    }
  }

  private static final class Story {
    private final long seed;
    private final Random random;
    private final Desk desk = new Desk(new InMemoryInbox()).with(
        online("ana").in("support"), online("bo").in("support"), online("cy").in("sales"), manager("mo"));
    private final Ears ears = new Ears(desk);
    private final Map<String, List<Notice>> kept = new HashMap<>();
    private final Map<String, Notice> lastWord = new HashMap<>();

    Story(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
      desk.gets(message("hello"));
    }

    void plays() {
      for (int move = 0; move < MOVES; move++) {
        desk.later(Duration.ofSeconds(1));
        happens(move);
        desk.log().stream().filter(_ -> random.nextInt(3) == 0).forEach(this::tells);
      }
      var everything = new ArrayList<>(desk.log());
      everything.addAll(desk.log());
      Collections.shuffle(everything, random);
      everything.forEach(this::tells);
      Ears.SUBSCRIBERS.forEach(this::knows);
    }

    // What the rules refuse is another story's.
    private void happens(int move) {
      String somebody = Ears.SUBSCRIBERS.get(random.nextInt(3));
      var group = team(random.nextBoolean() ? "support" : "sales");
      boolean again = random.nextBoolean();
      switch (random.nextInt(7)) {
        case 0, 1 -> desk.when(somebody, new Claim(KIMS));
        case 2 -> desk.when("mo", new Assign(KIMS, new ToAgent(id(somebody)), again));
        case 3 -> desk.when("mo", new Assign(KIMS, new ToTeam(group, KeepAssignee.AUTO), again));
        case 4 -> desk.when("mo", new Unassign(KIMS));
        case 5 -> desk.when("mo", new Close(KIMS, Optional.empty(), true));
        default -> desk.gets(message("message " + move));
      }
    }

    private void tells(Event event) {
      var notices = kept.getOrDefault(event.id(), ears.notices(event));
      if (!notices.isEmpty()) {
        kept.put(event.id(), notices);
      }
      for (var notice : notices) {
        notice.recipients().forEach(agent -> lastWord.merge(agent.value(), notice,
            (known, said) -> said.version() < known.version() ? known : said));
      }
    }

    private void knows(String agent) {
      var now = desk.kims();
      var last = desk.log().getLast();
      var word = Optional.ofNullable(lastWord.get(agent));
      var kind = word.map(Notice::kind);
      boolean sees = Visibility.sees(desk.agent(id(agent)), now);
      boolean did = last.actor().asAgent().equals(Optional.of(id(agent)));
      switch (now) {
        case Conversation.Unassigned _ when sees && !did -> {
          assertThat(kind).as("%s, seed %d", agent, seed).isIn(Optional.of(Kind.WAITING), Optional.of(Kind.MOVED));
          assertThat(word.orElseThrow().version()).as("%s, seed %d", agent, seed).isGreaterThan(last.version() - 2);
        }
        case Conversation.Assigned _ when !did && last.to().equals(agent) ->
            assertThat(kind).as("%s, seed %d", agent, seed).contains(Kind.ASSIGNED);
        case Conversation.Assigned _ when sees && !did && last.reason().equals(Reason.SELF.word()) ->
            assertThat(kind).as("%s, seed %d", agent, seed).isNotEqualTo(Optional.of(Kind.WAITING));
        case Conversation.Closed(var _, var owner, var _) when owner.equals(Optional.of(id(agent))) ->
            assertThat(kind).as("%s, seed %d", agent, seed).contains(Kind.CLOSED);
        default -> { }
      }
    }
  }
}
