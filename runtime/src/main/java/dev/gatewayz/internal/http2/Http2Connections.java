package dev.gatewayz.internal.http2;

import dev.gatewayz.internal.http.ConnectionOwner;
import io.netty.handler.codec.http2.DefaultHttp2Connection;
import io.netty.handler.codec.http2.DefaultHttp2ConnectionDecoder;
import io.netty.handler.codec.http2.DefaultHttp2ConnectionEncoder;
import io.netty.handler.codec.http2.DefaultHttp2FrameReader;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.DefaultHttp2LocalFlowController;
import io.netty.handler.codec.http2.DefaultHttp2RemoteFlowController;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2PromisedRequestVerifier;
import io.netty.handler.codec.http2.UniformStreamByteDistributor;

/** Makes HTTP/2 connections. Thread-safe. */
public final class Http2Connections {
  /**
   * How many times as large as allowed a head may be so that it only ends its stream: it is read to
   * its end, because it is a part of the connection's compression. A larger one ends the
   * connection.
   */
  private static final int HEADERS_TO_SKIP = 8;

  private final Http2Options options;

  /** Connections that are set up like this. */
  public Http2Connections(Http2Options options) {
    this.options = options;
  }

  /** A connection to be put into the pipeline of a fresh channel. */
  public Http2ClientConnection newConnection(ConnectionOwner owner) {
    Http2Connection connection = new DefaultHttp2Connection(false);
    // The setting that says so only counts when the server has acknowledged it.
    connection.local().allowPushTo(false);
    connection.local().flowController(new DefaultHttp2LocalFlowController(connection, 0.5f, true));
    DefaultHttp2RemoteFlowController remoteFlow =
        new DefaultHttp2RemoteFlowController(
            connection, new UniformStreamByteDistributor(connection));
    connection.remote().flowController(remoteFlow);

    RecentResets recentResets = new RecentResets();
    Http2ConnectionEncoder encoder =
        new DefaultHttp2ConnectionEncoder(
            connection,
            new WholeFrames(new DefaultHttp2HeadersEncoder(RequestHeaders.NOT_REPEATED)));
    // Header names and values are not validated: gateways send "connection" over HTTP/2, which is
    // forbidden but harmless to a client, and failing the answer would help nobody.
    DefaultHttp2ConnectionDecoder decoder =
        new DefaultHttp2ConnectionDecoder(
            connection,
            encoder,
            new LateFrames(
                new DefaultHttp2FrameReader(
                    new DefaultHttp2HeadersDecoder(false, options.maxHeaderListSize())),
                connection,
                recentResets),
            Http2PromisedRequestVerifier.ALWAYS_VERIFY,
            true,
            true,
            true) {
          @Override
          protected long calculateMaxHeaderListSizeGoAway(long size) {
            return HEADERS_TO_SKIP * size;
          }
        };
    return new Http2ClientConnection(decoder, encoder, recentResets, owner, options);
  }
}
