package baton.suite.budget;

import baton.channel.ChannelKind;
import baton.conversation.Conversation;
import baton.conversation.Conversation.Core;
import baton.conversation.Traffic;
import baton.id.ContactId;
import baton.id.ConversationId;
import baton.message.Content;
import baton.message.MessageKey;
import baton.table.Bulk;
import baton.table.Filler;
import baton.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

/// The conversations that fill Acme's table. Of each hundred Ana holds 52, has closed 12, and 12 are blocked; 12 wait for
/// support and 12 for nobody in particular: so every folder grows with the table, and even the smallest fills a page.
final class Conversations {
  private static final String PREVIEW = Content.text(WhatsApp.TEXT).preview();

  private Conversations() {}

  static void fill(Table table, int many) {
    Bulk.put(table, IntStream.range(0, many).mapToObj(Conversations::conversation).map(Filler::head).toList());
  }

  private static Conversation conversation(int number) {
    var core = core(number);
    var since = core.openedAt();
    int kind = number % 100;
    if (kind < 52) {
      return new Conversation.Assigned(core, Acme.ANA, since);
    }
    if (kind < 64) {
      return new Conversation.Closed(core, Optional.of(Acme.ANA), since);
    }
    return kind < 76 ? new Conversation.Blocked(core, false, Optional.empty(), since) : new Conversation.Unassigned(core, since);
  }

  private static Core core(int number) {
    // A minute apart: the order of a folder is then the same in every store.
    Instant at = Acme.NINE.minus(Duration.ofDays(100)).minus(Duration.ofMinutes(number));
    var key = MessageKey.incoming(at, "wamid.%048d".formatted(number));
    boolean ofSupport = number % 100 < 88;
    return new Core(
        Acme.WORKSPACE, new ConversationId("%016x".formatted(number)), Acme.CHANNEL.id(), ChannelKind.WHATSAPP,
        new ContactId("c%015x".formatted(number)), "A customer of twenty-five", "+49%011d".formatted(number),
        ofSupport ? Optional.of(Acme.SUPPORT) : Optional.empty(), Optional.empty(), 1, at, Optional.of(key),
        Optional.of(Acme.NINE.plus(Duration.ofDays(1000))), 1, Acme.ulid("REQUEST"),
        Traffic.startedBy(key, PREVIEW, at));
  }
}
