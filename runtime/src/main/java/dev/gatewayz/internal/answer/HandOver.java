package dev.gatewayz.internal.answer;

import java.util.function.Supplier;

/**
 * How the value of an answer reaches its caller: alone, or with all that came with it.
 *
 * @param <T> the value
 */
@FunctionalInterface
public interface HandOver<T> {

  /**
   * Hands a value over.
   *
   * @param rest what came with it, made if it is asked for
   */
  void accept(T value, Supplier<Answered> rest);
}
