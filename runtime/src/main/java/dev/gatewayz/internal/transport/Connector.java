package dev.gatewayz.internal.transport;

import dev.gatewayz.internal.http.Origin;
import dev.gatewayz.internal.time.Nanos;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslContext;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Opens connections, and holds what all attempts to do so share. Thread-safe. */
final class Connector {
  private final TransportOptions options;
  private final ChannelFactory<? extends Channel> channels;
  private final Executor blocking;
  private final Resolver resolver = new Resolver();
  private final Addresses addresses = new Addresses();
  private final TlsContext tls;

  /**
   * A connector.
   *
   * @param blocking runs what would block a loop
   */
  Connector(
      TransportOptions options, ChannelFactory<? extends Channel> channels, Executor blocking) {
    this.options = options;
    this.channels = channels;
    this.blocking = blocking;
    this.tls = new TlsContext(options.sslContext());
  }

  /** Begins to open a connection on the loop of {@code context}, which is the caller's. */
  ConnectAttempt open(LoopContext context, LoopPool pool, Origin origin) {
    ConnectAttempt attempt = new ConnectAttempt(this, context, pool, origin);
    attempt.begin();
    return attempt;
  }

  TransportOptions options() {
    return options;
  }

  Addresses addresses() {
    return addresses;
  }

  Executor blocking() {
    return blocking;
  }

  @Nullable Proxy proxyFor(Origin origin) {
    return options.proxies().of(origin);
  }

  /** Blocks. */
  List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    return resolver.resolve(host, port);
  }

  /** Blocks. */
  SslContext sslContext() throws Exception {
    return tls.get();
  }

  @SuppressWarnings("deprecation") // There is no other way to say it until Netty 5.
  Bootstrap bootstrap(EventLoop loop) {
    return new Bootstrap()
        .group(loop)
        .channelFactory(channels)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.SO_KEEPALIVE, true)
        // Who cannot write any more may still have an answer to read: a server that refuses a large
        // request answers first and then closes.
        .option(ChannelOption.AUTO_CLOSE, false)
        .option(
            ChannelOption.CONNECT_TIMEOUT_MILLIS,
            (int)
                Math.min(
                    Integer.MAX_VALUE,
                    TimeUnit.NANOSECONDS.toMillis(Nanos.of(options.connectTimeout()))))
        // One that may be in several pipelines: a bootstrap connects to several addresses.
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {}
            });
  }
}
