package dev.gatewayz.internal.call;

import dev.gatewayz.AnswerStream;
import dev.gatewayz.Completion;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.internal.answer.AnswerFactory;
import dev.gatewayz.internal.answer.AnswerSink;
import dev.gatewayz.internal.answer.CallContext;
import dev.gatewayz.internal.answer.CallFuture;
import dev.gatewayz.internal.answer.Callbacks;
import dev.gatewayz.internal.answer.ChatAnswer;
import dev.gatewayz.internal.answer.ChunkPieces;
import dev.gatewayz.internal.answer.ChunkStream;
import dev.gatewayz.internal.answer.Decoding;
import dev.gatewayz.internal.answer.Delivery;
import dev.gatewayz.internal.answer.ElementPieces;
import dev.gatewayz.internal.answer.ElementResult;
import dev.gatewayz.internal.answer.Failures;
import dev.gatewayz.internal.answer.HandOver;
import dev.gatewayz.internal.answer.PieceMaker;
import dev.gatewayz.internal.answer.Receiver;
import dev.gatewayz.internal.answer.Result;
import dev.gatewayz.internal.answer.ServiceAnswer;
import dev.gatewayz.internal.answer.SnapshotPieces;
import dev.gatewayz.internal.answer.Snapshots;
import dev.gatewayz.internal.answer.StreamAnswer;
import dev.gatewayz.internal.answer.TextPieces;
import dev.gatewayz.internal.call.StreamOnion.FromGateway;
import dev.gatewayz.internal.http.Origin;
import dev.gatewayz.internal.request.CallRequest;
import dev.gatewayz.internal.subscribe.BlockedCaller;
import dev.gatewayz.internal.subscribe.Blocking;
import dev.gatewayz.internal.subscribe.BlockingReader;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes calls, one method for each way an answer can arrive. Thread-safe. */
public final class CallEngine {
  private final CallStages stages;
  private final Interception interception;
  private final RequestIds ids = new RequestIds();

  /** What the calls of each loop share while they decode. */
  private final Decoding[] decodings;

  /** An engine whose calls go through those stages, behind the interceptors. */
  public CallEngine(CallStages stages, Interception interception) {
    this.stages = stages;
    this.interception = interception;
    this.decodings = new Decoding[stages.transport().loops()];
    for (int i = 0; i < decodings.length; i++) {
      decodings[i] = new Decoding(stages.rules());
    }
  }

  /** Makes a call whose answer comes in one piece. Cancelling the future cancels the call. */
  public <T> CompletableFuture<T> send(CallRequest request, Result<T> result) {
    return send(request, result, stages.callbacks(), context());
  }

  /** Blocks for an answer in one piece; throws what {@link #awaitCompletion} throws. */
  public <T> T await(CallRequest request, Result<T> result) {
    return await(request, context -> send(request, result, Callbacks.NONE, context));
  }

  private <T> CompletableFuture<T> send(
      CallRequest request, Result<T> result, Callbacks callbacks, CallContext context) {
    CallFuture<T> future = new CallFuture<>(callbacks, request.name(), context);
    if (interception.isEmpty()) {
      chat(request, result, (value, rest) -> future.succeed(value), future, context).start();
    } else {
      intercept(request, result, Completion::value, future, context);
    }
    return future;
  }

  /** Makes a call whose answer comes in one piece, for all that comes with it. */
  public <T> CompletableFuture<Completion<T>> complete(CallRequest request, Result<T> result) {
    return complete(request, result, stages.callbacks(), context());
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
      completing(request, result, future, context).start();
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
    CallContext own = context();
    CallContext held = caller == null ? own : own.heldBy(caller);
    return Blocking.await(request.name(), request.info(), caller, () -> sending.apply(held));
  }

  private CallContext context() {
    return CallContext.capture(stages.carriers());
  }

  private <T, R> void intercept(
      CallRequest request,
      Result<T> result,
      Function<Completion<T>, R> wanted,
      CallFuture<R> future,
      CallContext context) {
    Intercepted intercepted = new Intercepted(this, request, false, context);
    WholeOnion<T> onion = new WholeOnion<>(this, interception.interceptors(), intercepted, result);
    future.belongsTo(
        () -> {
          onion.cancel();
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
                    completion.map(text -> result.of(completion.response(), intercepted::info)));
          } catch (Throwable t) {
            intercepted.ended(0, t);
            future.fail(t);
            return;
          }
          intercepted.ended(0, null);
          future.succeed(value);
        });
  }

  /** A call for all of an answer in one piece, which has not begun. */
  <T> Call completing(
      CallRequest request,
      Result<T> result,
      CallFuture<Completion<T>> future,
      CallContext context) {
    return chat(
        request,
        result,
        (value, rest) -> future.succeed(rest.get().completion(value)),
        future,
        context);
  }

  private <T> Call chat(
      CallRequest request,
      Result<T> result,
      HandOver<T> handOver,
      CallFuture<?> future,
      CallContext context) {
    Call call =
        newCall(
            request,
            future,
            (sink, response, loop) ->
                new ChatAnswer<>(sink, response, decodings[loop], result, handOver),
            context);
    future.belongsTo(call);
    return call;
  }

  /** A future of the client's own, completed where callbacks run. */
  public <T> CompletableFuture<T> handOver(String name, CompletableFuture<T> source) {
    CallFuture<T> future = new CallFuture<>(stages.callbacks(), name, context());
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
        newCall(
            request,
            future,
            (sink, response, loop) ->
                new ServiceAnswer<>(sink, response, decodings[loop], reading, future),
            context());
    future.belongsTo(call);
    call.start();
    return future;
  }

  private Call newCall(
      CallRequest request, Receiver receiver, AnswerFactory answers, CallContext context) {
    return new Call(stages, ids, request, receiver, answers, context);
  }

  /**
   * The text of the first choice, piece by piece; each subscription makes a call of its own.
   *
   * @param acceptsTruncated whether text that breaks off is wanted, too
   */
  public AnswerStream<String> text(CallRequest request, boolean acceptsTruncated) {
    return stream(request, sink -> new TextPieces(acceptsTruncated, sink));
  }

  /** The chunks; each subscription makes a call of its own. */
  public AnswerStream<ChatChunk> chunks(CallRequest request) {
    return stream(request, sink -> new ChunkPieces(request.modelName()));
  }

  /** The elements of a list, one by one; each subscription makes a call of its own. */
  public <E> AnswerStream<E> elements(CallRequest request, ElementResult<E> result) {
    return stream(request, sink -> new ElementPieces<>(result, sink));
  }

  /** A value as it grows; each subscription makes a call of its own. */
  public <T> AnswerStream<T> snapshots(CallRequest request, Supplier<Snapshots<T>> snapshots) {
    return new CallStream<>(
        request,
        subscriber ->
            this.<T>subscribe(
                request,
                delivery -> sink -> new SnapshotPieces<>(snapshots.get(), sink, delivery),
                subscriber));
  }

  private <E> AnswerStream<E> stream(
      CallRequest request, Function<AnswerSink, PieceMaker<E>> pieces) {
    return new CallStream<>(
        request, subscriber -> this.<E>subscribe(request, delivery -> pieces, subscriber));
  }

  private <E> void subscribe(
      CallRequest request,
      Function<Delivery<E>, Function<AnswerSink, PieceMaker<E>>> makers,
      Flow.Subscriber<? super E> subscriber) {
    Objects.requireNonNull(subscriber, "subscriber");
    Callbacks callbacks =
        subscriber instanceof BlockingReader ? Callbacks.NONE : stages.callbacks();
    CallContext context = context();
    Delivery<E> delivery = new Delivery<>(subscriber, callbacks, request.name(), context);
    Function<AnswerSink, PieceMaker<E>> pieces = makers.apply(delivery);
    if (interception.isEmpty()) {
      delivery.subscribe(streaming(request, pieces, delivery, context));
    } else {
      intercept(request, pieces, delivery, context);
    }
  }

  private <E> void intercept(
      CallRequest request,
      Function<AnswerSink, PieceMaker<E>> pieces,
      Delivery<E> delivery,
      CallContext context) {
    Intercepted intercepted = new Intercepted(this, request, true, context);
    Flow.Publisher<ChatChunk> chunks;
    try {
      chunks =
          new StreamOnion(this, interception.interceptors(), intercepted)
              .proceed(0, interception.outgoing(request, true));
    } catch (Throwable t) {
      intercepted.ended(0, t);
      delivery.refuseBefore(t);
      delivery.subscribe(streaming(request, pieces, delivery, context));
      return;
    }
    delivery.ifNeverBegun(() -> intercepted.cancelled(0));
    // What nobody has wrapped is read as if nobody stood there.
    delivery.subscribe(
        chunks instanceof FromGateway gateway && gateway.intercepted() == intercepted
            ? streaming(gateway.request(), pieces, delivery, context)
            : new ChunkStream<>(
                chunks,
                request.modelName(),
                intercepted::info,
                pieces,
                delivery,
                failure -> intercepted.ended(delivery.pieces(), failure)));
  }

  /** The chunks of a call that interceptors make. */
  void chunks(
      CallRequest request, Intercepted intercepted, Flow.Subscriber<? super ChatChunk> subscriber) {
    CallContext context = intercepted.context();
    Delivery<ChatChunk> delivery =
        new Delivery<>(
            Objects.requireNonNull(subscriber, "subscriber"),
            Callbacks.NONE,
            request.name(),
            context);
    Call call = streaming(request, sink -> new ChunkPieces(request.modelName()), delivery, context);
    intercepted.made(call);
    delivery.ifNeverBegun(intercepted::unmade);
    delivery.subscribe(call);
  }

  private <E> Call streaming(
      CallRequest request,
      Function<AnswerSink, PieceMaker<E>> pieces,
      Delivery<E> delivery,
      CallContext context) {
    return newCall(
        request,
        delivery,
        (sink, response, loop) ->
            new StreamAnswer<>(sink, response, decodings[loop], pieces.apply(sink), delivery),
        context);
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
