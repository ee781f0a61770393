package dev.gatewayz.internal.http2;

import dev.gatewayz.internal.http.ConnectionOwner;
import io.netty.handler.codec.http2.DefaultHttp2Connection;
import io.netty.handler.codec.http2.DefaultHttp2ConnectionDecoder;
import io.netty.handler.codec.http2.DefaultHttp2ConnectionEncoder;
import io.netty.handler.codec.http2.DefaultHttp2FrameReader;
import io.netty.handler.codec.http2.DefaultHttp2FrameWriter;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.DefaultHttp2LocalFlowController;
import io.netty.handler.codec.http2.DefaultHttp2RemoteFlowController;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2PromisedRequestVerifier;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.UniformStreamByteDistributor;

/**
 * How HTTP/2 connections are set up.
 *
 * @param maxStreams the most exchanges a connection carries, whatever the server allows
 * @param streamWindow how many bytes of one response may be under way, at least 65,535
 * @param wideWindow the same for a response that is wanted in one piece and turns out to be large
 * @param connectionWindow how many bytes of all responses together may be under way
 * @param maxHeaderListSize the largest response head, in bytes as HTTP/2 counts them
 * @param maxIdle how long a connection may carry nothing before it is closed, in nanoseconds
 * @param pingInterval how long a server with open streams may be silent before it is pinged, in
 *     nanoseconds
 * @param pingTimeout how long it may take to answer, in nanoseconds
 */
public record Http2Options(
    int maxStreams,
    int streamWindow,
    int wideWindow,
    int connectionWindow,
    int maxHeaderListSize,
    long maxIdle,
    long pingInterval,
    long pingTimeout) {
  private static final int LARGE_FRAME = 8 * 1024;

  /**
   * How many times as large as allowed a head may be so that it only ends its stream: it is read to
   * its end, because it is a part of the connection's compression. A larger one ends the
   * connection.
   */
  private static final int HEADERS_TO_SKIP = 8;

  /** A frame of that many bytes shows that a response is large. */
  int largeFrame() {
    return LARGE_FRAME;
  }

  /** The same, but pinging more rarely. */
  public Http2Options withPingInterval(long pingInterval) {
    return new Http2Options(
        maxStreams,
        streamWindow,
        wideWindow,
        connectionWindow,
        maxHeaderListSize,
        maxIdle,
        pingInterval,
        pingTimeout);
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
            new DefaultHttp2FrameWriter(
                new DefaultHttp2HeadersEncoder(RequestHeaders.NOT_REPEATED)));
    // Header names and values are not validated: gateways send "connection" over HTTP/2, which is
    // forbidden but harmless to a client, and failing the answer would help nobody.
    DefaultHttp2ConnectionDecoder decoder =
        new DefaultHttp2ConnectionDecoder(
            connection,
            encoder,
            new LateFrames(
                new DefaultHttp2FrameReader(
                    new DefaultHttp2HeadersDecoder(false, maxHeaderListSize)),
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
    Http2Settings settings =
        new Http2Settings()
            .pushEnabled(false)
            .initialWindowSize(streamWindow)
            .maxHeaderListSize(maxHeaderListSize);
    return new Http2ClientConnection(decoder, encoder, settings, recentResets, owner, this);
  }
}
