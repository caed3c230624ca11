package baton.http;

import baton.administration.Administration;
import baton.administration.AdministrationCommand;
import baton.administration.Result;
import baton.conversation.Answer;
import baton.conversation.Rejection;
import java.util.Optional;
import java.util.function.Function;

/// A route that carries one wish about a workspace's setup.
public final class AdministrationRoute implements Route {
  private final Administration administration;
  private final Result.Writer answers;
  private final String subject;
  private final Function<Request, Optional<? extends AdministrationCommand>> command;

  /// Of that command; none when the path names nothing that could exist.
  ///
  /// @param subject what the path names: `agent`
  public AdministrationRoute(
      Administration administration, String subject,
      Function<Request, Optional<? extends AdministrationCommand>> command) {
    this(administration, AdministrationRows::answer, subject, command);
  }

  /// The same, answered in another way.
  public AdministrationRoute(
      Administration administration, Result.Writer answers, String subject,
      Function<Request, Optional<? extends AdministrationCommand>> command) {
    this.administration = administration;
    this.answers = answers;
    this.subject = subject;
    this.command = command;
  }

  @Override
  public Response answer(Request request) {
    var caller = Callers.of(request);
    var wish = command.apply(request);
    if (wish.isEmpty()) {
      return Problem.of(new Rejection.NotFound(subject), request.id());
    }
    return switch (administration.handle(wish.get(), caller)) {
      case Result.Done done -> AdministrationRows.response(answers.answer(done));
      case Result.Repeated(Answer answer) -> AdministrationRows.response(answer);
      case Result.Refused(var rejection) -> Problem.of(rejection, request.id());
    };
  }
}
