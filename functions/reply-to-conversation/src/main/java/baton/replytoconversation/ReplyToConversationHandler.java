package baton.replytoconversation;

import baton.conversation.ConversationCommand.Reply;
import baton.conversation.ConversationCommands;
import baton.http.ConversationRoute;
import baton.http.Fields;
import baton.http.HttpFunction;
import baton.http.Malformed;
import baton.http.Route;
import baton.http.SeenBody;
import baton.message.Text;
import baton.wiring.Priming;
import baton.wiring.Wiring;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `POST /conversations/{id}/messages`.
public final class ReplyToConversationHandler extends HttpFunction {
  // What WhatsApp and Telegram take in one message; longer ones are not split yet.
  private static final int LONGEST = 4096;
  private static final int LONGEST_ID = 512;

  /// As Lambda makes it.
  public ReplyToConversationHandler() {
    this(Wiring.ofProcess());
    Priming.register(ReplyToConversationHandler::new);
  }

  /// Of these parts.
  public ReplyToConversationHandler(Wiring wiring) {
    super(wiring.edge(routes(wiring.conversationCommands())));
  }

  private static Map<String, Route> routes(ConversationCommands commands) {
    return Map.of("POST /conversations/{id}/messages", new ConversationRoute(commands, (id, request) -> {
      var body = request.body(ReplyBody.class);
      return new Reply(
          id, text(body.text()), keep(body.assign()), SeenBody.seen(body.seen()),
          Boolean.TRUE.equals(body.force()), quotes(body.quotes()));
    }));
  }

  private static String text(@Nullable String text) {
    if (text == null || Text.isInvisible(text)) {
      throw Malformed.at("/text", "a text is expected that is not blank");
    }
    if (text.indexOf('\0') >= 0) {
      throw Malformed.at("/text", "U+0000 is no character of a text");
    }
    if (Fields.length(text) > LONGEST) {
      throw Malformed.at("/text", "at most " + LONGEST + " characters are expected");
    }
    return Text.wellFormed(text);
  }

  private static Optional<String> quotes(@Nullable String providerId) {
    if (providerId != null && (providerId.isBlank() || Fields.length(providerId) > LONGEST_ID)) {
      throw Malformed.at("/quotes", "the provider's id of a message is expected");
    }
    return Optional.ofNullable(providerId).map(Text::wellFormed);
  }

  private static boolean keep(@Nullable String assign) {
    return switch (assign == null ? "auto" : assign) {
      case "auto" -> false;
      case "keep" -> true;
      default -> throw Malformed.at("/assign", "auto or keep is expected");
    };
  }

  /// What to say.
  ///
  /// @param assign `auto` (when absent): the first to reply is in charge; `keep`: it stays unassigned
  /// @param seen the row's token
  /// @param force reply over a message that the agent has not seen
  /// @param quotes the provider's id of the message that it answers
  record ReplyBody(
      @Nullable String text, @Nullable String assign, @Nullable String seen, @Nullable Boolean force,
      @Nullable String quotes) {}
}
