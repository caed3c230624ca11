package baton.reassignconversation;

import baton.conversation.ConversationCommand.Reassign;
import baton.conversation.ConversationCommand.Unassign;
import baton.conversation.ConversationCommands;
import baton.http.ConversationRoute;
import baton.http.HttpFunction;
import baton.http.NoBody;
import baton.http.Route;
import baton.http.TargetBody;
import baton.id.AgentId;
import baton.wiring.Priming;
import baton.wiring.Wiring;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `POST /conversations/{id}/reassign` and `…/unassign`.
public final class ReassignConversationHandler extends HttpFunction {

  /// As Lambda makes it.
  public ReassignConversationHandler() {
    this(Wiring.ofProcess());
    Priming.register(ReassignConversationHandler::new);
  }

  /// Of these parts.
  public ReassignConversationHandler(Wiring wiring) {
    super(wiring.edge(routes(wiring.conversationCommands())));
  }

  private static Map<String, Route> routes(ConversationCommands commands) {
    return Map.of(
        "POST /conversations/{id}/reassign", new ConversationRoute(commands, (id, request) -> {
          var body = request.body(ReassignBody.class);
          var from = Optional.ofNullable(body.from()).map(agent -> TargetBody.id("/from", agent, AgentId::new));
          return new Reassign(id, from, TargetBody.target(body.agent(), body.team(), body.keepAssignee()));
        }),
        "POST /conversations/{id}/unassign", new ConversationRoute(commands, (id, request) -> {
          request.body(NoBody.class);
          return new Unassign(id);
        }));
  }

  /// From whom and to whom.
  ///
  /// @param from only if that agent has it
  record ReassignBody(
      @Nullable String from, @Nullable String agent, @Nullable String team, @Nullable String keepAssignee) {}
}
