package dev.gatewayz.internal.call;

import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.Partial;
import dev.gatewayz.internal.http.ResponseHead;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A call whose response comes in one piece.
 *
 * @param <T> what the caller gets
 */
abstract class WholeCall<T> extends Response {
  private static final byte[] NOTHING = new byte[0];
  private static final int MOST_TAKEN_ON_TRUST = 1 << 20;

  final CallFuture<T> future;
  private @Nullable BodyBuffer body;

  WholeCall(CallEngine engine, CallRequest request, CallFuture<T> future) {
    super(engine, request);
    this.future = future;
    future.belongsTo(this);
  }

  /** The response is whole; the first {@code size} bytes count. */
  abstract void onWhole(byte[] bytes, int size);

  final CompletableFuture<T> future() {
    return future;
  }

  @Override
  void onGoodHead(ResponseHead head) {
    long announced = contentLength(head);
    int limit = engine.maxBodySize();
    // Whoever announces more has to send it first.
    int expected = (int) Math.max(0, Math.min(announced, MOST_TAKEN_ON_TRUST));
    body = new BodyBuffer(limit, engine.decoding(context()).bodies().take(expected));
  }

  @Override
  final int onGoodBody(ByteBuf data) {
    int size = data.readableBytes();
    BodyBuffer buffer = body;
    if (buffer != null) {
      clock.sign();
      if (!buffer.append(data)) {
        failed(
            notUnderstood(
                "The answer has more than " + engine.maxBodySize() + " bytes.",
                buffer.bytes(),
                0,
                buffer.size()));
      }
    }
    return size;
  }

  @Override
  final void onGoodEnd() {
    BodyBuffer buffer = body;
    body = null;
    if (buffer == null) {
      onWhole(NOTHING, 0);
      return;
    }
    try {
      BodyBuffer plain = coding().undo(buffer, engine.maxBodySize());
      onWhole(plain.bytes(), plain.size());
      engine.decoding(context()).bodies().give(buffer.bytes());
    } catch (IOException e) {
      failed(
          notUnderstood(
              "The server compressed its answer, and it cannot be read: " + e.getMessage() + ".",
              NOTHING,
              0,
              0));
    }
  }

  @Override
  void reset() {
    body = null;
  }

  @Override
  final boolean hasBegun() {
    return false;
  }

  @Override
  final boolean hasDelivered() {
    return false;
  }

  @Override
  final Partial partial() {
    return Partial.NONE;
  }

  @Override
  final int pieces() {
    return 0;
  }

  @Override
  final boolean isRefused() {
    return false;
  }

  @Override
  final boolean isPaused() {
    return false;
  }

  @Override
  final boolean isStreamed() {
    return false;
  }

  @Override
  final void onFailed(GatewayzException failure) {
    future.fail(failure);
  }

  @Override
  final void onCancelled() {
    body = null;
    future.cancelledByCall();
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
