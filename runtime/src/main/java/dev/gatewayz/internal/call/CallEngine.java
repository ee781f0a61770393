package dev.gatewayz.internal.call;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.internal.http.Origin;
import dev.gatewayz.internal.transport.LoopContext;
import dev.gatewayz.internal.transport.Transport;
import dev.gatewayz.observe.GatewayzListener;
import io.netty.channel.EventLoop;
import io.netty.util.AsciiString;
import io.netty.util.internal.ThreadExecutorMap;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes calls, and holds what they share. Thread-safe. */
public final class CallEngine {
  private final Transport transport;
  private final Accounts accounts;
  private final Limits limits;
  private final Interception interception;
  private final List<GatewayzListener> listeners;
  private final ToolThreads toolThreads;
  private final int maxEventSize;
  private final int maxBodySize;
  private final boolean showsPrompts;
  private final Decoding[] decodings;
  private final RetryBudget retryBudget = new RetryBudget();
  private final byte[] requestIdPrefix =
      (Long.toString(ThreadLocalRandom.current().nextLong() >>> 1, Character.MAX_RADIX) + "-")
          .getBytes(StandardCharsets.US_ASCII);
  private final AtomicLong sequence = new AtomicLong();

  /**
   * An engine.
   *
   * @param maxEventSize the largest event of a stream, in bytes
   * @param maxBodySize the largest answer in one piece, in bytes
   * @param showsPrompts whether errors may repeat what a server says of the prompt
   */
  CallEngine(
      Transport transport,
      Accounts accounts,
      Limits limits,
      Interception interception,
      List<GatewayzListener> listeners,
      ToolThreads toolThreads,
      int maxEventSize,
      int maxBodySize,
      boolean showsPrompts) {
    this.transport = transport;
    this.accounts = accounts;
    this.limits = limits;
    this.interception = interception;
    this.listeners = List.copyOf(listeners);
    this.toolThreads = toolThreads;
    this.maxEventSize = maxEventSize;
    this.maxBodySize = maxBodySize;
    this.showsPrompts = showsPrompts;
    this.decodings = new Decoding[transport.loops()];
    for (int i = 0; i < decodings.length; i++) {
      decodings[i] = new Decoding();
    }
  }

  /** Makes a call whose answer comes in one piece. Cancelling the future cancels the call. */
  public <T> CompletableFuture<T> send(CallRequest request, Result<T> result) {
    if (!interception.isEmpty()) {
      return interception.answer(this, request, result);
    }
    UnaryCall<T> call = new UnaryCall<>(this, request, result, new CallFuture<>());
    call.start();
    return call.future();
  }

  /**
   * Makes a call and blocks for its answer.
   *
   * @throws GatewayzException if there is none
   * @throws CancellationException if the thread is interrupted; the call is cancelled then
   * @throws IllegalStateException if the thread is an event loop, which must not block
   */
  public <T> T await(CallRequest request, Result<T> result) {
    requireBlockable(request);
    CompletableFuture<T> future = send(request, result);
    try {
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw interrupted();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw raised(cause == null ? e : cause);
    }
  }

  /** The text of the first choice, piece by piece; each subscription makes a call of its own. */
  public Flow.Publisher<String> text(CallRequest request) {
    return publisher(request, (last, delivery) -> new TextCall(this, last, delivery));
  }

  /** The chunks; each subscription makes a call of its own. */
  public Flow.Publisher<ChatChunk> chunks(CallRequest request) {
    return publisher(request, (last, delivery) -> new ChunkCall(this, last, delivery));
  }

  /** The elements of a list, one by one; each subscription makes a call of its own. */
  public <E> Flow.Publisher<E> elements(CallRequest request, ElementResult<E> result) {
    return publisher(request, (last, delivery) -> new ElementCall<>(this, last, result, delivery));
  }

  private <E> Flow.Publisher<E> publisher(
      CallRequest request, BiFunction<CallRequest, Delivery<E>, StreamCall<E>> calls) {
    return subscriber -> {
      Delivery<E> delivery = new Delivery<>(Objects.requireNonNull(subscriber, "subscriber"));
      CallRequest last = request;
      if (!interception.isEmpty()) {
        try {
          last = interception.request(request, true);
        } catch (RuntimeException e) {
          delivery.refuseBefore(e);
        }
      }
      delivery.subscribe(calls.apply(last, delivery));
    };
  }

  /**
   * The text of the first choice for a thread that blocks for it. Closing the stream cancels the
   * call.
   *
   * @throws IllegalStateException if the thread is an event loop, which must not block
   */
  public Stream<String> textStream(CallRequest request) {
    requireBlockable(request);
    return BlockingText.stream(text(request));
  }

  /**
   * Opens connections before they are needed.
   *
   * @return completes when they can carry calls; fails as a call would
   */
  public CompletableFuture<Void> warmUp(Origin origin, int connections) {
    CompletableFuture<Void> warm = new CompletableFuture<>();
    transport
        .warmUp(origin, connections)
        .whenComplete(
            (nothing, failure) -> {
              if (failure == null) {
                warm.complete(null);
              } else {
                warm.completeExceptionally(Failures.ofWarmUp(failure));
              }
            });
    return warm;
  }

  /** Lets go of the threads that tools run on. */
  public void closeTools() {
    toolThreads.close();
  }

  ToolThreads toolThreads() {
    return toolThreads;
  }

  Transport transport() {
    return transport;
  }

  Limits limits() {
    return limits;
  }

  RetryBudget retryBudget() {
    return retryBudget;
  }

  int maxEventSize() {
    return maxEventSize;
  }

  int maxBodySize() {
    return maxBodySize;
  }

  boolean showsPrompts() {
    return showsPrompts;
  }

  Decoding decoding(LoopContext context) {
    return decodings[context.index()];
  }

  /** A number that no other call of this client has. */
  long nextSequence() {
    return sequence.incrementAndGet();
  }

  /** The request id of a call, in letters that the gateway accepts. */
  AsciiString requestId(long sequence) {
    int length = requestIdPrefix.length;
    for (long rest = sequence; rest > 0; rest /= Character.MAX_RADIX) {
      length++;
    }
    byte[] id = Arrays.copyOf(requestIdPrefix, length);
    for (long rest = sequence; rest > 0; rest /= Character.MAX_RADIX) {
      id[--length] =
          (byte) Character.forDigit((int) (rest % Character.MAX_RADIX), Character.MAX_RADIX);
    }
    return new AsciiString(id, false);
  }

  /** Whoever tells the listeners about a call, {@code null} if nobody listens. */
  @Nullable CallWatch watch(Call call) {
    return listeners.isEmpty() ? null : new CallWatch(listeners, call.sequence(), call);
  }

  Accounts accounts() {
    return accounts;
  }

  /** Runs a task on a loop, or {@code otherwise} here if the loop has ended. */
  void execute(LoopContext context, Runnable task, Runnable otherwise) {
    try {
      context.loop().execute(task);
    } catch (RejectedExecutionException e) {
      otherwise.run();
    }
  }

  static CancellationException interrupted() {
    return new CancellationException("The thread was interrupted; its call was cancelled.");
  }

  /** What a blocked thread throws for a failure on an event loop: the same, with its own trace. */
  static RuntimeException raised(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof GatewayzException exception) {
      exception.fillInStackTrace();
      return exception;
    }
    return failure instanceof RuntimeException exception
        ? exception
        : new IllegalStateException(failure);
  }

  private static void requireBlockable(CallRequest request) {
    if (ThreadExecutorMap.currentExecutor() instanceof EventLoop) {
      String name = request.promptId() == null ? "This call" : request.promptId();
      throw new IllegalStateException(
          name
              + " would block an event loop: have it return a CompletableFuture or a"
              + " Flow.Publisher, or make it on another thread.");
    }
  }
}
