package dev.gatewayz.internal.answer;

import dev.gatewayz.AnswerSubscriber;
import dev.gatewayz.Completion;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.Partial;
import dev.gatewayz.internal.log.Log;
import dev.gatewayz.internal.time.LoopClock;
import dev.gatewayz.internal.wire.AnswerFields;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A streamed answer whose chunks somebody else brings than the gateway itself. One chunk is asked
 * for at a time, while the subscriber wants something. Signals come from any thread; what they do
 * is done one after the other.
 *
 * @param <E> the pieces that the subscriber gets
 */
public final class ChunkStream<E> implements Upstream, AnswerSink, AnswerSubscriber<ChatChunk> {
  private final Flow.Publisher<ChatChunk> source;
  private final String model;
  private final ChunkOwner owner;
  private final PieceMaker<E> pieces;
  private final Delivery<E> delivery;
  private final StreamContent content;
  private final AnswerFields fields = new AnswerFields();
  private final SerialSteps steps = new SerialSteps();
  private final LoopClock clock = new LoopClock();
  private volatile boolean cancelled;

  // Touched by the steps alone.
  private Flow.@Nullable Subscription subscription;
  private @Nullable Completion<String> completion;
  private boolean asked;
  private boolean over;

  /**
   * Chunks of a source.
   *
   * @param model the model to name where a chunk names none
   * @param owner whose chunks they are
   * @param pieces what is made of the chunks
   */
  public ChunkStream(
      Flow.Publisher<ChatChunk> source,
      String model,
      ChunkOwner owner,
      Function<AnswerSink, PieceMaker<E>> pieces,
      Delivery<E> delivery) {
    this.source = source;
    this.model = model;
    this.owner = owner;
    this.pieces = pieces.apply(this);
    this.delivery = delivery;
    this.content = new StreamContent(delivery.wantsCompletion(), false);
  }

  // What the subscriber wants.

  @Override
  public void start() {
    step(
        () -> {
          if (!delivery.refuseBadDemand()) {
            source.subscribe(this);
          }
        });
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  @Override
  public void cancel() {
    if (!cancelled) {
      cancelled = true;
      step(
          () -> {
            stop();
            delivery.drop();
          });
    }
  }

  @Override
  public void stop() {
    if (!over) {
      end(new CancellationException());
      cancelSource();
    }
  }

  @Override
  public boolean onLoop(Runnable step) {
    step(step);
    return true;
  }

  @Override
  public LoopClock time() {
    return clock;
  }

  @Override
  public void credit(int bytes) {
    // Chunks are asked for one by one.
  }

  @Override
  public boolean addBuffered(int bytes) {
    return true;
  }

  @Override
  public void wanted() {
    step(this::ask);
  }

  private void ask() {
    Flow.Subscription from = subscription;
    if (from != null && !asked && !over && !delivery.isPaused() && delivery.isEmpty()) {
      asked = true;
      from.request(1);
    }
  }

  // What the source brings.

  @Override
  public void onSubscribe(Flow.Subscription from) {
    Objects.requireNonNull(from, "subscription");
    step(
        () -> {
          if (subscription != null || over) {
            cancel(from);
          } else {
            subscription = from;
            ask();
          }
        });
  }

  @Override
  public void onNext(ChatChunk chunk) {
    Objects.requireNonNull(chunk, "chunk");
    step(
        () -> {
          if (!over) {
            take(chunk);
          }
        });
  }

  private void take(ChatChunk chunk) {
    asked = false;
    clock.turn(() -> handOn(chunk));
    ask();
  }

  private void handOn(ChatChunk chunk) {
    fields.set(chunk);
    String failure = content.add(fields);
    pieces.onChunk(fields, delivery);
    if (failure != null && !over) {
      failed(Failures.ofProvider(this, failure));
    }
    delivery.received(0);
  }

  @Override
  public void onCompletion(Completion<String> completion) {
    step(() -> this.completion = completion);
  }

  @Override
  public void onComplete() {
    step(
        () -> {
          if (!over) {
            pieces.onEnd(delivery);
            complete();
          }
        });
  }

  private void complete() {
    if (over) {
      return;
    }
    GatewayzException flaw = pieces.flaw(content);
    if (flaw != null) {
      failed(flaw);
      return;
    }
    Completion<String> whole = delivery.wantsCompletion() ? whole() : null;
    end(null);
    try {
      pieces.onWhole();
    } finally {
      delivery.complete(whole);
    }
  }

  private Completion<String> whole() {
    if (completion != null) {
      return completion;
    }
    CallInfo info = info();
    return Completion.builder(content.text(), content.toCompletion(model))
        .requestId(info.requestId())
        .attempts(info.attempts())
        .build();
  }

  @Override
  public void onError(Throwable failure) {
    Objects.requireNonNull(failure, "failure");
    step(() -> fail(failure));
  }

  // What the pieces report.

  @Override
  public CallInfo info() {
    return owner.info();
  }

  @Override
  public Partial partial() {
    return Partial.builder()
        .text(content.text())
        .toolCalls(content.toolCalls())
        .usage(content.usage())
        .build();
  }

  @Override
  public boolean isWanted() {
    return !over;
  }

  @Override
  public void arrived() {
    // No other attempt runs beside this one.
  }

  @Override
  public void spoke() {
    // No deadline runs here; the call to the gateway has its own.
  }

  @Override
  public void answered() {
    complete();
  }

  @Override
  public void failed(GatewayzException failure) {
    fail(failure);
  }

  // The end.

  private void fail(Throwable failure) {
    if (!over) {
      end(failure);
      cancelSource();
      delivery.fail(failure);
    }
  }

  private void end(@Nullable Throwable failure) {
    over = true;
    owner.ended(delivery.pieces(), failure);
  }

  private void cancelSource() {
    Flow.Subscription from = subscription;
    if (from != null) {
      cancel(from);
    }
  }

  /** The subscription may be the user's; nothing depends on what it does. */
  private static void cancel(Flow.Subscription from) {
    try {
      from.cancel();
    } catch (Throwable t) {
      Log.warning("A publisher threw when it was cancelled.", t);
    }
  }

  private void step(Runnable step) {
    steps.run(
        () -> {
          try {
            step.run();
          } catch (Throwable t) {
            fail(t);
          }
        });
  }
}
