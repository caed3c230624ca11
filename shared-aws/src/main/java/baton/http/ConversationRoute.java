package baton.http;

import baton.conversation.ConversationCommand;
import baton.conversation.ConversationCommands;
import baton.conversation.Rejection;
import baton.id.ConversationId;
import java.util.function.BiFunction;

/// A route that carries one command to one conversation: the path names it, the body says the rest.
public final class ConversationRoute implements Route {
  private final ConversationCommands commands;
  private final BiFunction<ConversationId, Request, ConversationCommand> command;

  /// Of that command.
  public ConversationRoute(
      ConversationCommands commands, BiFunction<ConversationId, Request, ConversationCommand> command) {
    this.commands = commands;
    this.command = command;
  }

  @Override
  public Response answer(Request request) {
    var caller = Callers.of(request);
    var id = Callers.id(request, "id", ConversationId::new);
    return id.isEmpty()
        ? Problem.of(new Rejection.NotFound("conversation"), request.id())
        : Callers.answer(commands.handle(command.apply(id.get(), request), caller), request);
  }
}
