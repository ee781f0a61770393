package dev.gatewayz.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.support.CountingLoops;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hosts with several addresses, of which some do not answer. */
class DialerTest {
  private final CountingLoops loops = new CountingLoops(1);
  private final EventLoop loop = loops.next();
  private final Addresses addresses = new Addresses();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).get();
  }

  private InetSocketAddress listening() throws IOException {
    ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    open.add(socket);
    return new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
  }

  private InetSocketAddress refusing() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      return new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
    }
  }

  /** One whose queue is full, so that it neither accepts nor refuses. */
  private InetSocketAddress blackHole() throws IOException {
    ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    open.add(socket);
    InetSocketAddress address =
        new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
    for (int i = 0; i < 8; i++) {
      SocketChannel channel = SocketChannel.open();
      open.add(channel);
      channel.configureBlocking(false);
      channel.connect(address);
    }
    return address;
  }

  private CompletableFuture<InetSocketAddress> dial(InetSocketAddress... candidates) {
    CompletableFuture<InetSocketAddress> connected = new CompletableFuture<>();
    Duration any = Duration.ofSeconds(10);
    Connector connector =
        new Connector(TransportTest.options(any, any, any), NioSocketChannel::new, Runnable::run);
    loop.execute(
        () ->
            new Dialer(
                    connector.bootstrap(loop),
                    addresses,
                    List.of(candidates),
                    (Channel channel) -> {
                      connected.complete((InetSocketAddress) channel.remoteAddress());
                      channel.close();
                    },
                    connected::completeExceptionally)
                .dial());
    return connected.orTimeout(20, TimeUnit.SECONDS);
  }

  @Test
  void case35_anAddressThatDoesNotAnswerCostsAQuarterOfASecond() throws IOException {
    InetSocketAddress good = listening();
    assertThat(dial(blackHole(), good).join()).isEqualTo(good);
  }

  @Test
  void case35_anAddressThatRefusesCostsNothing() throws IOException {
    InetSocketAddress good = listening();
    assertThat(dial(refusing(), refusing(), good).join()).isEqualTo(good);
  }

  @Test
  void whereNobodyListensThereIsAFailure() throws IOException {
    assertThatThrownBy(dial(refusing(), refusing())::join).hasMessageContaining("refused");
  }

  @Test
  void whereThereIsNoSocketTheLoopHearsOfIt() throws Exception {
    Duration any = Duration.ofSeconds(10);
    Connector connector =
        new Connector(
            TransportTest.options(any, any, any),
            () -> {
              throw new ChannelException("Too many open files");
            },
            Runnable::run);
    InetSocketAddress good = listening();
    CompletableFuture<Boolean> onLoop = new CompletableFuture<>();
    loop.execute(
        () ->
            new Dialer(
                    connector.bootstrap(loop),
                    addresses,
                    List.of(good, good),
                    (Channel channel) -> onLoop.complete(false),
                    failure -> onLoop.complete(loop.inEventLoop()))
                .dial());

    assertThat(onLoop.get(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void case35_addressesTakeTurnsAndThoseThatFailedComeLast() throws Exception {
    InetSocketAddress six1 = new InetSocketAddress(InetAddress.getByName("2001:db8::1"), 443);
    InetSocketAddress six2 = new InetSocketAddress(InetAddress.getByName("2001:db8::2"), 443);
    InetSocketAddress four1 = new InetSocketAddress(InetAddress.getByName("192.0.2.1"), 443);
    InetSocketAddress four2 = new InetSocketAddress(InetAddress.getByName("192.0.2.2"), 443);
    List<InetSocketAddress> all = List.of(six1, six2, four1, four2);

    assertThat(addresses.inOrder(all)).containsExactly(six1, four1, six2, four2);
    assertThat(addresses.inOrder(all)).startsWith(six2);

    addresses.failed(six1);
    addresses.failed(six2);
    assertThat(addresses.inOrder(all).subList(0, 2)).containsExactlyInAnyOrder(four1, four2);
    addresses.succeeded(six1);
    assertThat(addresses.inOrder(all).get(0)).isEqualTo(six1);
  }
}
