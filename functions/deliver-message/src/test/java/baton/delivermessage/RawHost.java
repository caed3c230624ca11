package baton.delivermessage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A host on the loopback interface that says the same bytes to whoever calls, and then nothing more.
final class RawHost implements AutoCloseable {
  // TLS: "handshake failure".
  private static final byte[] ALERT = {21, 3, 3, 0, 2, 2, 40};

  private final byte[] words;
  private final ServerSocket server;
  private final List<Socket> callers = new CopyOnWriteArrayList<>();

  private RawHost(byte[] words) throws IOException {
    this.words = words;
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  /// It wants no TLS with us.
  static RawHost withoutHandshake() throws IOException {
    return new RawHost(ALERT);
  }

  /// Its answer begins and never ends.
  static RawHost trickling() throws IOException {
    return new RawHost("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{".getBytes(StandardCharsets.US_ASCII));
  }

  private void serve() {
    try {
      while (true) {
        var caller = server.accept();
        callers.add(caller);
        if (caller.getInputStream().read(new byte[16_384]) > 0) {
          caller.getOutputStream().write(words);
          caller.getOutputStream().flush();
        }
      }
    } catch (IOException _) {
      // closed
    }
  }

  String at(String scheme) {
    return scheme + "://localhost:" + server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (var caller : callers) {
      caller.close();
    }
  }
}
