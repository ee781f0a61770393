package dev.gatewayz.flink;

import java.lang.reflect.InvocationTargetException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A reflective call. */
interface Reflective {
  @Nullable Object call() throws ReflectiveOperationException;

  /** What it returns; what it throws is thrown as it was. */
  static Object of(Reflective call) {
    try {
      return Objects.requireNonNull(call.call());
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
