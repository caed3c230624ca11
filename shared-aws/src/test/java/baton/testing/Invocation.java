package baton.testing;

import baton.wire.Json;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Hands an event to a handler as Lambda does: bytes in, bytes out.
public final class Invocation {
  private Invocation() {}

  /// What the handler answers.
  public static JsonNode of(RequestStreamHandler handler, JsonNode event) {
    return of(handler, event, new LambdaContext());
  }

  /// What the handler answers in that invocation.
  public static JsonNode of(RequestStreamHandler handler, JsonNode event, Context context) {
    var output = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(event)), output, context);
      return Json.MAPPER.readTree(output.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
