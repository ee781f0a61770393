package dev.gatewayz.benchmarks.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts the pieces of the answers and hands nothing on: Netty's HTTP/1.1 codec, as many
 * connections as there are requests at once, no errors, no deadlines. Knows no TLS.
 */
final class FloorHttp1Client implements Client {
  private final Target target;
  private final EventLoopGroup group;

  /** The connections of a loop that wait for a request. */
  private final FastThreadLocal<Deque<FloorHttp1Connection>> idle =
      new FastThreadLocal<>() {
        @Override
        protected Deque<FloorHttp1Connection> initialValue() {
          return new ArrayDeque<>();
        }
      };

  FloorHttp1Client(Target target, int loops) {
    if (target.secure()) {
      throw new IllegalArgumentException("This client knows no TLS.");
    }
    int count = loops == 0 ? Runtime.getRuntime().availableProcessors() : loops;
    this.target = target;
    this.group = new MultiThreadIoEventLoopGroup(count, NioIoHandler.newFactory());
  }

  @Override
  public void call(String model, Pieces pieces) {
    FloorHttp1Connection here = FloorHttp1Connection.current();
    if (here != null) {
      send(here.loop(), model, pieces);
    } else {
      EventLoop loop = (EventLoop) group.next();
      loop.execute(() -> send(loop, model, pieces));
    }
  }

  @Override
  public void stream(String model, Pieces pieces) {
    call(model, pieces);
  }

  private void send(EventLoop loop, String model, Pieces pieces) {
    Deque<FloorHttp1Connection> ready = idle.get();
    FloorHttp1Connection connection = ready.pollFirst();
    if (connection != null) {
      connection.send(model, pieces);
      return;
    }
    FloorHttp1Connection opened = new FloorHttp1Connection(target, ready);
    new Bootstrap()
        .group(loop)
        .channel(NioSocketChannel.class)
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                channel.pipeline().addLast(new HttpClientCodec(), opened);
              }
            })
        .connect(Target.HOST, target.port())
        .addListener(
            connected -> {
              if (connected.isSuccess()) {
                opened.send(model, pieces);
              } else {
                pieces.end(connected.cause());
              }
            });
  }

  @Override
  public void close() {
    group.shutdownGracefully();
  }
}
