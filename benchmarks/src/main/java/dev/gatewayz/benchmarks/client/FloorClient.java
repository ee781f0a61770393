package dev.gatewayz.benchmarks.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Counts the frames of the answers and hands nothing on: one Netty HTTP/2 connection per event
 * loop, requests that were written once, no errors, no deadlines, no pool.
 */
final class FloorClient implements Client {
  private final EventLoopGroup group;
  private final List<FloorConnection> connections = new ArrayList<>();
  private final AtomicInteger next = new AtomicInteger();

  FloorClient(Target target, int loops) {
    int count = loops == 0 ? Runtime.getRuntime().availableProcessors() : loops;
    group = new MultiThreadIoEventLoopGroup(count, NioIoHandler.newFactory());
    try {
      SslContext tls = target.secure() ? tls() : null;
      for (int i = 0; i < count; i++) {
        FloorConnection connection = FloorConnection.create(target);
        connections.add(connection);
        connect(target, tls, connection);
      }
    } catch (SSLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SslContext tls() throws SSLException {
    return SslContextBuilder.forClient()
        .applicationProtocolConfig(
            new ApplicationProtocolConfig(
                Protocol.ALPN,
                SelectorFailureBehavior.NO_ADVERTISE,
                SelectedListenerFailureBehavior.ACCEPT,
                List.of("h2")))
        .build();
  }

  private void connect(Target target, @Nullable SslContext tls, FloorConnection connection)
      throws InterruptedException {
    Channel channel =
        new Bootstrap()
            .group(group)
            .channel(NioSocketChannel.class)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    if (tls != null) {
                      channel
                          .pipeline()
                          .addLast(tls.newHandler(channel.alloc(), Target.HOST, target.port()));
                    }
                    channel.pipeline().addLast(connection);
                  }
                })
            .connect(Target.HOST, target.port())
            .sync()
            .channel();
    SslHandler handler = channel.pipeline().get(SslHandler.class);
    if (handler != null) {
      handler.handshakeFuture().sync();
    }
    connection.opened().join();
  }

  @Override
  public void call(String model, Pieces pieces) {
    send(model, pieces);
  }

  @Override
  public void stream(String model, Pieces pieces) {
    send(model, pieces);
  }

  private void send(String model, Pieces pieces) {
    for (int i = 0; i < connections.size(); i++) {
      if (connections.get(i).isCurrent()) {
        connections.get(i).send(model, pieces);
        return;
      }
    }
    FloorConnection chosen = connections.get(next.getAndIncrement() % connections.size());
    chosen.execute(() -> chosen.send(model, pieces));
  }

  @Override
  public void close() {
    group.shutdownGracefully();
  }
}
