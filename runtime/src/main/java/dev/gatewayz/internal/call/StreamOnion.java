package dev.gatewayz.internal.call;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.internal.request.CallRequest;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;

/**
 * The interceptors around one streamed call, and the gateway in the middle.
 *
 * @param engine makes calls to the gateway
 * @param interceptors the outermost first
 * @param intercepted the call
 */
record StreamOnion(StreamEngine engine, List<Interceptor> interceptors, Intercepted intercepted) {

  /** Passes a call on to an interceptor, or to the gateway behind the last of them. */
  Flow.Publisher<ChatChunk> proceed(int place, OutgoingCall call) {
    intercepted.passed(call);
    if (place == interceptors.size()) {
      return new FromGateway(engine, OutgoingRequest.of(call), intercepted);
    }
    return Objects.requireNonNull(
        interceptors.get(place).stream(call, next -> proceed(place + 1, next)),
        "An interceptor returned null.");
  }

  /** The chunks as they come from the gateway; each subscription makes a call of its own. */
  record FromGateway(StreamEngine engine, CallRequest request, Intercepted intercepted)
      implements Flow.Publisher<ChatChunk> {

    @Override
    public void subscribe(Flow.Subscriber<? super ChatChunk> subscriber) {
      engine.chunks(request, intercepted, subscriber);
    }
  }
}
