package dev.gatewayz.internal.answer;

import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.GatewayzException;
import java.util.function.Supplier;

/**
 * Makes a value of the JSON of one element of a list. Runs on the event loop.
 *
 * @param <E> the value
 */
@FunctionalInterface
public interface ElementResult<E> {

  /**
   * Makes it.
   *
   * @param index the number of the element, from 0
   * @param call which call it is, for those who want to know
   * @throws GatewayzException if it is no such value
   */
  E of(String json, int index, Supplier<CallInfo> call);
}
