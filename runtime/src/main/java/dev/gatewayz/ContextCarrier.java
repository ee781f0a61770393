package dev.gatewayz;

import dev.gatewayz.observe.CallEvent;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries what belongs to a thread, as in a tenant, a trace or the fields of a log, from the thread
 * that makes a call, or subscribes to a stream, to those that run its tools, listeners,
 * interceptors and callbacks. Set by {@link GatewayzBuilder#contextCarrier}. Thread-safe.
 */
@FunctionalInterface
public interface ContextCarrier {

  /**
   * Takes what the current thread has.
   *
   * @return what there was, to be brought to other threads
   */
  Snapshot capture();

  /**
   * What a thread had. A scoped value fits as well: {@code code -> ScopedValue.where(USER,
   * user).run(code)}.
   */
  @FunctionalInterface
  interface Snapshot {

    /**
     * Runs code in it on the current thread, once and at once, and restores what was there.
     *
     * @param code may throw; what was there before is restored all the same
     */
    void run(Runnable code);

    /**
     * Runs a tool in it, in the same way. By default a tool is code like any other; a trace goes on
     * in a span of its own.
     *
     * @param tool what the listeners were told of it
     * @param code runs the tool
     */
    default void runTool(CallEvent.ToolStarted tool, Runnable code) {
      run(code);
    }
  }

  /**
   * Carries a value that is read and set by methods, as in {@code
   * ContextCarrier.of(MDC::getCopyOfContextMap, map -> …)}.
   *
   * @param <T> the type of the value
   * @param get reads it; {@code null} if there is none
   * @param set sets it; {@code null} takes it away
   * @return a carrier of that value
   */
  static <T> ContextCarrier of(
      Supplier<? extends @Nullable T> get, Consumer<? super @Nullable T> set) {
    return () -> {
      T captured = get.get();
      return code -> {
        T before = get.get();
        set.accept(captured);
        try {
          code.run();
        } finally {
          set.accept(before);
        }
      };
    };
  }

  /**
   * Carries the value of a {@link ThreadLocal}; where it is {@code null}, it is removed.
   *
   * @param <T> the type of the value
   * @param threadLocal read on the thread that makes the call
   * @return a carrier of that value
   */
  static <T> ContextCarrier threadLocal(ThreadLocal<T> threadLocal) {
    return of(
        threadLocal::get,
        (T value) -> {
          if (value == null) {
            threadLocal.remove();
          } else {
            threadLocal.set(value);
          }
        });
  }
}
