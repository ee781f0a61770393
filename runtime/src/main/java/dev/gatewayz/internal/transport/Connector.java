package dev.gatewayz.internal.transport;

import dev.gatewayz.internal.http.Connection;
import dev.gatewayz.internal.http.Origin;
import dev.gatewayz.internal.http.TransportException;
import dev.gatewayz.internal.http.TransportException.Kind;
import dev.gatewayz.internal.http1.Http1ClientConnection;
import dev.gatewayz.internal.http2.Http2ClientConnection;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections: resolve, connect, TLS and ALPN, and the handler for the version of HTTP that
 * comes out. What blocks runs on an executor, everything else on the loop of the pool that asked.
 */
final class Connector {
  private final TransportOptions options;
  private final ChannelFactory<? extends Channel> channels;
  private final Executor blocking;
  private final Resolver resolver = new Resolver();
  private final TlsContext tls;

  Connector(
      TransportOptions options, ChannelFactory<? extends Channel> channels, Executor blocking) {
    this.options = options;
    this.channels = channels;
    this.blocking = blocking;
    this.tls = new TlsContext(options.sslContext());
  }

  /** Begins to open a connection, which belongs to {@code pool} from its first moment. */
  Attempt open(LoopContext context, LoopPool pool, Origin origin) {
    Attempt attempt = new Attempt(context, pool, origin);
    attempt.begin();
    return attempt;
  }

  /** One try to open a connection. All methods run on the loop of its pool. */
  final class Attempt {
    private final LoopContext context;
    private final LoopPool pool;
    private final Origin origin;
    private @Nullable Channel channel;
    private @Nullable Connection connection;
    private @Nullable ScheduledFuture<?> timeout;
    private boolean over;

    private Attempt(LoopContext context, LoopPool pool, Origin origin) {
      this.context = context;
      this.pool = pool;
      this.origin = origin;
    }

    /** Whether this attempt made that connection, which has opened or closed; it is over then. */
    boolean made(Connection other) {
      if (connection != other) {
        return false;
      }
      end();
      return true;
    }

    /** The connection closed before it could carry anything. */
    void closedEarly() {
      pool.onConnectFailed(
          this,
          TransportException.unprocessed(
              Kind.CONNECT, origin + " closed the connection before it could be used.", null));
    }

    void cancel() {
      if (!over) {
        fail(TransportException.unprocessed(Kind.CLOSED, "The client was closed.", null));
      }
    }

    private void begin() {
      timeout =
          context
              .loop()
              .schedule(this::timedOut, options.connectTimeout().toMillis(), TimeUnit.MILLISECONDS);
      boolean address = Resolver.isAddress(origin.host());
      if (address && !origin.secure()) {
        // Not at once: the pool has not yet noted this attempt.
        context
            .loop()
            .execute(() -> connect(List.of(Resolver.address(origin.host(), origin.port())), null));
        return;
      }
      try {
        blocking.execute(this::prepare);
      } catch (RejectedExecutionException e) {
        context.loop().execute(this::cancel);
      }
    }

    /** Runs off the loop. */
    private void prepare() {
      try {
        List<InetSocketAddress> addresses = resolver.resolve(origin.host(), origin.port());
        SslContext ssl = origin.secure() ? tls.get() : null;
        context.loop().execute(() -> connect(addresses, ssl));
      } catch (UnknownHostException e) {
        failLater(
            TransportException.unprocessed(
                Kind.RESOLVE, "The host " + origin.host() + " is unknown.", e));
      } catch (Exception e) {
        failLater(
            TransportException.unprocessed(
                Kind.TLS, "TLS could not be set up: " + e.getMessage(), e));
      }
    }

    private void failLater(TransportException failure) {
      context.loop().execute(() -> fail(failure));
    }

    private void connect(List<InetSocketAddress> addresses, @Nullable SslContext ssl) {
      if (over) {
        return;
      }
      ChannelFuture connecting =
          new Bootstrap()
              .group(context.loop())
              .channelFactory(channels)
              .option(ChannelOption.TCP_NODELAY, true)
              .option(ChannelOption.SO_KEEPALIVE, true)
              .option(
                  ChannelOption.CONNECT_TIMEOUT_MILLIS,
                  (int) Math.min(Integer.MAX_VALUE, options.connectTimeout().toMillis()))
              .handler(new ChannelInboundHandlerAdapter())
              .connect(addresses.get(0));
      channel = connecting.channel();
      connecting.addListener(
          done -> {
            if (over) {
              connecting.channel().close();
            } else if (done.isSuccess()) {
              connected(connecting.channel(), ssl);
            } else if (addresses.size() > 1) {
              connect(addresses.subList(1, addresses.size()), ssl);
            } else {
              fail(
                  TransportException.unprocessed(
                      Kind.CONNECT,
                      "No connection to " + origin + ": " + reason(done.cause()),
                      done.cause()));
            }
          });
    }

    private void connected(Channel channel, @Nullable SslContext ssl) {
      ChannelPipeline pipeline = channel.pipeline();
      if (ssl != null) {
        pipeline.addLast(tlsHandler(channel, ssl));
        pipeline.addLast(new Negotiation(this));
      } else if (options.priorKnowledge()) {
        speakHttp2(pipeline);
      } else {
        speakHttp1(pipeline);
      }
    }

    private SslHandler tlsHandler(Channel channel, SslContext ssl) {
      SslHandler handler = ssl.newHandler(channel.alloc(), origin.host(), origin.port());
      SSLEngine engine = handler.engine();
      SSLParameters parameters = engine.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      engine.setSSLParameters(parameters);
      handler.setHandshakeTimeoutMillis(options.connectTimeout().toMillis());
      return handler;
    }

    private void speakHttp2(ChannelPipeline pipeline) {
      Http2ClientConnection made = options.http2().newConnection(pool);
      connection = made;
      pipeline.addLast(made);
    }

    private void speakHttp1(ChannelPipeline pipeline) {
      Http1ClientConnection made =
          new Http1ClientConnection(pool, options.http1Window(), options.http1MaxIdle().toNanos());
      connection = made;
      pipeline.addLast(new HttpClientCodec());
      pipeline.addLast(made);
    }

    private void timedOut() {
      if (!over) {
        fail(
            TransportException.unprocessed(
                Kind.CONNECT,
                "No connection to " + origin + " within " + options.connectTimeout() + ".",
                null));
      }
    }

    private void fail(TransportException failure) {
      if (over) {
        return;
      }
      end();
      if (channel != null) {
        channel.close();
      }
      pool.onConnectFailed(this, failure);
    }

    private void end() {
      over = true;
      if (timeout != null) {
        timeout.cancel(false);
      }
    }
  }

  /** Waits for the TLS handshake, then speaks the version of HTTP that was agreed on. */
  private static final class Negotiation extends ApplicationProtocolNegotiationHandler {
    private final Attempt attempt;

    Negotiation(Attempt attempt) {
      super(ApplicationProtocolNames.HTTP_1_1);
      this.attempt = attempt;
    }

    @Override
    protected void configurePipeline(ChannelHandlerContext ctx, String protocol) {
      if (protocol.equals(ApplicationProtocolNames.HTTP_2)) {
        attempt.speakHttp2(ctx.pipeline());
      } else {
        attempt.speakHttp1(ctx.pipeline());
      }
    }

    @Override
    protected void handshakeFailure(ChannelHandlerContext ctx, Throwable cause) {
      attempt.fail(
          TransportException.unprocessed(
              Kind.TLS,
              "The TLS handshake with " + attempt.origin + " failed: " + reason(cause),
              cause));
      ctx.close();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      handshakeFailure(ctx, cause);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
      super.channelInactive(ctx);
      attempt.fail(
          TransportException.unprocessed(
              Kind.TLS, attempt.origin + " closed the connection during the TLS handshake.", null));
    }
  }

  private static String reason(@Nullable Throwable cause) {
    if (cause == null) {
      return "unknown reason";
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
