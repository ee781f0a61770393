package dev.gatewayz.testkit.internal.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Two ports on the loopback address, cleartext and TLS, and the one thread that serves them.
 *
 * <p>Thread-safe: commands are handed to the loop and done when the method returns.
 */
public final class EmbeddedServer implements AutoCloseable {
  private final ServerContext context;
  private final EventLoopGroup loop;
  private final LoopThread thread;
  private final Channel plain;
  private final Channel secure;

  private EmbeddedServer(ServerContext context, EventLoopGroup loop, LoopThread thread) {
    this.context = context;
    this.loop = loop;
    this.thread = thread;
    this.plain = bind(false);
    this.secure = bind(true);
  }

  /**
   * Binds two free ports and serves them.
   *
   * @param options what the server is and allows
   * @param backend decides what is answered
   * @param observer is told what happens
   */
  public static EmbeddedServer start(ServerOptions options, Backend backend, Observer observer) {
    LoopThread thread = new LoopThread(options.name());
    EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, thread, NioIoHandler.newFactory());
    try {
      return new EmbeddedServer(new ServerContext(options, backend, observer), loop, thread);
    } catch (RuntimeException e) {
      loop.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
      throw e;
    }
  }

  private Channel bind(boolean tls) {
    return new ServerBootstrap()
        .group(loop)
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_BACKLOG, 4096)
        .childHandler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                accept(channel, tls);
              }
            })
        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
        .syncUninterruptibly()
        .channel();
  }

  private void accept(Channel channel, boolean tls) {
    Protocols protocols = new Protocols(context, tls, context.nextConnectionId());
    ChannelHandler choice = tls ? protocols.byAlpn() : new ProtocolSniffer(protocols);
    if (tls) {
      channel.pipeline().addLast(context.options().tls().newHandler(channel.alloc()));
    }
    channel.pipeline().addLast(choice);
    context.observer().connectionOpened();
    channel.closeFuture().addListener(closed -> context.observer().connectionClosed());
  }

  /** The port that speaks HTTP/1.1 and HTTP/2 with prior knowledge. */
  public int port() {
    return ((InetSocketAddress) plain.localAddress()).getPort();
  }

  /** The port that speaks TLS. */
  public int tlsPort() {
    return ((InetSocketAddress) secure.localAddress()).getPort();
  }

  /** Has all connections take no more requests, and close when they are done. */
  public void goAway(Act.GoAway goAway) {
    forEach(connection -> connection.goAway(goAway));
  }

  /** Closes all connections, whatever they are doing. */
  public void closeConnections(boolean abortive) {
    forEach(connection -> connection.close(abortive));
  }

  /** Closes the connections that have nothing to do. */
  public void closeIdleConnections() {
    forEach(
        connection -> {
          if (connection.isIdle()) {
            connection.close(false);
          }
        });
  }

  /** Announces a new limit on all HTTP/2 connections, and on those to come. */
  public void maxConcurrentStreams(long limit) {
    onLoop(
        () -> {
          context.streamLimit(limit);
          context.connections().forEach(connection -> connection.maxConcurrentStreams(limit));
        });
  }

  /** Announces again what the options say, if that was changed. */
  public void restoreMaxConcurrentStreams() {
    onLoop(
        () -> {
          if (context.streamLimit() != context.options().streamLimit()) {
            maxConcurrentStreams(context.options().streamLimit());
          }
        });
  }

  /** Starts or stops reading from all connections. */
  public void reading(boolean on) {
    forEach(connection -> connection.channel().config().setAutoRead(on));
  }

  private void forEach(Consumer<Connection> command) {
    onLoop(() -> context.connections().forEach(command));
  }

  /** Runs a command on the loop and waits for it; does nothing when the server is closed. */
  private void onLoop(Runnable command) {
    if (isOnLoop()) {
      command.run();
      return;
    }
    try {
      loop.submit(command).syncUninterruptibly();
    } catch (RejectedExecutionException e) {
      // Closed: no connection is left to command.
    }
  }

  private boolean isOnLoop() {
    return plain.eventLoop().inEventLoop();
  }

  /**
   * Closes ports and connections and ends the thread; when called on that thread, it ends soon
   * after. Idempotent.
   */
  @Override
  public void close() {
    // By themselves, loops that end leave sockets of theirs open now and then.
    onLoop(
        () -> {
          plain.close();
          secure.close();
          List.copyOf(context.connections()).forEach(connection -> connection.channel().close());
        });
    Future<?> ended = loop.shutdownGracefully(0, 10, TimeUnit.SECONDS);
    if (!isOnLoop()) {
      ended.syncUninterruptibly();
      thread.join();
    }
  }
}
