package dev.gatewayz.internal.answer;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a future has of its call. */
class CallFutureTest {

  /** A call with a request. */
  private record Large(byte[] request) implements Cancellable {
    @Override
    public void cancel() {}
  }

  @Test
  void whoeverKeepsTheAnswerDoesNotKeepTheRequest() {
    CallFuture<String> future = new CallFuture<>();
    WeakReference<Large> call = begin(future);
    future.succeed("answer");

    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (call.get() != null) {
      assertThat(System.nanoTime() - end).isNegative();
      System.gc();
    }
    assertThat(future.join()).isEqualTo("answer");
  }

  private static WeakReference<Large> begin(CallFuture<String> future) {
    Large call = new Large(new byte[1 << 20]);
    future.belongsTo(call);
    return new WeakReference<>(call);
  }

  static List<Consumer<CompletableFuture<String>>> completions() {
    return List.of(
        future -> future.complete("mine"),
        future -> future.completeExceptionally(new IllegalStateException()),
        future -> future.completeAsync(() -> "mine", Runnable::run),
        future -> future.completeOnTimeout("mine", 1, TimeUnit.NANOSECONDS),
        future -> future.orTimeout(1, TimeUnit.NANOSECONDS),
        future -> future.obtrudeValue("mine"),
        future -> future.obtrudeException(new IllegalStateException()),
        future -> future.cancel(true));
  }

  @ParameterizedTest
  @MethodSource("completions")
  void whoeverCompletesItBeforeItsCallEndsThat(Consumer<CompletableFuture<String>> completion) {
    CountDownLatch cancelled = new CountDownLatch(1);
    CallFuture<String> future = new CallFuture<>();
    future.belongsTo(cancelled::countDown);

    completion.accept(future);

    assertThat(cancelled).satisfies(latch -> assertThat(latch.await(20, SECONDS)).isTrue());
  }

  @ParameterizedTest
  @MethodSource("completions")
  void afterItsEndThereIsNoCallToEnd(Consumer<CompletableFuture<String>> completion) {
    AtomicInteger cancels = new AtomicInteger();
    CallFuture<String> future = new CallFuture<>();
    future.belongsTo(cancels::incrementAndGet);
    future.succeed("answer");

    completion.accept(future);

    assertThat(cancels).hasValue(0);
  }
}
