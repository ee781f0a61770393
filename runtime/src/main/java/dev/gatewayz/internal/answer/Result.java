package dev.gatewayz.internal.answer;

import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.GatewayzException;
import java.util.function.Supplier;

/**
 * Makes of an answer what the caller of a call wants. Runs on the event loop.
 *
 * @param <T> what the caller wants
 */
@FunctionalInterface
public interface Result<T> {

  /**
   * Makes it.
   *
   * @param call which call it is, for those who want to know
   * @throws GatewayzException if the answer is not fit for it
   */
  T of(ChatCompletion answer, Supplier<CallInfo> call);
}
