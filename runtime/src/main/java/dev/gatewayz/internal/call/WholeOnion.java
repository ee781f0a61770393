package dev.gatewayz.internal.call;

import dev.gatewayz.Completion;
import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.internal.answer.CallContext;
import dev.gatewayz.internal.answer.CallFuture;
import dev.gatewayz.internal.answer.Callbacks;
import dev.gatewayz.internal.answer.Cancellable;
import dev.gatewayz.internal.answer.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The interceptors around one call for a whole answer, and the gateway in the middle, on behalf of
 * somebody who may cancel it: all stages on the way in are cancelled then, but not what an
 * interceptor has detached. Thread-safe.
 *
 * @param <T> what the caller wants of the answer
 */
final class WholeOnion<T> implements Cancellable {
  private final CallEngine engine;
  private final List<Interceptor> interceptors;
  private final Intercepted intercepted;
  private final Result<T> result;

  /** What was returned on the way. Guarded by this. */
  private final List<CompletionStage<?>> stages = new ArrayList<>();

  /** Guarded by this. */
  private boolean cancelled;

  WholeOnion(
      CallEngine engine,
      List<Interceptor> interceptors,
      Intercepted intercepted,
      Result<T> result) {
    this.engine = engine;
    this.interceptors = interceptors;
    this.intercepted = intercepted;
    this.result = result;
  }

  /**
   * Passes a call on to an interceptor, or to the gateway behind the last of them. What is thrown
   * there is in the stage.
   */
  CompletionStage<Completion<String>> proceed(int place, OutgoingCall call) {
    intercepted.passed(call);
    CompletionStage<Completion<String>> stage;
    try {
      stage = place == interceptors.size() ? send(call) : ask(place, call);
    } catch (Throwable t) {
      return CompletableFuture.failedFuture(t);
    }
    boolean unwanted;
    synchronized (this) {
      stages.add(stage);
      unwanted = cancelled;
    }
    if (unwanted) {
      cancel(stage);
    }
    return stage;
  }

  /** An interceptor before it may have gone on elsewhere. */
  private CompletionStage<Completion<String>> ask(int place, OutgoingCall call) {
    AtomicReference<@Nullable CompletionStage<Completion<String>>> answer = new AtomicReference<>();
    intercepted
        .context()
        .run(() -> answer.set(interceptors.get(place).answer(call, new Following(place + 1))));
    return Objects.requireNonNull(answer.get(), "An interceptor returned null.");
  }

  private CompletionStage<Completion<String>> send(OutgoingCall call) {
    CallContext context = intercepted.context();
    CallFuture<Completion<String>> future = new CallFuture<>(Callbacks.NONE, "", context);
    // The result is made by the call too, so that the model may correct what does not fit.
    Call last =
        engine.completing(
            OutgoingRequest.of(call),
            (response, info) -> {
              result.of(response, info);
              return response.text();
            },
            future,
            context);
    synchronized (this) {
      if (cancelled) {
        throw new CancellationException("The caller has cancelled.");
      }
      // Who cancels from here on cancels this call, which tells its end itself.
      intercepted.made(last);
    }
    last.start();
    return future;
  }

  @Override
  public void cancel() {
    List<CompletionStage<?>> unwanted;
    synchronized (this) {
      cancelled = true;
      unwanted = List.copyOf(stages);
    }
    unwanted.forEach(WholeOnion::cancel);
  }

  private static void cancel(CompletionStage<?> stage) {
    try {
      stage.toCompletableFuture().cancel(false);
    } catch (Throwable t) {
      // It cannot be cancelled; nobody waits for it.
    }
  }

  /** Tells the end of a stage with the failure itself, not with what stages wrap it in. */
  static <T> void whenEnded(
      CompletionStage<T> stage, BiConsumer<? super @Nullable T, ? super @Nullable Throwable> end) {
    stage.whenComplete(
        (value, failure) -> {
          Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
          end.accept(value, cause == null ? failure : cause);
        });
  }

  /** What follows an interceptor. */
  private final class Following implements Interceptor.Next {
    private final int place;

    private Following(int place) {
      this.place = place;
    }

    @Override
    public CompletionStage<Completion<String>> proceed(OutgoingCall call) {
      return WholeOnion.this.proceed(place, call);
    }

    @Override
    public Interceptor.Next detached() {
      return new Detached(place, () -> new WholeOnion<>(engine, interceptors, intercepted, result));
    }
  }

  /** What follows an interceptor that lets the call outlive its caller. */
  private record Detached(int place, Supplier<WholeOnion<?>> onions) implements Interceptor.Next {

    @Override
    public CompletionStage<Completion<String>> proceed(OutgoingCall call) {
      WholeOnion<?> onion = onions.get();
      CallFuture<Completion<String>> future = new CallFuture<>();
      future.belongsTo(onion);
      whenEnded(
          onion.proceed(place, call),
          (answer, failure) -> {
            if (answer != null) {
              future.succeed(answer);
            } else {
              future.fail(failure == null ? new NullPointerException("no completion") : failure);
            }
          });
      return future;
    }
  }
}
