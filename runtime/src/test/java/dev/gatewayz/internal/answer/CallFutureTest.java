package dev.gatewayz.internal.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

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

  @Test
  void whoeverCompletesItBeforeItsCallEndsThat() {
    AtomicInteger cancels = new AtomicInteger();
    CallFuture<String> future = new CallFuture<>();
    future.belongsTo(cancels::incrementAndGet);

    future.complete("mine");

    assertThat(cancels).hasValue(1);
  }
}
