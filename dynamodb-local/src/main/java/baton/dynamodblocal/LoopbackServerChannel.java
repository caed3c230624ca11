package baton.dynamodblocal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A channel that listens on a free port of 127.0.0.1, wherever it is told to, and prints where that is.
final class LoopbackServerChannel extends ServerSocketChannel {

  /// What stands before the address on the line that says where it listens.
  static final String LISTENING = "listening at ";

  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  private final ServerSocketChannel channel;

  LoopbackServerChannel(SelectorProvider provider, ServerSocketChannel channel) {
    super(provider);
    this.channel = channel;
  }

  @Override
  public ServerSocketChannel bind(@Nullable SocketAddress asked, int backlog) throws IOException {
    channel.bind(new InetSocketAddress(LOOPBACK, 0), backlog);
    System.out.println(LISTENING + "http://127.0.0.1:" + channel.socket().getLocalPort());
    return this;
  }

  @Override
  public <T> ServerSocketChannel setOption(SocketOption<T> name, @Nullable T value) throws IOException {
    channel.setOption(name, value);
    return this;
  }

  @Override
  public <T> @Nullable T getOption(SocketOption<T> name) throws IOException {
    return channel.getOption(name);
  }

  @Override
  public Set<SocketOption<?>> supportedOptions() {
    return channel.supportedOptions();
  }

  @Override
  public ServerSocket socket() {
    return channel.socket();
  }

  @Override
  public SocketChannel accept() throws IOException {
    return channel.accept();
  }

  @Override
  public @Nullable SocketAddress getLocalAddress() throws IOException {
    return channel.getLocalAddress();
  }

  @Override
  protected void implCloseSelectableChannel() throws IOException {
    channel.close();
  }

  @Override
  protected void implConfigureBlocking(boolean block) throws IOException {
    channel.configureBlocking(block);
  }
}
