package dev.gatewayz.benchmarks.load;

import dev.gatewayz.benchmarks.client.Client;
import dev.gatewayz.benchmarks.client.Pieces;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Opens streams at a steady rate, whether earlier ones have ended or not, and measures how long
 * each takes from when it was to begin to its first piece. So what makes a stream wait is counted,
 * be it the streams before it or the thread that begins them.
 */
final class PacedStreams {
  private static final int PATIENCE_SECONDS = 60;

  private PacedStreams() {}

  static String measure(Client client, String model, int perSecond, int total)
      throws InterruptedException {
    long[] ages = new long[total];
    CountDownLatch toEnd = new CountDownLatch(total);
    long start = System.nanoTime();
    for (int i = 0; i < total; i++) {
      long due = start + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      client.stream(model, new Paced(ages, i, due, toEnd));
    }
    if (!toEnd.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(toEnd.getCount() + " streams have not ended.");
    }
    Arrays.sort(ages);
    return "p50=" + ages[total / 2] + " p99=" + ages[total * 99 / 100] + " max=" + ages[total - 1];
  }

  private static final class Paced implements Pieces {
    private final long[] ages;
    private final int number;
    private final long due;
    private final CountDownLatch toEnd;

    Paced(long[] ages, int number, long due, CountDownLatch toEnd) {
      this.ages = ages;
      this.number = number;
      this.due = due;
      this.toEnd = toEnd;
    }

    @Override
    public void piece(String text) {
      if (ages[number] == 0) {
        ages[number] = System.nanoTime() - due;
      }
    }

    @Override
    public void end(@Nullable Throwable failure) {
      if (failure != null) {
        failure.printStackTrace();
        // Never is late.
        ages[number] = Long.MAX_VALUE;
      }
      toEnd.countDown();
    }
  }
}
