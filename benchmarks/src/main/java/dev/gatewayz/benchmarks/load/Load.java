package dev.gatewayz.benchmarks.load;

import dev.gatewayz.benchmarks.client.Client;
import dev.gatewayz.benchmarks.client.Pieces;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a number of calls or streams under way until so many have ended: whichever ends begins the
 * next one, on the thread that its end was told on. The first ones begin on the caller's thread.
 */
public final class Load {
  /** Threads that outlive a measurement, so that what they have allocated is seen. */
  private static final ExecutorService CALLERS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "caller");
            thread.setDaemon(true);
            return thread;
          });

  private final Client client;
  private final boolean isStreamed;
  private final String model;
  private final AtomicInteger toBegin;
  private final CountDownLatch toEnd;
  private final AtomicLong pieces = new AtomicLong();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  private Load(Client client, boolean isStreamed, String model, int total) {
    this.client = client;
    this.isStreamed = isStreamed;
    this.model = model;
    this.toBegin = new AtomicInteger(total);
    this.toEnd = new CountDownLatch(total);
  }

  /** Makes calls and returns how many pieces of text came back. */
  public static long calls(Client client, String model, int inFlight, int total)
      throws InterruptedException {
    Load load = new Load(client, false, model, total);
    return client.isBlocking() ? load.onThreads(inFlight) : load.run(inFlight);
  }

  /** Opens streams and returns how many pieces of text came back. */
  public static long streams(Client client, String model, int inFlight, int total)
      throws InterruptedException {
    return new Load(client, true, model, total).run(inFlight);
  }

  private long run(int inFlight) throws InterruptedException {
    for (int i = 0; i < inFlight; i++) {
      next();
    }
    return result();
  }

  private long onThreads(int inFlight) throws InterruptedException {
    for (int i = 0; i < inFlight; i++) {
      CALLERS.execute(this::callOnAndOn);
    }
    return result();
  }

  private void callOnAndOn() {
    while (toBegin.getAndDecrement() > 0) {
      try {
        client.call(model, new One(false));
      } catch (RuntimeException e) {
        giveUp(e);
      }
    }
  }

  private long result() throws InterruptedException {
    toEnd.await();
    Throwable first = failure.get();
    if (first != null) {
      throw new IllegalStateException("A call failed.", first);
    }
    return pieces.get();
  }

  /** One failure fails the whole: what is still under way may never end. */
  private void giveUp(Throwable cause) {
    failure.compareAndSet(null, cause);
    toBegin.set(0);
    while (toEnd.getCount() > 0) {
      toEnd.countDown();
    }
  }

  private void next() {
    if (toBegin.getAndDecrement() > 0) {
      if (isStreamed) {
        client.stream(model, new One(true));
      } else {
        client.call(model, new One(true));
      }
    }
  }

  private final class One implements Pieces {
    private final boolean isFollowed;
    private int received;

    One(boolean isFollowed) {
      this.isFollowed = isFollowed;
    }

    @Override
    public void piece(String text) {
      received++;
    }

    @Override
    public void end(@Nullable Throwable cause) {
      if (cause != null) {
        giveUp(cause);
        return;
      }
      pieces.addAndGet(received);
      toEnd.countDown();
      if (isFollowed) {
        next();
      }
    }
  }
}
