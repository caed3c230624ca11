package baton.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.conversation.Change;
import baton.conversation.Conversation;
import baton.conversation.Conversations;
import baton.conversation.IncomingMessage;
import baton.conversation.IncomingMessages;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The differential test tried on itself: two sound inboxes agree, and each kind of broken one is found out.
class DifferentialTest {
  private static final long SEED = 20260302L;

  @Test
  void two_sound_inboxes_agree_whatever_is_done() {
    new Differential(new InMemoryInbox(), new InMemoryInbox()).run();
  }

  @Test
  void what_is_done_reaches_every_wish_and_most_of_what_stands_in_its_way() {
    var answers = new Differential(new InMemoryInbox(), new InMemoryInbox(), SEED).run(6_000);
    assertThat(answers).containsKeys(
        "Claim → done", "Claim → unchanged", "Claim → AlreadyAssigned", "Claim → ConversationClosed", "Claim → NotFound",
        "Claim → Forbidden", "Claim → VersionConflict", "Claim → ContactBlocked", "Claim → UnknownActor",
        "Claim → repeated", "Assign → done", "Assign → unchanged", "Assign → UnknownAgent", "Assign → UnknownTeam",
        "Assign → AssigneeCannotReply", "Assign → AssigneeCannotSee", "Assign → TargetNotInSharedTeam",
        "Reassign → done", "Reassign → NotAssigned", "Reassign → HeldByAnother", "Unassign → done",
        "Unassign → unchanged", "Close → done", "Close → NewMessage", "Close → unchanged", "Reopen → done",
        "Reopen → ConversationOpen", "Reply → done", "Reply → NewMessage", "Reply → ChannelTakesNoReplies",
        "Reply → repeated", "Reply → IdempotencyMismatch", "Pin → done", "Pin → unchanged", "Pin → AlreadyPinned",
        "Pin → NotAssignee", "Unpin → done", "Unpin → Forbidden", "Block → done", "Unblock → done");
  }

  @Test
  void one_that_forgets_who_closed_it_is_found_out() {
    isFoundOut(new Broken() {
      @Override
      Change written(Change change) {
        return mapped(change, after -> after instanceof Conversation.Closed(var core, var _, var since)
            ? new Conversation.Closed(core, Optional.empty(), since)
            : after);
      }
    });
  }

  @Test
  void one_that_loses_a_late_messages_key_is_found_out() {
    isFoundOut(new Broken() {
      @Override
      IncomingMessages.Appended appended(IncomingMessage message) {
        var appended = super.appended(message);
        return appended instanceof IncomingMessages.Appended.Late ? new IncomingMessages.Appended.Repeated() : appended;
      }

      @Override
      Change written(Change change) {
        return mapped(change, after -> {
          var traffic = after.core().traffic();
          return after.with(after.core().with(new baton.conversation.Traffic(traffic.lastKey(), Optional.empty(),
              traffic.lastAt(), traffic.lastFrom(), traffic.preview(), traffic.unread(), traffic.readAt(),
              traffic.waitingSince())));
        });
      }
    });
  }

  @Test
  void one_that_remembers_no_answers_is_found_out() {
    isFoundOut(new Broken() {
      @Override
      Change written(Change change) {
        return new Change(change.workspace(), change.request(), change.at(), change.moves(), change.contact(),
            change.reply(), change.guardTraffic(), Optional.empty());
      }
    });
  }

  @Test
  void one_that_sends_no_replies_is_found_out() {
    isFoundOut(new Broken() {
      @Override
      Change written(Change change) {
        return new Change(change.workspace(), change.request(), change.at(), change.moves(), change.contact(),
            Optional.empty(), change.guardTraffic(), change.remembered());
      }
    });
  }

  private static void isFoundOut(Broken broken) {
    assertThatThrownBy(() -> new Differential(new InMemoryInbox(), broken, SEED).run(2_000))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("-Dbaton.seed=" + SEED);
  }

  private static Change mapped(Change change, java.util.function.UnaryOperator<Conversation> after) {
    List<Change.Move> moves = change.moves().stream()
        .map(move -> new Change.Move(move.before(), after.apply(move.after()), move.events()))
        .toList();
    return new Change(change.workspace(), change.request(), change.at(), moves, change.contact(), change.reply(),
        change.guardTraffic(), change.remembered());
  }

  /// An inbox that writes something else than it is told.
  private abstract static class Broken extends Passing {
    abstract Change written(Change change);

    IncomingMessages.Appended appended(IncomingMessage message) {
      return super.messages().append(message);
    }

    @Override
    public Conversations conversations() {
      var sound = super.conversations();
      return new Conversations() {
        @Override
        public Loaded load(Wanted wanted) {
          return sound.load(wanted);
        }

        @Override
        public Committed commit(Change change) {
          return sound.commit(written(change));
        }
      };
    }
  }

  /// A sound inbox in another's clothes.
  private static class Passing implements InboxUnderTest {
    private final InMemoryInbox inbox = new InMemoryInbox();

    @Override
    public Conversations conversations() {
      return inbox.conversations();
    }

    @Override
    public IncomingMessages messages() {
      return inbox.messages();
    }

    @Override
    public baton.contact.Contacts contacts() {
      return inbox.contacts();
    }

    @Override
    public void put(baton.workspace.Workspace workspace) {
      inbox.put(workspace);
    }

    @Override
    public void put(baton.agent.Agent agent) {
      inbox.put(agent);
    }

    @Override
    public void put(baton.agent.Team team) {
      inbox.put(team);
    }

    @Override
    public void put(baton.channel.Channel channel) {
      inbox.put(channel);
    }

    @Override
    public Everything everything(baton.id.WorkspaceId workspace) {
      return inbox.everything(workspace);
    }
  }
}
