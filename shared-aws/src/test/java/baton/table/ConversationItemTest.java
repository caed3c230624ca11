package baton.table;

import static baton.testing.Fixtures.ACME;
import static baton.testing.Fixtures.NOW;
import static baton.testing.Fixtures.assignedTo;
import static org.assertj.core.api.Assertions.assertThat;

import baton.channel.ChannelKind;
import baton.conversation.Conversation;
import baton.conversation.Conversation.Core;
import baton.conversation.Traffic;
import baton.conversation.Traffic.LastFrom;
import baton.id.AgentId;
import baton.id.ChannelId;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.id.TeamId;
import baton.id.WorkspaceId;
import baton.message.MessageKey;
import baton.table.meter.ItemSize;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConversationItemTest {
  private static final String ULID = "01K0000000000000000000ULID";

  @Test
  void what_comes_to_mine_is_placed_by_its_coming_or_by_a_later_message() {
    var came = NOW.plus(Duration.ofMinutes(5));
    var item = Attributes.of(ConversationItem.write(assignedTo("ana").since(came).conversation()));
    assertThat(item.text("folder")).isEqualTo(Keys.assigned(ACME, new AgentId("ana")));
    assertThat(item.text("folderSort")).isEqualTo(Keys.minute(came));

    var before = assignedTo("ana").since(NOW.minusSeconds(300)).conversation();
    assertThat(Attributes.of(ConversationItem.write(before)).text("folderSort")).isEqualTo(Keys.minute(NOW));
  }

  @Test
  void the_longest_head_with_ids_that_we_made_is_one_write_unit() {
    var key = new MessageKey(NOW.toEpochMilli(), "R" + ULID);
    var traffic = new Traffic(
        key, Optional.of(MessageKey.incoming(NOW, "late")), NOW, LastFrom.OPERATOR, "x".repeat(120), true,
        Optional.of(NOW), Optional.of(NOW));
    var core = new Core(
        new WorkspaceId(ULID), new ConversationId("0123456789abcdef"), new ChannelId(ULID), ChannelKind.WHATSAPP,
        new ContactId("0123456789abcdef"), "n".repeat(80), "+491511234567890", Optional.of(new TeamId(ULID)),
        Optional.of(new AgentId(ULID)), 99, NOW, Optional.of(MessageKey.incoming(NOW, "first")), Optional.of(NOW), 9999,
        ULID, traffic);
    assertThat(ItemSize.of(ConversationItem.write(new Conversation.Assigned(core, new AgentId(ULID), NOW))))
        .isLessThanOrEqualTo(1024);
    assertThat(ItemSize.of(ConversationItem.write(new Conversation.Unassigned(core, NOW)))).isLessThanOrEqualTo(1024);
    assertThat(ItemSize.of(ConversationItem.write(new Conversation.Closed(core, Optional.of(new AgentId(ULID)), NOW))))
        .isLessThanOrEqualTo(1024);
  }
}
