package dev.gatewayz.internal.call;

import dev.gatewayz.Completion;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.internal.answer.CallFuture;
import dev.gatewayz.internal.answer.Result;
import dev.gatewayz.internal.request.CallRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Leads calls past the interceptors of a client. Thread-safe. */
public final class Interception {
  private final List<Interceptor> interceptors;

  /** Past these interceptors, the outermost first. */
  public Interception(List<Interceptor> interceptors) {
    this.interceptors = List.copyOf(interceptors);
  }

  boolean isEmpty() {
    return interceptors.isEmpty();
  }

  /** What interceptors make of a request. */
  CallRequest request(CallRequest request, boolean streamed) {
    OutgoingCall original = outgoing(request, streamed);
    OutgoingCall call = original;
    for (Interceptor interceptor : interceptors) {
      call = interceptor.request(call);
    }
    return changed(request, original, call);
  }

  private static CallRequest changed(CallRequest request, OutgoingCall from, OutgoingCall to) {
    CallRequest changed = request.with(to.headers(), to.attributes());
    return to.body() == from.body()
        ? changed
        : changed.withBody(Arrays.copyOf(to.body().bytes(), to.body().length()));
  }

  /**
   * Makes a call for an answer in one piece, past the interceptors. What they throw is in the
   * future.
   *
   * @param wanted what the caller wants of all that has come
   */
  <T, R> CompletableFuture<R> answer(
      CallEngine engine,
      CallRequest original,
      Result<T> result,
      Function<Completion<T>, R> wanted) {
    AtomicReference<@Nullable Call> made = new AtomicReference<>();
    CallRequest request;
    CompletionStage<Completion<String>> answer;
    try {
      request = request(original, false);
      OutgoingCall outgoing = outgoing(request, false);
      // The result is made by the call too, so that the model may correct what does not fit.
      Interceptor.Next call =
          last -> {
            CallFuture<Completion<String>> future = new CallFuture<>();
            Call terminal =
                engine.completing(
                    changed(request, outgoing, last),
                    (response, info) -> {
                      result.of(response, info);
                      return response.text();
                    },
                    future);
            made.set(terminal);
            terminal.start();
            return future;
          };
      answer = next(0, call).proceed(outgoing);
    } catch (Throwable t) {
      return CompletableFuture.failedFuture(t);
    }
    CallFuture<R> future = new CallFuture<>();
    future.belongsTo(
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
            future.succeed(
                wanted.apply(
                    completion.map(
                        text -> result.of(completion.response(), () -> info(made, request)))));
          } catch (Throwable t) {
            future.fail(t);
          }
        });
    return future;
  }

  private Interceptor.Next next(int place, Interceptor.Next call) {
    return place == interceptors.size()
        ? call
        : outgoing -> interceptors.get(place).answer(outgoing, next(place + 1, call));
  }

  private static CallInfo info(AtomicReference<@Nullable Call> made, CallRequest request) {
    Call call = made.get();
    return call == null ? request.info() : call.info();
  }

  private static OutgoingCall outgoing(CallRequest request, boolean streamed) {
    byte[] body = request.body().toByteArray();
    return new OutgoingCall(
        request.prompt().id(),
        request.prompt().hash(),
        request.modelName(),
        streamed,
        new OutgoingCall.Body(body, body.length),
        Map.of(),
        request.policy().attributes(),
        request.policy().tags());
  }
}
