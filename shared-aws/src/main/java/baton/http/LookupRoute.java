package baton.http;

import baton.administration.Records;
import baton.administration.Scene;
import baton.administration.Wanted;
import baton.agent.Agent;
import baton.conversation.Rejection;
import java.util.Optional;
import java.util.function.Function;

/// A route that shows something of a workspace's setup to an active agent.
public final class LookupRoute implements Route {
  private final Records records;
  private final Function<Request, Wanted> wanted;
  private final Answering answering;

  /// Of what that loads.
  ///
  /// @param wanted what to load beside the agent who asks
  public LookupRoute(Records records, Function<Request, Wanted> wanted, Answering answering) {
    this.records = records;
    this.wanted = wanted;
    this.answering = answering;
  }

  /// Of nothing but the agent who asks, and their workspace.
  public LookupRoute(Records records, Answering answering) {
    this(records, _ -> Wanted.of(), answering);
  }

  /// What is shown.
  @FunctionalInterface
  public interface Answering {
    /// The answer to that agent; or what stands in the way.
    Shown show(Scene scene, Agent actor, Request request);
  }

  /// An answer, or what stands in the way of it.
  public record Shown(Optional<Response> response, Optional<Rejection> rejection) {
    /// This JSON.
    public static Shown json(Object body) {
      return new Shown(Optional.of(Response.json(200, body)), Optional.empty());
    }

    /// This JSON of that version.
    public static Shown json(Object body, long version) {
      return new Shown(Optional.of(Response.json(200, body).tagged(version)), Optional.empty());
    }

    /// Not this.
    public static Shown refused(Rejection rejection) {
      return new Shown(Optional.empty(), Optional.of(rejection));
    }
  }

  @Override
  public Response answer(Request request) {
    var caller = Callers.of(request);
    var scene = records.load(caller.workspace(), wanted.apply(request).and(caller.agent()));
    var actor = scene.agent(caller.agent()).filter(Agent::isActive);
    if (actor.isEmpty()) {
      return Problem.of(new Rejection.UnknownActor(), request.id());
    }
    var shown = answering.show(scene, actor.get(), request);
    return shown.response().orElseGet(() -> Problem.of(shown.rejection().orElseThrow(), request.id()));
  }
}
