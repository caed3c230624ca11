package baton.trackpresence;

import baton.conversation.Outcome;
import baton.conversation.Reading;
import baton.conversation.Rejection;
import baton.http.Callers;
import baton.http.Malformed;
import baton.http.Problem;
import baton.http.Request;
import baton.http.Response;
import baton.http.Route;
import baton.http.Rows;
import baton.http.SeenBody;
import baton.id.ConversationId;
import org.jspecify.annotations.Nullable;

/// An agent has looked at a conversation. To say again what one saw changes nothing, so a repetition needs no memory;
/// but a request that its client names, and may repeat later, must say it.
final class MarkRead implements Route {
  private final Reading reading;

  MarkRead(Reading reading) {
    this.reading = reading;
  }

  /// @param seen the row's token: what the agent had before their eyes; without it, whatever there is now
  record ReadBody(@Nullable String seen) {}

  @Override
  public Response answer(Request request) {
    var caller = Callers.of(request);
    var seen = SeenBody.seen(request.body(ReadBody.class).seen());
    if (caller.key().isPresent() && seen.isEmpty()) {
      throw Malformed.at("/seen", "a request with an Idempotency-Key must say what was seen");
    }
    var id = Callers.id(request, "id", ConversationId::new);
    if (id.isEmpty()) {
      return Problem.of(new Rejection.NotFound("conversation"), request.id());
    }
    return switch (reading.handle(id.get(), seen, caller)) {
      case Outcome.Done done ->
          Response.json(200, Rows.of(done.conversation()).toString()).tagged(done.conversation().version());
      case Outcome.Refused(var rejection) -> Problem.of(rejection, request.id());
      case Outcome.ContactDone _, Outcome.Repeated _ -> throw new IllegalStateException("reading leaves no answer behind");
    };
  }
}
