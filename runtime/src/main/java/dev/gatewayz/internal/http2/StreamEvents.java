package dev.gatewayz.internal.http2;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2Stream;

/**
 * Hands the ends of streams to their connection. GOAWAY is taken here and not as a frame, because
 * Netty closes the streams above its last id before it hands the frame on.
 */
final class StreamEvents extends Http2ConnectionAdapter {
  private final Http2ClientConnection connection;

  StreamEvents(Http2ClientConnection connection) {
    this.connection = connection;
  }

  @Override
  public void onStreamClosed(Http2Stream stream) {
    connection.onStreamClosed(stream);
  }

  @Override
  public void onGoAwayReceived(int lastStreamId, long errorCode, ByteBuf debugData) {
    connection.onGoAway(lastStreamId, errorCode, debugData);
  }
}
