package baton.trackpresence;

import baton.administration.Administration;
import baton.administration.AdministrationCommand.Declare;
import baton.administration.Result;
import baton.administration.Subject;
import baton.agent.Agent;
import baton.agent.Availability;
import baton.agent.Presence;
import baton.conversation.Answer;
import baton.conversation.Rejection;
import baton.http.AdministrationRoute;
import baton.http.AdministrationRows;
import baton.http.Callers;
import baton.http.Fields;
import baton.http.Problem;
import baton.http.Request;
import baton.http.Response;
import baton.http.Route;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An agent says whether they are there: one conditional write. Only a client that names its request gets a transaction,
/// in which the answer is remembered: a late repetition must not undo what the agent has declared since.
final class DeclareAvailability implements Route {
  private final Presence presence;
  private final Route remembering;

  DeclareAvailability(Presence presence, Administration administration) {
    this.presence = presence;
    this.remembering = new AdministrationRoute(
        administration, DeclareAvailability::answer, "agent",
        request -> Optional.of(new Declare(Callers.agent(request), availability(request))));
  }

  record AvailabilityBody(@Nullable String availability) {}

  @Override
  public Response answer(Request request) {
    var caller = Callers.of(request);
    if (caller.key().isPresent() || caller.ifMatch().isPresent()) {
      return remembering.answer(request);
    }
    return presence.declare(caller.workspace(), caller.agent(), availability(request))
        .map(agent -> Response.json(200, body(agent)))
        .orElseGet(() -> Problem.of(new Rejection.UnknownActor(), request.id()));
  }

  /// The answer that is remembered.
  static Answer answer(Result.Done done) {
    if (done.subject() instanceof Subject.Person(var enrolled)) {
      return new Answer(200, enrolled.version(), body(enrolled.value().agent()));
    }
    throw new IllegalArgumentException("only an agent has an availability: " + done.subject());
  }

  private static String body(Agent agent) {
    return AdministrationRows.of(agent, _ -> true).put("email", agent.email()).toString();
  }

  private static Availability availability(Request request) {
    var body = request.body(AvailabilityBody.class);
    return Fields.required(
        "/availability", Fields.word("/availability", body.availability(), Availability::of));
  }
}
