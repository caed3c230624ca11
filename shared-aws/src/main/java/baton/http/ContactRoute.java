package baton.http;

import baton.contact.ContactCommand;
import baton.contact.ContactCommands;
import baton.conversation.Rejection;
import baton.id.ContactId;
import java.util.function.BiFunction;

/// A route that carries one command to one contact: the path names them, the body says the rest.
public final class ContactRoute implements Route {
  private final ContactCommands commands;
  private final BiFunction<ContactId, Request, ContactCommand> command;

  /// Of that command.
  public ContactRoute(ContactCommands commands, BiFunction<ContactId, Request, ContactCommand> command) {
    this.commands = commands;
    this.command = command;
  }

  @Override
  public Response answer(Request request) {
    var caller = Callers.of(request);
    var id = Callers.id(request, "id", ContactId::new);
    return id.isEmpty()
        ? Problem.of(new Rejection.NotFound("contact"), request.id())
        : Callers.answer(commands.handle(command.apply(id.get(), request), caller), request);
  }
}
