package baton.closeconversation;

import baton.conversation.ConversationCommand.Close;
import baton.conversation.ConversationCommand.Reopen;
import baton.conversation.ConversationCommands;
import baton.http.ConversationRoute;
import baton.http.HttpFunction;
import baton.http.NoBody;
import baton.http.Route;
import baton.http.SeenBody;
import baton.wiring.Priming;
import baton.wiring.Wiring;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `POST /conversations/{id}/close` and `…/reopen`.
public final class CloseConversationHandler extends HttpFunction {

  /// As Lambda makes it.
  public CloseConversationHandler() {
    this(Wiring.ofProcess());
    Priming.register(CloseConversationHandler::new);
  }

  /// Of these parts.
  public CloseConversationHandler(Wiring wiring) {
    super(wiring.edge(routes(wiring.conversationCommands())));
  }

  private static Map<String, Route> routes(ConversationCommands commands) {
    return Map.of(
        "POST /conversations/{id}/close", new ConversationRoute(commands, (id, request) -> {
          var body = request.body(CloseBody.class);
          return new Close(id, SeenBody.seen(body.seen()), Boolean.TRUE.equals(body.force()));
        }),
        "POST /conversations/{id}/reopen", new ConversationRoute(commands, (id, request) -> {
          request.body(NoBody.class);
          return new Reopen(id);
        }));
  }

  /// What the agent had before their eyes.
  ///
  /// @param force close over a message that they have not seen
  record CloseBody(@Nullable String seen, @Nullable Boolean force) {}
}
