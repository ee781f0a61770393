package dev.gatewayz.testkit.internal.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;

/** Puts the handlers of a protocol on a connection, once it is known which. */
final class Protocols {
  private final ServerContext server;
  private final boolean secure;
  private final int connectionId;

  Protocols(ServerContext server, boolean secure, int connectionId) {
    this.server = server;
    this.secure = secure;
    this.connectionId = connectionId;
  }

  /** Speaks HTTP/1.1. */
  void http1(ChannelHandlerContext ctx) {
    ctx.pipeline().addLast(new HttpServerCodec(), new Http1Session(server, secure, connectionId));
  }

  /** Speaks HTTP/2, if the server does; else the preface is taken for a bad HTTP/1.1 request. */
  void http2(ChannelHandlerContext ctx) {
    if (server.options().http2()) {
      ctx.pipeline().addLast(Http2Session.create(server, secure, connectionId));
    } else {
      http1(ctx);
    }
  }

  /** Waits for TLS to negotiate; a client that names no protocol gets HTTP/1.1. */
  ApplicationProtocolNegotiationHandler byAlpn() {
    return new ApplicationProtocolNegotiationHandler(ApplicationProtocolNames.HTTP_1_1) {
      @Override
      protected void configurePipeline(ChannelHandlerContext ctx, String protocol) {
        if (protocol.equals(ApplicationProtocolNames.HTTP_2)) {
          http2(ctx);
        } else {
          http1(ctx);
        }
      }

      @Override
      protected void handshakeFailure(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
      }
    };
  }
}
