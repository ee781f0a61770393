package dev.gatewayz.processor.report;

import java.util.Optional;
import java.util.function.Function;

/**
 * What came out, and what there is to say about it.
 *
 * @param value what came out; empty if an error kept it from coming out
 * @param findings what was found on the way
 */
public record Result<T>(Optional<T> value, Findings findings) {

  /** A value that nothing need be said about. */
  public static <T> Result<T> of(T value) {
    return new Result<>(Optional.of(value), Findings.NONE);
  }

  /** A value about which something was found. */
  public static <T> Result<T> of(T value, Findings findings) {
    return new Result<>(Optional.of(value), findings);
  }

  /** No value. */
  public static <T> Result<T> none(Findings findings) {
    return new Result<>(Optional.empty(), findings);
  }

  /** What becomes of the value, if there is one. */
  public <R> Result<R> map(Function<T, R> next) {
    return new Result<>(value.map(next), findings);
  }

  /** No value, for one reason. */
  public static <T> Result<T> none(Message message, Origin origin, Object... args) {
    return none(Findings.of(message, origin, args));
  }
}
