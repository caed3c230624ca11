package baton.faults;

import baton.assignconversation.AssignConversationHandler;
import baton.closeconversation.CloseConversationHandler;
import baton.delivermessage.DeliverMessageHandler;
import baton.editcontact.EditContactHandler;
import baton.ingestmessage.IngestMessageHandler;
import baton.pincontact.PinContactHandler;
import baton.publishevents.PublishEventsHandler;
import baton.reassignconversation.ReassignConversationHandler;
import baton.replytoconversation.ReplyToConversationHandler;
import baton.sendnotifications.SendNotificationsHandler;
import baton.sweepconversations.SweepConversationsHandler;
import baton.testing.Fixtures;
import baton.testing.LambdaContext;
import baton.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// One environment of Lambda with the functions' own code in it: events in, answers out.
final class Instance {
  private static final Map<String, Function<Wiring, RequestStreamHandler>> BY_ROUTE = Map.ofEntries(
      Map.entry("POST /conversations/{id}/claim", AssignConversationHandler::new),
      Map.entry("POST /conversations/{id}/assign", AssignConversationHandler::new),
      Map.entry("POST /conversations/{id}/reassign", ReassignConversationHandler::new),
      Map.entry("POST /conversations/{id}/unassign", ReassignConversationHandler::new),
      Map.entry("POST /conversations/{id}/close", CloseConversationHandler::new),
      Map.entry("POST /conversations/{id}/reopen", CloseConversationHandler::new),
      Map.entry("POST /conversations/{id}/messages", ReplyToConversationHandler::new),
      Map.entry("PUT /contacts/{id}/pin", PinContactHandler::new),
      Map.entry("DELETE /contacts/{id}/pin", PinContactHandler::new),
      Map.entry("PUT /contacts/{id}/block", EditContactHandler::new),
      Map.entry("DELETE /contacts/{id}/block", EditContactHandler::new));
  private static final Object MAKING = new Object();

  private final Wiring wiring;
  private final Map<Function<Wiring, RequestStreamHandler>, RequestStreamHandler> handlers = new ConcurrentHashMap<>();

  Instance(Wiring wiring) {
    this.wiring = wiring;
  }

  Reply api(ApiCall call) {
    return reply(BY_ROUTE.get(call.route()), call.event(Fixtures.ACME.value()));
  }

  Reply webhook(String event) {
    return reply(IngestMessageHandler::new, event);
  }

  /// The stream's batch.
  Batch publish(String event) {
    return batch(PublishEventsHandler::new, event);
  }

  /// The queue's batch.
  Batch deliver(String event) {
    return batch(DeliverMessageHandler::new, event);
  }

  /// The topic's event.
  Batch notify(String event) {
    return batch(SendNotificationsHandler::new, event);
  }

  /// The schedule.
  Batch sweep() {
    return batch(SweepConversationsHandler::new, "{}");
  }

  private Reply reply(Function<Wiring, RequestStreamHandler> function, String event) {
    try {
      return Reply.of(run(function, event));
    } catch (ProcessDeath _) {
      return Reply.CRASHED;
    }
  }

  // Whatever escapes a function ends its invocation; the service that invoked it sees no more than that.
  private Batch batch(Function<Wiring, RequestStreamHandler> function, String event) {
    try {
      return Batch.answered(run(function, event));
    } catch (Throwable _) {
      return Batch.FAILED;
    }
  }

  private String run(Function<Wiring, RequestStreamHandler> function, String event) {
    var handler = handlers.computeIfAbsent(function, this::made);
    var output = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), output, new LambdaContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return output.toString(StandardCharsets.UTF_8);
  }

  // A function takes its log's stream when it is made. What hundreds of planned failures say would hide a real one.
  private RequestStreamHandler made(Function<Wiring, RequestStreamHandler> function) {
    synchronized (MAKING) {
      var out = System.out;
      System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
      try {
        return function.apply(wiring);
      } finally {
        System.setOut(out);
      }
    }
  }
}
