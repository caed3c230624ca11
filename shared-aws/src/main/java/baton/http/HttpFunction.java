package baton.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;

/// A function behind API Gateway: its handler names its routes, and this does the rest.
public abstract class HttpFunction implements RequestStreamHandler {
  private final HttpEdge edge;

  /// With these routes.
  protected HttpFunction(HttpEdge edge) {
    this.edge = edge;
  }

  @Override
  public final void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
    edge.handle(input, output);
  }

  /// The keys of its routes: `POST /conversations/{id}/claim`.
  public final Set<String> routeKeys() {
    return edge.routeKeys();
  }
}
