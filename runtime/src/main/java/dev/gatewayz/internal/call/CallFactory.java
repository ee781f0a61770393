package dev.gatewayz.internal.call;

import dev.gatewayz.internal.answer.CallContext;
import dev.gatewayz.internal.answer.Callbacks;
import dev.gatewayz.internal.answer.Decoding;
import dev.gatewayz.internal.request.CallRequest;
import org.jspecify.annotations.Nullable;

/** Makes the calls of a client, whatever is wanted of their answers. Thread-safe. */
final class CallFactory {
  private final CallStages stages;
  private final RequestIds ids = new RequestIds();

  /** What the calls of each loop share while they decode. */
  private final Decoding[] decodings;

  /** Makes calls that go through those stages. */
  CallFactory(CallStages stages) {
    this.stages = stages;
    this.decodings = new Decoding[stages.transport().loops()];
    for (int i = 0; i < decodings.length; i++) {
      decodings[i] = new Decoding(stages.rules(), !stages.listeners().isEmpty());
    }
  }

  /** Where the code of users is called. */
  Callbacks callbacks() {
    return stages.callbacks();
  }

  /** What this thread has, for tools and callbacks of the call that it makes. */
  CallContext context() {
    return CallContext.capture(stages.carriers());
  }

  /** What the calls of that loop share while they decode. */
  Decoding decoding(int loop) {
    return decodings[loop];
  }

  /** A call that has not begun. */
  Call newCall(CallRequest request, Caller caller) {
    return new Call(stages, ids, request, caller);
  }

  /** Tells of a call that has ended without a request. */
  void tellAnswered(
      CallRequest request,
      CallContext context,
      boolean streamed,
      long startedAt,
      int pieces,
      @Nullable Throwable failure) {
    CallWatch.answered(
        stages.listeners(), context, ids.next(), request, streamed, startedAt, pieces, failure);
  }
}
