package dev.gatewayz.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionPermitsTest {

  /** A loop: one thread, the permits it holds, and how many it still wants to have had. */
  private static final class Loop implements ConnectionPermits.Holder {
    private final ConnectionPermits permits;
    private final int number;
    private final AtomicInteger out;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Random random;
    private int wanted;
    private int held;

    Loop(ConnectionPermits permits, int number, int wanted, AtomicInteger out) {
      this.permits = permits;
      this.number = number;
      this.wanted = wanted;
      this.out = out;
      this.random = new Random(number);
      permits.join(number, this);
    }

    void begin() {
      thread.execute(this::step);
    }

    /** Takes what there is, and uses some of it up. */
    private void step() {
      while (wanted > 0 && permits.takeOrWait(number)) {
        wanted--;
        held++;
        int taken = out.incrementAndGet();
        if (taken > permits.limit()) {
          done.completeExceptionally(
              new AssertionError(taken + " of " + permits.limit() + " permits are taken"));
        }
        if (random.nextInt(3) == 0) {
          giveBack();
        }
      }
      if (wanted == 0) {
        permits.stopWaiting(number);
        while (held > 0) {
          giveBack();
        }
        done.complete(null);
      } else if (held > 0) {
        thread.execute(this::giveBackOne);
      }
    }

    private void giveBackOne() {
      if (held > 0) {
        giveBack();
      }
      if (held > 0) {
        thread.execute(this::giveBackOne);
      }
    }

    private void giveBack() {
      held--;
      out.decrementAndGet();
      permits.giveBack(number);
    }

    @Override
    public void onPermit() {
      thread.execute(
          () -> {
            step();
            permits.wakeIfFree();
          });
    }

    @Override
    public void onClaim(int waiter) {
      thread.execute(
          () -> {
            if (!permits.isWaiting(waiter)) {
              return;
            }
            if (!permits.owes(number, waiter)) {
              permits.passClaim(number, waiter);
            } else if (held > 0) {
              giveBack();
            }
          });
    }
  }

  /** Everybody gets what it wants in the end, and never are more taken than there are. */
  @ParameterizedTest
  @CsvSource({"2,1,20000", "2,3,20000", "4,1,10000", "4,3,10000", "4,64,10000", "8,5,5000"})
  void noneIsLostAndNoneIsTakenTwice(int loops, int limit, int wanted) throws Exception {
    ConnectionPermits permits = new ConnectionPermits(loops, limit, limit);
    AtomicInteger out = new AtomicInteger();
    List<Loop> all = new ArrayList<>();
    for (int i = 0; i < loops; i++) {
      all.add(new Loop(permits, i, wanted, out));
    }
    try {
      all.forEach(Loop::begin);
      for (Loop loop : all) {
        loop.done.get(20, TimeUnit.SECONDS);
      }
      for (Loop loop : all) {
        loop.thread.submit(() -> {}).get();
      }
      assertThat(permits.taken()).isZero();
      assertThat(permits.isAnyWaiting()).isFalse();
    } finally {
      all.forEach(loop -> loop.thread.shutdownNow());
    }
  }

  @Test
  void whoHasFewestComesFirst() {
    ConnectionPermits permits = new ConnectionPermits(2, 3, 3);
    List<String> heard = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      int loop = i;
      permits.join(
          loop,
          new ConnectionPermits.Holder() {
            @Override
            public void onPermit() {
              heard.add("permit for " + loop);
            }

            @Override
            public void onClaim(int waiter) {
              heard.add(loop + " owes " + waiter);
            }
          });
    }
    assertThat(permits.take(0) && permits.take(0) && permits.take(0)).isTrue();
    assertThat(permits.takeOrWait(1)).isFalse();
    assertThat(heard).containsExactly("0 owes 1");

    assertThat(permits.owes(0, 1)).isTrue();
    permits.giveBack(0);

    assertThat(heard).containsExactly("0 owes 1", "permit for 1");
    assertThat(permits.takeOrWait(1)).isTrue();
    assertThat(permits.owes(0, 1)).isFalse();
  }

  @Test
  void untilAConnectionShowsWhichLimitCountsItIsTheLowerOne() {
    ConnectionPermits permits = new ConnectionPermits(1, 1, 2);
    assertThat(permits.take(0)).isTrue();
    assertThat(permits.take(0)).isFalse();
    permits.learn(true);
    assertThat(permits.take(0)).isTrue();
    assertThat(permits.take(0)).isFalse();
  }
}
