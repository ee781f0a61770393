package dev.gatewayz.internal.call;

import dev.gatewayz.error.CallInfo;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.internal.answer.CallContext;
import dev.gatewayz.internal.answer.ChunkOwner;
import dev.gatewayz.internal.request.CallRequest;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one call that goes through interceptors. The calls to the gateway that they make
 * tell their own events; if they make none, this tells that a call has begun and ended.
 * Thread-safe.
 */
final class Intercepted implements ChunkOwner {
  private final CallFactory calls;
  private final boolean streamed;
  private final CallContext context;
  private final long startedAt = System.nanoTime();
  private final AtomicBoolean told = new AtomicBoolean();
  private volatile @Nullable Call made;

  /** As the interceptors have passed it on so far. */
  private volatile CallRequest request;

  /** A call that has come to the outermost interceptor. */
  Intercepted(CallFactory calls, CallRequest request, boolean streamed, CallContext context) {
    this.context = context;
    this.calls = calls;
    this.request = request;
    this.streamed = streamed;
  }

  /** What the thread that made it had. */
  CallContext context() {
    return context;
  }

  /** An interceptor passes it on, with what that has changed. */
  void passed(OutgoingCall call) {
    if (call instanceof OutgoingRequest known) {
      request = known.request();
    }
  }

  /** A call to the gateway is made for it. */
  void made(Call call) {
    made = call;
  }

  /** A call to the gateway was given up before it began. */
  void unmade() {
    made = null;
  }

  /** Which call it is: the last one that was made, if there is one. */
  @Override
  public CallInfo info() {
    Call last = made;
    return last == null ? request.info() : last.info();
  }

  /**
   * It has ended.
   *
   * @param failure {@code null} if it has its answer
   */
  @Override
  public void ended(int pieces, @Nullable Throwable failure) {
    if (made == null && told.compareAndSet(false, true)) {
      calls.tellAnswered(request, context, streamed, startedAt, pieces, failure);
    }
  }

  /** It was cancelled. */
  void cancelled(int pieces) {
    ended(pieces, new CancellationException());
  }
}
