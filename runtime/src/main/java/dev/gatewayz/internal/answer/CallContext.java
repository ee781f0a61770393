package dev.gatewayz.internal.answer;

import dev.gatewayz.ContextCarrier;
import dev.gatewayz.internal.log.Log;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the thread that made a call had, where code of its user runs on other threads. Costs nothing
 * where nobody carries anything. Thread-safe.
 */
public final class CallContext {
  /** Nothing is carried. */
  public static final CallContext NONE = new CallContext(List.of(), null);

  private final List<ContextCarrier.Snapshot> snapshots;
  private final @Nullable Executor caller;

  private CallContext(List<ContextCarrier.Snapshot> snapshots, @Nullable Executor caller) {
    this.snapshots = snapshots;
    this.caller = caller;
  }

  /** What the current thread has. */
  public static CallContext capture(List<ContextCarrier> carriers) {
    if (carriers.isEmpty()) {
      return NONE;
    }
    List<ContextCarrier.Snapshot> snapshots = new ArrayList<>(carriers.size());
    for (ContextCarrier carrier : carriers) {
      try {
        snapshots.add(carrier.capture());
      } catch (Throwable t) {
        Log.warning("A context carrier threw; it carries nothing.", t);
      }
    }
    return new CallContext(snapshots, null);
  }

  /** The same while the thread itself waits, and runs what it is given. */
  public CallContext heldBy(Executor caller) {
    return new CallContext(snapshots, caller);
  }

  /** Whether code may run without it. */
  public boolean isEmpty() {
    return snapshots.isEmpty();
  }

  /** Runs code in it. */
  public void run(Runnable code) {
    run(ContextCarrier.Snapshot::run, code);
  }

  /**
   * Runs code in it.
   *
   * @param entering runs code in one of the things that are carried
   */
  public void run(BiConsumer<ContextCarrier.Snapshot, Runnable> entering, Runnable code) {
    if (snapshots.isEmpty()) {
      code.run();
      return;
    }
    Once once = new Once(code);
    try {
      run(0, entering, once);
    } catch (Throwable t) {
      Log.warning("A context carrier threw.", t);
    }
    once.end();
  }

  private void run(
      int place, BiConsumer<ContextCarrier.Snapshot, Runnable> entering, Runnable code) {
    if (place == snapshots.size()) {
      code.run();
    } else {
      entering.accept(snapshots.get(place), () -> run(place + 1, entering, code));
    }
  }

  /** Runs code on the thread that made the call, if it waits, else here. */
  public void onCaller(Runnable code) {
    if (caller == null) {
      run(code);
    } else {
      caller.execute(code);
    }
  }

  /** Code that runs once, whatever a carrier does, and whose failure is not the carrier's. */
  private static final class Once implements Runnable {
    private final Runnable code;
    private boolean hasRun;
    private @Nullable Throwable thrown;

    Once(Runnable code) {
      this.code = code;
    }

    @Override
    public void run() {
      if (!hasRun) {
        hasRun = true;
        try {
          code.run();
        } catch (Throwable t) {
          thrown = t;
        }
      }
    }

    void end() {
      run();
      if (thrown instanceof Error error) {
        throw error;
      }
      if (thrown instanceof RuntimeException exception) {
        throw exception;
      }
      if (thrown != null) {
        throw new IllegalStateException(thrown);
      }
    }
  }
}
