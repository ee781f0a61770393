package dev.gatewayz.fault;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Exception;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/** Puts the requests of a connection together from their frames, however they are mixed. */
final class RequestAssembler {
  private static final int PRIORITY_FLAG = 0x20;
  private static final int PRIORITY_LENGTH = 5;
  private static final long LARGEST_HEAD = 1 << 20;

  private final DefaultHttp2HeadersDecoder decoder =
      new DefaultHttp2HeadersDecoder(false, LARGEST_HEAD);
  private final Map<Integer, Map<String, String>> headers = new HashMap<>();
  private final Map<Integer, ByteArrayOutputStream> bodies = new HashMap<>();
  private final ByteArrayOutputStream block = new ByteArrayOutputStream();
  private final Queue<Http2Request> complete = new ArrayDeque<>();
  private boolean endOfStream;

  /** The requests that are complete and were not taken yet. */
  Queue<Http2Request> complete() {
    return complete;
  }

  /** Whether there is a request, complete or not, that was not taken yet. */
  boolean isAnyBegun() {
    return !complete.isEmpty() || !headers.isEmpty();
  }

  /** Forgets a request that the client has given up before it was complete. */
  void drop(int streamId) {
    headers.remove(streamId);
    bodies.remove(streamId);
  }

  /** Whether a frame is a part of a request. */
  static boolean isPart(Frame frame) {
    return frame.type() == Frame.HEADERS
        || frame.type() == Frame.CONTINUATION
        || frame.type() == Frame.DATA;
  }

  /** Takes a part of a request. */
  void add(Frame frame) throws Http2Exception {
    byte[] content = content(frame);
    if (frame.type() == Frame.DATA) {
      bodies
          .computeIfAbsent(frame.streamId(), id -> new ByteArrayOutputStream())
          .writeBytes(content);
      endIf(frame.has(Frame.END_STREAM), frame.streamId());
      return;
    }
    block.writeBytes(content);
    endOfStream |= frame.type() == Frame.HEADERS && frame.has(Frame.END_STREAM);
    if (frame.has(Frame.END_HEADERS)) {
      decode(frame.streamId());
      boolean end = endOfStream;
      endOfStream = false;
      endIf(end, frame.streamId());
    }
  }

  private void decode(int streamId) throws Http2Exception {
    Map<String, String> fields = headers.computeIfAbsent(streamId, id -> new HashMap<>());
    ByteBuf bytes = Unpooled.wrappedBuffer(block.toByteArray());
    decoder
        .decodeHeaders(streamId, bytes)
        .forEach(field -> fields.put(field.getKey().toString(), field.getValue().toString()));
    block.reset();
  }

  private void endIf(boolean end, int streamId) {
    if (end) {
      ByteArrayOutputStream body = bodies.remove(streamId);
      Map<String, String> fields = headers.remove(streamId);
      complete.add(
          new Http2Request(
              streamId,
              fields == null ? Map.of() : fields,
              body == null ? new byte[0] : body.toByteArray()));
    }
  }

  /** The payload without padding and priority. */
  private static byte[] content(Frame frame) {
    ByteBuf payload = Unpooled.wrappedBuffer(frame.payload());
    boolean continuation = frame.type() == Frame.CONTINUATION;
    int padding = !continuation && frame.has(Frame.PADDED) ? payload.readUnsignedByte() : 0;
    if (frame.type() == Frame.HEADERS && frame.has(PRIORITY_FLAG)) {
      payload.skipBytes(PRIORITY_LENGTH);
    }
    byte[] content = new byte[payload.readableBytes() - padding];
    payload.readBytes(content);
    return content;
  }
}
