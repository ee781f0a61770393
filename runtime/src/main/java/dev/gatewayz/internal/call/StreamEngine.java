package dev.gatewayz.internal.call;

import dev.gatewayz.AnswerStream;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.internal.answer.AnswerSink;
import dev.gatewayz.internal.answer.CallContext;
import dev.gatewayz.internal.answer.Callbacks;
import dev.gatewayz.internal.answer.ChunkPieces;
import dev.gatewayz.internal.answer.ChunkStream;
import dev.gatewayz.internal.answer.Delivery;
import dev.gatewayz.internal.answer.ElementPieces;
import dev.gatewayz.internal.answer.ElementResult;
import dev.gatewayz.internal.answer.PieceMaker;
import dev.gatewayz.internal.answer.SnapshotPieces;
import dev.gatewayz.internal.answer.Snapshots;
import dev.gatewayz.internal.answer.StreamAnswer;
import dev.gatewayz.internal.answer.TextPieces;
import dev.gatewayz.internal.call.StreamOnion.FromGateway;
import dev.gatewayz.internal.request.CallRequest;
import dev.gatewayz.internal.subscribe.BlockingReader;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes the calls whose answers are wanted in pieces, one method for each kind. Thread-safe. */
public final class StreamEngine {
  private final CallFactory calls;
  private final Interception interception;

  StreamEngine(CallFactory calls, Interception interception) {
    this.calls = calls;
    this.interception = interception;
  }

  /**
   * The text of the first choice, piece by piece; each subscription makes a call of its own.
   *
   * @param acceptsTruncated whether text that breaks off is wanted, too
   */
  public AnswerStream<String> text(CallRequest request, boolean acceptsTruncated) {
    // Two that hold nothing, in place of one for each stream that holds an answer to yes or no.
    return acceptsTruncated
        ? stream(request, sink -> new TextPieces(true, sink))
        : stream(request, sink -> new TextPieces(false, sink));
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
    Callbacks callbacks = subscriber instanceof BlockingReader ? Callbacks.NONE : calls.callbacks();
    CallContext context = calls.context();
    Delivery<E> delivery =
        new Delivery<>(Memory.keeping(request, subscriber), callbacks, request.name(), context);
    Function<AnswerSink, PieceMaker<E>> pieces = makers.apply(delivery);
    CallRequest paid;
    try {
      paid = interception.requests().paid(request);
    } catch (Throwable t) {
      delivery.refuse(streaming(request, pieces, delivery, context), t);
      return;
    }
    if (interception.isEmpty()) {
      delivery.subscribe(streaming(paid, pieces, delivery, context));
    } else {
      intercept(paid, pieces, delivery, context);
    }
  }

  private <E> void intercept(
      CallRequest request,
      Function<AnswerSink, PieceMaker<E>> pieces,
      Delivery<E> delivery,
      CallContext context) {
    Intercepted intercepted = new Intercepted(calls, request, true, context);
    Flow.Publisher<ChatChunk> chunks;
    try {
      chunks =
          new StreamOnion(this, interception.interceptors(), intercepted)
              .proceed(0, interception.outgoing(request, true));
    } catch (Throwable t) {
      intercepted.ended(0, t);
      delivery.refuse(streaming(request, pieces, delivery, context), t);
      return;
    }
    delivery.ifNeverBegun(() -> intercepted.cancelled(0));
    // What nobody has wrapped is read as if nobody stood there.
    delivery.subscribe(
        chunks instanceof FromGateway gateway && gateway.intercepted() == intercepted
            ? streaming(gateway.request(), pieces, delivery, context)
            : new ChunkStream<>(chunks, request.modelName(), intercepted, pieces, delivery));
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
    return calls.newCall(
        request,
        new Caller(
            delivery,
            (sink, response, loop) ->
                new StreamAnswer<>(
                    sink, response, calls.decoding(loop), pieces.apply(sink), delivery),
            context));
  }
}
