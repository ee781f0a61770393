package dev.gatewayz.internal.transport;

import dev.gatewayz.internal.http.Connection;
import dev.gatewayz.internal.http.Origin;
import dev.gatewayz.internal.http.TransportException;
import dev.gatewayz.internal.http.TransportException.Kind;
import dev.gatewayz.internal.http1.Http1ClientConnection;
import dev.gatewayz.internal.http1.ResponseDecoder;
import dev.gatewayz.internal.http2.Http2ClientConnection;
import dev.gatewayz.internal.http2.Http2Connections;
import dev.gatewayz.internal.time.Durations;
import dev.gatewayz.internal.time.Nanos;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * One try to open a connection: resolve, connect, tunnel through a proxy, TLS and ALPN, and the
 * handler for the version of HTTP that comes out. It is over when the connection can carry
 * exchanges or has failed. Runs on the loop of its pool.
 */
final class ConnectAttempt {
  private final Connector connector;
  private final LoopContext context;
  private final LoopPool pool;
  private final Origin origin;
  private final @Nullable Proxy proxy;
  private @Nullable Dialer dialer;
  private @Nullable Channel channel;
  private @Nullable Connection connection;
  private @Nullable ScheduledFuture<?> timeout;
  private boolean over;

  ConnectAttempt(Connector connector, LoopContext context, LoopPool pool, Origin origin) {
    this.connector = connector;
    this.context = context;
    this.pool = pool;
    this.origin = origin;
    this.proxy = connector.proxyFor(origin);
  }

  /** Whether that connection came of this attempt. */
  boolean isOf(Connection other) {
    return connection == other;
  }

  void cancel() {
    fail(TransportException.of(Kind.CLOSED, "The client was closed.", null));
  }

  void begin() {
    long nanos = Nanos.of(connector.options().connectTimeout());
    timeout = context.loop().schedule(this::timedOut, nanos, TimeUnit.NANOSECONDS);
    String host = proxy == null ? origin.host() : proxy.host();
    int port = proxy == null ? origin.port() : proxy.port();
    if (Resolver.isAddress(host) && !origin.secure()) {
      // Not at once: the pool has not yet noted this attempt.
      context.execute(() -> dial(List.of(Resolver.address(host, port)), null));
      return;
    }
    try {
      connector.blocking().execute(() -> prepare(host, port));
    } catch (RejectedExecutionException e) {
      context.execute(this::cancel);
    }
  }

  /** Runs off the loop. */
  private void prepare(String host, int port) {
    try {
      List<InetSocketAddress> addresses = connector.resolve(host, port);
      SslContext ssl = origin.secure() ? connector.sslContext() : null;
      context.execute(() -> dial(addresses, ssl));
    } catch (UnknownHostException e) {
      failLater(Kind.RESOLVE, "The host " + host + " is unknown.", e);
    } catch (Throwable t) {
      failLater(Kind.TLS, "TLS could not be set up: " + reason(t) + ".", t);
    }
  }

  private void failLater(Kind kind, String message, Throwable cause) {
    context.execute(() -> fail(TransportException.of(kind, message, cause)));
  }

  private void dial(List<InetSocketAddress> addresses, @Nullable SslContext ssl) {
    if (over) {
      return;
    }
    dialer =
        new Dialer(
            connector.bootstrap(context.loop()),
            connector.addresses(),
            addresses,
            connected -> connected(connected, ssl),
            cause ->
                fail(
                    TransportException.of(
                        Kind.CONNECT,
                        "No connection to "
                            + (proxy == null ? origin : "the proxy " + proxy)
                            + ": "
                            + reason(cause)
                            + ".",
                        cause)));
    dialer.dial();
  }

  private void connected(Channel channel, @Nullable SslContext ssl) {
    this.channel = channel;
    if (proxy == null) {
      speak(channel, ssl);
      return;
    }
    channel
        .pipeline()
        .addLast(
            new Tunnel(
                proxy,
                origin,
                () -> speak(channel, ssl),
                reason ->
                    fail(
                        TransportException.of(
                            Kind.CONNECT,
                            "The proxy " + proxy + " opened no tunnel: " + reason + ".",
                            null))));
  }

  private void speak(Channel channel, @Nullable SslContext ssl) {
    ChannelPipeline pipeline = channel.pipeline();
    if (ssl != null) {
      pipeline.addLast(tlsHandler(channel, ssl), new Negotiation(this));
    } else if (connector.options().priorKnowledge()) {
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
    handler.setHandshakeTimeout(
        Nanos.of(connector.options().connectTimeout()), TimeUnit.NANOSECONDS);
    return handler;
  }

  private void speakHttp2(ChannelPipeline pipeline) {
    Http2ClientConnection made =
        new Http2Connections(connector.options().http2().withPingInterval(pool.pingInterval()))
            .newConnection(pool);
    connection = made;
    pipeline.addLast(made);
  }

  private void speakHttp1(ChannelPipeline pipeline) {
    TransportOptions options = connector.options();
    Http1ClientConnection made =
        new Http1ClientConnection(
            pool, pool.habits(), options.http1().window(), Nanos.of(options.http1().maxIdle()));
    connection = made;
    pipeline.addLast(
        new ResponseDecoder(
            new HttpDecoderConfig().setMaxHeaderSize(options.http2().maxHeaderListSize())),
        made);
  }

  private void timedOut() {
    if (stop()) {
      String limit = Durations.text(connector.options().connectTimeout());
      pool.onConnectUnanswered(
          this,
          TransportException.of(
              Kind.CONNECT, "No connection to " + origin + " within " + limit + ".", null));
    }
  }

  private void fail(TransportException failure) {
    if (stop()) {
      pool.onConnectFailed(this, failure);
    }
  }

  /** Gives up; returns false if it was over. */
  private boolean stop() {
    if (over) {
      return false;
    }
    end();
    if (dialer != null) {
      dialer.stop();
    }
    if (channel != null) {
      channel.close();
    }
    return true;
  }

  /** The connection has opened or closed, so there is no more to wait for. */
  void end() {
    over = true;
    if (timeout != null) {
      timeout.cancel(false);
    }
  }

  private TransportException unprocessed(Kind kind, String what, @Nullable Throwable cause) {
    return TransportException.of(kind, origin + " " + what, cause);
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure;
    if (failure instanceof DecoderException && failure.getCause() != null) {
      cause = failure.getCause();
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  /** Waits for the TLS handshake, then speaks the version of HTTP that was agreed on. */
  private static final class Negotiation extends ApplicationProtocolNegotiationHandler {
    private final ConnectAttempt attempt;

    Negotiation(ConnectAttempt attempt) {
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
          TransportException.of(
              Kind.TLS,
              "The TLS handshake with " + attempt.origin + " failed: " + reason(cause) + ".",
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
      if (attempt.connection == null) {
        attempt.fail(
            attempt.unprocessed(Kind.TLS, "closed the connection during the TLS handshake.", null));
      }
    }
  }
}
