package baton.dynamodblocal;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/// The JDK's channels, but for a program that has no setting for the address it listens at: whatever it asks for, it
/// gets a free port that only this machine can reach. Named on the command line of a JVM; it knows nothing of what runs
/// in it.
public final class LoopbackChannels extends SelectorProvider {

  private final SelectorProvider jdk;

  /// Called by the JDK, which must open the package of its own provider: `--add-exports java.base/sun.nio.ch`.
  public LoopbackChannels() throws ReflectiveOperationException {
    jdk = (SelectorProvider) Class.forName("sun.nio.ch.DefaultSelectorProvider").getMethod("get").invoke(null);
  }

  @Override
  public ServerSocketChannel openServerSocketChannel() throws IOException {
    return new LoopbackServerChannel(this, jdk.openServerSocketChannel());
  }

  @Override
  public ServerSocketChannel openServerSocketChannel(ProtocolFamily family) throws IOException {
    return new LoopbackServerChannel(this, jdk.openServerSocketChannel(family));
  }

  @Override
  public DatagramChannel openDatagramChannel() throws IOException {
    return jdk.openDatagramChannel();
  }

  @Override
  public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
    return jdk.openDatagramChannel(family);
  }

  @Override
  public Pipe openPipe() throws IOException {
    return jdk.openPipe();
  }

  @Override
  public AbstractSelector openSelector() throws IOException {
    return jdk.openSelector();
  }

  @Override
  public SocketChannel openSocketChannel() throws IOException {
    return jdk.openSocketChannel();
  }

  @Override
  public SocketChannel openSocketChannel(ProtocolFamily family) throws IOException {
    return jdk.openSocketChannel(family);
  }
}
