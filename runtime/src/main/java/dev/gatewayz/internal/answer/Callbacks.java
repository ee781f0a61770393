package dev.gatewayz.internal.answer;

import dev.gatewayz.internal.log.Log;
import dev.gatewayz.internal.subscribe.Blocking;
import dev.gatewayz.internal.time.LoopClock;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Where a client runs the code of its users that waits for answers: on an executor of theirs, or on
 * the event loop that has the answer. Code that holds a loop for long is warned of, once.
 * Thread-safe.
 */
public final class Callbacks implements LoopClock.Lender {

  /** Code that is our own, or of a thread that blocks for the answer: it runs at once. */
  public static final Callbacks NONE = new Callbacks(null, new AtomicBoolean(true));

  private static final long LONG_MILLIS = 100;
  private static final long LONG = TimeUnit.MILLISECONDS.toNanos(LONG_MILLIS);

  private final @Nullable Executor executor;
  private final AtomicBoolean hasWarned;

  private Callbacks(@Nullable Executor executor, AtomicBoolean hasWarned) {
    this.executor = executor;
    this.hasWarned = hasWarned;
  }

  /** Callbacks of a client, on that executor, or on event loops if it is {@code null}. */
  public static Callbacks on(@Nullable Executor executor) {
    return new Callbacks(executor, new AtomicBoolean());
  }

  /** Whether they run on the thread that has the answer. */
  public boolean areDirect() {
    return executor == null;
  }

  /**
   * Runs a callback on the executor.
   *
   * @throws RejectedExecutionException if the executor does not take it
   */
  void execute(Runnable callback) {
    if (executor == null) {
      callback.run();
      return;
    }
    try {
      executor.execute(callback);
    } catch (Throwable t) {
      throw new RejectedExecutionException(
          "The callback executor did not take what was to be handed over: " + t, t);
    }
  }

  /** Callbacks for the answers of a prompt have run on this thread for so long. */
  @Override
  public void onReturn(String call, long nanos) {
    if (nanos > LONG && Blocking.isLoop() && hasWarned.compareAndSet(false, true)) {
      Log.warning(
          "{0}: code that waits for the answer held an event loop for {1} ms, and with it all other"
              + " calls of that loop. Let it run elsewhere with GatewayzBuilder.callbackExecutor(),"
              + " or use the Async methods of the future. This is said once.",
          call, TimeUnit.NANOSECONDS.toMillis(nanos));
    }
  }
}
