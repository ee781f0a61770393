package dev.gatewayz.internal.call;

import dev.gatewayz.Completion;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.internal.answer.CallContext;
import dev.gatewayz.internal.answer.CallFuture;
import dev.gatewayz.internal.answer.Callbacks;
import dev.gatewayz.internal.answer.ChatAnswer;
import dev.gatewayz.internal.answer.Failures;
import dev.gatewayz.internal.answer.HandOver;
import dev.gatewayz.internal.answer.Result;
import dev.gatewayz.internal.answer.ServiceAnswer;
import dev.gatewayz.internal.http.Origin;
import dev.gatewayz.internal.request.CallRequest;
import dev.gatewayz.internal.subscribe.BlockedCaller;
import dev.gatewayz.internal.subscribe.Blocking;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Makes the calls whose answers are wanted whole, one method for each way that they can be waited
 * for; {@link #streams} makes the others. Thread-safe.
 */
public final class CallEngine {
  private final CallStages stages;
  private final Interception interception;
  private final CallFactory calls;
  private final StreamEngine streams;

  /** An engine whose calls go through those stages, behind the interceptors. */
  public CallEngine(CallStages stages, Interception interception) {
    this.stages = stages;
    this.interception = interception;
    this.calls = new CallFactory(stages);
    this.streams = new StreamEngine(calls, interception);
  }

  /** Makes the calls whose answers are wanted in pieces. */
  public StreamEngine streams() {
    return streams;
  }

  /** Makes a call whose answer comes in one piece. Cancelling the future cancels the call. */
  public <T> CompletableFuture<T> send(CallRequest request, Result<T> result) {
    return send(request, result, stages.callbacks(), calls.context());
  }

  /** Blocks for an answer in one piece; throws what {@link #awaitCompletion} throws. */
  public <T> T await(CallRequest request, Result<T> result) {
    return await(request, context -> send(request, result, Callbacks.NONE, context));
  }

  private <T> CompletableFuture<T> send(
      CallRequest request, Result<T> result, Callbacks callbacks, CallContext context) {
    CallFuture<T> future = new CallFuture<>(callbacks, request.name(), context);
    if (interception.isEmpty()) {
      HandOver<T> handOver = (value, rest) -> future.succeed(value);
      chat(request, result, Memory.keeping(request, handOver), future, context).start();
    } else {
      intercept(request, result, Completion::value, future, context);
    }
    return future;
  }

  /** Makes a call whose answer comes in one piece, for all that comes with it. */
  public <T> CompletableFuture<Completion<T>> complete(CallRequest request, Result<T> result) {
    return complete(request, result, stages.callbacks(), calls.context());
  }

  /**
   * Blocks for all that comes with an answer in one piece.
   *
   * @throws GatewayzException if there is none
   * @throws dev.gatewayz.error.CallInterruptedException if the thread is interrupted; the call is
   *     cancelled then
   * @throws IllegalStateException if the thread is an event loop, which must not block
   */
  public <T> Completion<T> awaitCompletion(CallRequest request, Result<T> result) {
    return await(request, context -> complete(request, result, Callbacks.NONE, context));
  }

  private <T> CompletableFuture<Completion<T>> complete(
      CallRequest request, Result<T> result, Callbacks callbacks, CallContext context) {
    CallFuture<Completion<T>> future = new CallFuture<>(callbacks, request.name(), context);
    if (interception.isEmpty()) {
      chat(request, result, Memory.keeping(request, whole(future)), future, context).start();
    } else {
      intercept(request, result, completion -> completion, future, context);
    }
    return future;
  }

  /** A thread that blocks needs no executor, and might be the only one the executor has. */
  private <T> T await(CallRequest request, Function<CallContext, CompletableFuture<T>> sending) {
    boolean mayLookAtCaller =
        stages.tools().areGiven() && request.policy().followUps().tools() != null;
    BlockedCaller caller = mayLookAtCaller ? new BlockedCaller() : null;
    CallContext own = calls.context();
    CallContext held = caller == null ? own : own.heldBy(caller);
    return Blocking.await(request.name(), request.info(), caller, () -> sending.apply(held));
  }

  private <T, R> void intercept(
      CallRequest request,
      Result<T> result,
      Function<Completion<T>, R> wanted,
      CallFuture<R> future,
      CallContext context) {
    Intercepted intercepted = new Intercepted(calls, request, false, context);
    OneReading<T> reading = new OneReading<>(result);
    WholeOnion<T> onion = new WholeOnion<>(this, interception.interceptors(), intercepted, reading);
    future.belongsTo(
        () -> {
          onion.cancel();
          reading.forget();
          intercepted.cancelled(0);
        });
    WholeOnion.whenEnded(
        onion.proceed(0, interception.outgoing(request, false)),
        (completion, failure) -> {
          R value;
          try {
            if (completion == null) {
              throw failure == null ? new NullPointerException("no completion") : failure;
            }
            value =
                wanted.apply(
                    completion.map(text -> reading.take(completion.response(), intercepted::info)));
          } catch (Throwable t) {
            reading.forget();
            intercepted.ended(0, t);
            future.fail(t);
            return;
          }
          intercepted.ended(0, null);
          Memory.keep(request, completion::exchange);
          future.succeed(value);
        });
  }

  /** A call for all of an answer in one piece, which has not begun. */
  <T> Call completing(
      CallRequest request,
      Result<T> result,
      CallFuture<Completion<T>> future,
      CallContext context) {
    return chat(request, result, whole(future), future, context);
  }

  private static <T> HandOver<T> whole(CallFuture<Completion<T>> future) {
    return (value, rest) -> future.succeed(rest.get().completion(value));
  }

  private <T> Call chat(
      CallRequest request,
      Result<T> result,
      HandOver<T> handOver,
      CallFuture<?> future,
      CallContext context) {
    Call call =
        calls.newCall(
            request,
            new Caller(
                future,
                (sink, response, loop) ->
                    new ChatAnswer<>(sink, response, calls.decoding(loop), result, handOver),
                context));
    future.belongsTo(call);
    return call;
  }

  /** A future of the client's own, completed where callbacks run. */
  public <T> CompletableFuture<T> handOver(String name, CompletableFuture<T> source) {
    CallFuture<T> future = new CallFuture<>(stages.callbacks(), name, calls.context());
    future.belongsTo(() -> source.cancel(false));
    WholeOnion.whenEnded(
        source,
        (value, failure) -> {
          if (failure != null) {
            future.fail(failure);
          } else {
            future.succeed(Objects.requireNonNull(value));
          }
        });
    return future;
  }

  /** Makes a call for anything but chat. Cancelling the future cancels the call. */
  <T> CompletableFuture<T> service(CallRequest request, ServiceAnswer.Reading<T> reading) {
    CallFuture<T> future = new CallFuture<>();
    Call call =
        calls.newCall(
            request,
            new Caller(
                future,
                (sink, response, loop) ->
                    new ServiceAnswer<>(sink, response, calls.decoding(loop), reading, future),
                calls.context()));
    future.belongsTo(call);
    call.start();
    return future;
  }

  /**
   * Opens connections before they are needed.
   *
   * @return completes when they can carry calls; fails as a call would
   */
  public CompletableFuture<Void> warmUp(Origin origin, int connections) {
    CompletableFuture<Void> warm = new CompletableFuture<>();
    stages
        .transport()
        .warmUp(origin, connections)
        .whenComplete(
            (nothing, failure) -> {
              if (failure == null) {
                warm.complete(null);
              } else {
                warm.completeExceptionally(Failures.ofWarmUp(failure, origin));
              }
            });
    return warm;
  }

  /** What the client holds for calls; the future completes when every loop has said so. */
  public CompletableFuture<Vitals> vitals() {
    Limits limits = stages.limits();
    return stages
        .transport()
        .vitals()
        .thenApply(loops -> new Vitals(loops, limits.admitted(), limits.waiting()));
  }

  /** How many requests each gateway takes at once. */
  public GatewayQueues gateways() {
    return stages.gateways();
  }

  /** Lets go of the threads that tools run on. */
  public void closeTools() {
    stages.tools().close();
  }
}
