package dev.gatewayz.internal.call;

import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.intercept.OutgoingCall;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Leads calls past the interceptors of a client. Thread-safe. */
final class Interception {
  private final List<Interceptor> interceptors;

  Interception(List<Interceptor> interceptors) {
    this.interceptors = List.copyOf(interceptors);
  }

  boolean isEmpty() {
    return interceptors.isEmpty();
  }

  /** What interceptors make of a request. */
  CallRequest request(CallRequest request, boolean streamed) {
    OutgoingCall call = outgoing(request, streamed);
    for (Interceptor interceptor : interceptors) {
      call = interceptor.request(call);
    }
    return request.changedTo(call);
  }

  /**
   * Makes a call for an answer in one piece, past the interceptors. What they throw is in the
   * future.
   */
  <T> CompletableFuture<T> answer(CallEngine engine, CallRequest original, Result<T> result) {
    AtomicReference<@Nullable Call> made = new AtomicReference<>();
    CallRequest request;
    CompletionStage<ChatCompletion> answer;
    try {
      request = request(original, false);
      answer = next(0, engine, request, result, made).proceed(outgoing(request, false));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
    CallFuture<T> future = new CallFuture<>();
    future.cancels(
        () -> {
          Call call = made.get();
          if (call != null) {
            call.cancel();
          }
        });
    answer.whenComplete(
        (completion, failure) -> {
          if (failure != null) {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
            future.fail(cause == null ? failure : cause);
            return;
          }
          try {
            future.succeed(result.of(completion, infoOf(made.get(), request)));
          } catch (RuntimeException e) {
            future.fail(e);
          }
        });
    return future;
  }

  private <T> Interceptor.Next next(
      int place,
      CallEngine engine,
      CallRequest request,
      Result<T> result,
      AtomicReference<@Nullable Call> made) {
    if (place < interceptors.size()) {
      return call ->
          interceptors.get(place).answer(call, next(place + 1, engine, request, result, made));
    }
    return call -> {
      CallRequest last = request.changedTo(call);
      // The result is made here too, so that the model may correct what does not fit.
      UnaryCall<ChatCompletion> terminal =
          new UnaryCall<>(
              engine,
              last,
              (completion, info) -> {
                result.of(completion, info);
                return completion;
              },
              new CallFuture<>());
      made.set(terminal);
      terminal.start();
      return terminal.future();
    };
  }

  private static CallInfo infoOf(@Nullable Call call, CallRequest request) {
    return call == null
        ? new CallInfo(request.promptId(), request.modelName(), 0, "none", List.of())
        : call.info();
  }

  private static OutgoingCall outgoing(CallRequest request, boolean streamed) {
    return new OutgoingCall(
        request.promptId(),
        request.promptHash(),
        request.modelName(),
        streamed,
        new OutgoingCall.Body(request.body(), request.bodyLength()),
        Map.of(),
        request.policy().attributes(),
        request.policy().tags());
  }
}
