package dev.gatewayz.internal.answer;

import dev.gatewayz.internal.http.ResponseHead;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An answer that comes in one piece: its body is collected, then read. */
abstract class WholeAnswer implements Answer {
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

  /** The body is whole; the first {@code size} bytes count, until this method returns. */
  abstract void onWhole(byte[] bytes, int size);

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
      onWhole(NOTHING, 0);
      return;
    }
    BodyBuffer plain;
    try {
      plain = response.coding().undo(buffer, decoding.rules().maxAnswerSize());
    } catch (IOException e) {
      response.failNotUnderstood(
          "The server compressed its answer, and it cannot be read: " + e.getMessage() + ".");
      return;
    }
    onWhole(plain.bytes(), plain.size());
    decoding.bodies().give(buffer.bytes());
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
