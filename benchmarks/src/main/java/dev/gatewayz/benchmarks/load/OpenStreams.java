package dev.gatewayz.benchmarks.load;

import dev.gatewayz.benchmarks.client.Client;
import dev.gatewayz.benchmarks.client.Pieces;
import java.lang.management.ManagementFactory;
import java.util.StringJoiner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What streams cost that are open and slow: memory, threads, processor time. */
final class OpenStreams {
  private static final long PATIENCE_SECONDS = 90;

  private OpenStreams() {}

  static String measure(Client client, String model, int total) throws InterruptedException {
    long before = usedHeap();
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger failed = new AtomicInteger();
    AtomicInteger pieces = new AtomicInteger();
    CountDownLatch allBegun = new CountDownLatch(total);
    CountDownLatch allEnded = new CountDownLatch(total);
    Meter meter = Meter.start();
    for (int i = 0; i < total; i++) {
      client.stream(
          model,
          new Pieces() {
            private boolean isBegun;

            @Override
            public void piece(String text) {
              pieces.incrementAndGet();
              if (!isBegun) {
                isBegun = true;
                begun.incrementAndGet();
                allBegun.countDown();
              }
            }

            @Override
            public void end(@Nullable Throwable failure) {
              if (failure != null && failed.getAndIncrement() == 0) {
                failure.printStackTrace();
              }
              allBegun.countDown();
              allEnded.countDown();
            }
          });
    }
    allBegun.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    long open = total - (total - allEnded.getCount());
    long heap = (usedHeap() - before) / Math.max(1, open);
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();
    allEnded.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    Cost cost = meter.stop();
    return new StringJoiner(" ")
        .add("total=" + total)
        .add("begun=" + begun)
        .add("open=" + open)
        .add("ended=" + (total - allEnded.getCount() - failed.get()))
        .add("heap=" + heap)
        .add("threads=" + threads)
        .add("pieces=" + pieces)
        .add("cpu=" + cost.cpuNanos())
        .add("wall=" + cost.wallNanos())
        .toString();
  }

  private static long usedHeap() {
    Runtime runtime = Runtime.getRuntime();
    long used = Long.MAX_VALUE;
    // The second collection finds what the first one's reference processing let go.
    for (int i = 0; i < 3; i++) {
      System.gc();
      used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
    }
    return used;
  }
}
