package dev.gatewayz.sample.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerExpectContinueHandler;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An HTTP/1.1 server on the loopback address, on event loops that belong to somebody else. */
public final class HttpServer implements AutoCloseable {
  /** What waits for a browser that does not read, before the writers of its answers are stopped. */
  private static final WriteBufferWaterMark UNSENT = new WriteBufferWaterMark(8_192, 16_384);

  private static final int SEND_BUFFER = 65_536;
  private static final int BACKLOG = 4_096;

  private final ServerBootstrap bootstrap;
  private @Nullable Channel listening;
  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

  /**
   * Has no port yet.
   *
   * @param idle how long a connection may do nothing, neither read nor write
   */
  public HttpServer(EventLoopGroup loops, Routes routes, Duration idle) {
    bootstrap =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.SO_SNDBUF, SEND_BUFFER)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, UNSENT)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    connections.add(channel);
                    channel
                        .pipeline()
                        .addLast(
                            idleState(idle),
                            new HttpServerCodec(),
                            new HttpServerKeepAliveHandler(),
                            new HttpServerExpectContinueHandler(),
                            new FlushConsolidationHandler(),
                            new Connection(routes));
                  }
                });
  }

  /**
   * Takes connections at a port of the loopback address, 0 for any that is free.
   *
   * @throws IOException if somebody else has the port
   */
  public void bind(int port) throws IOException {
    ChannelFuture bound =
        bootstrap
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException(bound.cause());
    }
    listening = bound.channel();
  }

  private static IdleStateHandler idleState(Duration idle) {
    return new IdleStateHandler(0, idle.toMillis() / 4, idle.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The port it listens at. */
  public int port() {
    if (listening == null) {
      throw new IllegalStateException("Not bound yet.");
    }
    return ((InetSocketAddress) listening.localAddress()).getPort();
  }

  /** Where a browser finds it. */
  public String url() {
    return "http://127.0.0.1:" + port() + "/";
  }

  /** Closes the port and all connections; the event loops stay. */
  @Override
  public void close() {
    if (listening != null) {
      listening.close().syncUninterruptibly();
    }
    connections.close().syncUninterruptibly();
  }
}
