package baton.assignconversation;

import baton.conversation.ConversationCommand.Assign;
import baton.conversation.ConversationCommand.Claim;
import baton.conversation.ConversationCommands;
import baton.http.ConversationRoute;
import baton.http.HttpFunction;
import baton.http.NoBody;
import baton.http.Route;
import baton.http.TargetBody;
import baton.wiring.Priming;
import baton.wiring.Wiring;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `POST /conversations/{id}/claim` and `…/assign`.
public final class AssignConversationHandler extends HttpFunction {

  /// As Lambda makes it.
  public AssignConversationHandler() {
    this(Wiring.ofProcess());
    Priming.register(AssignConversationHandler::new);
  }

  /// Of these parts.
  public AssignConversationHandler(Wiring wiring) {
    super(wiring.edge(routes(wiring.conversationCommands())));
  }

  private static Map<String, Route> routes(ConversationCommands commands) {
    return Map.of(
        "POST /conversations/{id}/claim", new ConversationRoute(commands, (id, request) -> {
          request.body(NoBody.class);
          return new Claim(id);
        }),
        "POST /conversations/{id}/assign", new ConversationRoute(commands, (id, request) -> {
          var body = request.body(AssignBody.class);
          return new Assign(
              id, TargetBody.target(body.agent(), body.team(), body.keepAssignee()), Boolean.TRUE.equals(body.reopen()));
        }));
  }

  /// To whom.
  ///
  /// @param reopen whether a closed conversation may be begun again for this
  record AssignBody(
      @Nullable String agent, @Nullable String team, @Nullable String keepAssignee, @Nullable Boolean reopen) {}
}
