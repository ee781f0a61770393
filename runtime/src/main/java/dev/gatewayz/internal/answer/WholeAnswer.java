package dev.gatewayz.internal.answer;

import dev.gatewayz.internal.http.ResponseHead;
import dev.gatewayz.internal.wire.ChunkReader;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An answer that comes in one piece: its body is collected, then read. */
abstract class WholeAnswer implements Answer {
  /** Reading so much takes about a millisecond, as long as the other calls of the loop may wait. */
  private static final int LARGEST_ON_LOOP = 256 * 1024;

  private static final byte[] NOTHING = new byte[0];
  private static final int MOST_TAKEN_ON_TRUST = 1 << 20;

  final AnswerSink sink;
  final Response response;
  final Decoding decoding;
  private int expected;
  private @Nullable BodyBuffer body;

  WholeAnswer(AnswerSink sink, Response response, Decoding decoding) {
    this.sink = sink;
    this.response = response;
    this.decoding = decoding;
  }

  /**
   * Reads a whole body. On the loop, or elsewhere if it is large.
   *
   * @param reader of the thread
   * @param bytes of which the first {@code size} count, until what is returned was done
   * @return what to do then, on the loop
   */
  abstract Runnable read(ChunkReader reader, byte[] bytes, int size);

  @Override
  public void onHead(ResponseHead head) {
    // Whoever announces more has to send it first.
    expected = (int) Math.max(0, Math.min(contentLength(head), MOST_TAKEN_ON_TRUST));
  }

  @Override
  public final int onBody(ByteBuf data) {
    int size = data.readableBytes();
    sink.arrived();
    sink.spoke();
    BodyBuffer buffer = body;
    if (buffer == null) {
      // Not before, for heads of many answers may come before the first body.
      buffer = new BodyBuffer(decoding.rules().maxAnswerSize(), decoding.bodies().take(expected));
      body = buffer;
    }
    if (!buffer.append(data)) {
      response.failTooLarge(buffer);
    }
    return size;
  }

  @Override
  public final void onEnd() {
    BodyBuffer buffer = body;
    body = null;
    if (buffer == null) {
      read(decoding.reader(), NOTHING, 0).run();
    } else if (response.coding() != ContentCoding.IDENTITY || buffer.size() > LARGEST_ON_LOOP) {
      response.elsewhere(() -> unpack(buffer), Runnable::run);
    } else {
      read(decoding.reader(), buffer.bytes(), buffer.size()).run();
      decoding.bodies().give(buffer.bytes());
    }
  }

  private Runnable unpack(BodyBuffer packed) {
    try {
      BodyBuffer plain = response.coding().undo(packed, decoding.rules().maxAnswerSize());
      return read(new ChunkReader(), plain.bytes(), plain.size());
    } catch (IOException e) {
      return () ->
          response.failNotUnderstood(
              "The server compressed its answer, and it cannot be read: " + e.getMessage() + ".");
    }
  }

  @Override
  public final boolean isFinished() {
    return false;
  }

  private static long contentLength(ResponseHead head) {
    String length = head.header("content-length");
    if (length == null) {
      return -1;
    }
    try {
      return Long.parseLong(length);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
