package dev.gatewayz.benchmarks.server;

import dev.gatewayz.benchmarks.process.LineProcess;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Says what it was built to say, to whoever asks over HTTP/2 or HTTP/1.1. Prints its two ports,
 * plain and TLS, and then answers each line of its input with the number of open connections. Ends
 * when its input does.
 */
public final class LoadServer {
  private static final int LOOPS = 2;

  private final AtomicInteger connections = new AtomicInteger();
  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(LOOPS, NioIoHandler.newFactory());

  private LoadServer() {}

  /** Runs a server; the argument is a key store made by {@link TestIdentity}. */
  public static void main(String[] args) throws Exception {
    LoadServer server = new LoadServer();
    int plain = server.listen(null);
    int secure = server.listen(tls(TestIdentity.at(args[0])));
    System.out.println(LineProcess.ANSWER + plain + " " + secure);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    while (in.readLine() != null) {
      System.out.println(LineProcess.ANSWER + server.connections.get());
    }
    server.group.shutdownGracefully();
  }

  private static SslContext tls(TestIdentity identity)
      throws GeneralSecurityException, IOException {
    return SslContextBuilder.forServer(identity.keys())
        .applicationProtocolConfig(
            new ApplicationProtocolConfig(
                Protocol.ALPN,
                SelectorFailureBehavior.NO_ADVERTISE,
                SelectedListenerFailureBehavior.ACCEPT,
                List.of("h2", "http/1.1")))
        .build();
  }

  private int listen(@Nullable SslContext tls) throws InterruptedException {
    Channel channel =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 16_384)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    connections.incrementAndGet();
                    channel.closeFuture().addListener(closed -> connections.decrementAndGet());
                    if (tls != null) {
                      channel.pipeline().addLast(tls.newHandler(channel.alloc()));
                    }
                    channel.pipeline().addLast(new Detector());
                  }
                })
            .bind(InetAddress.getLoopbackAddress(), 0)
            .sync()
            .channel();
    return ((InetSocketAddress) channel.localAddress()).getPort();
  }

  /** Tells HTTP/2 from HTTP/1.1 by the first letters, with TLS as without. */
  private static final class Detector extends ByteToMessageDecoder {
    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> messages) {
      if (in.readableBytes() < 4) {
        return;
      }
      boolean isHttp2 = in.getInt(in.readerIndex()) == 0x50524920;
      ctx.pipeline().addLast(isHttp2 ? new Http2Session() : new Http1Session());
      ctx.pipeline().remove(this);
    }
  }
}
