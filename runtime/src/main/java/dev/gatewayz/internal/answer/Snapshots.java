package dev.gatewayz.internal.answer;

import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.GatewayzException;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of an answer while it arrives, each of all that is known by then. Not thread-safe.
 *
 * @param <T> the values
 */
public interface Snapshots<T> {

  /** Takes more of the answer in. */
  void add(String text);

  /** Whether more is known than when a value was made last. */
  boolean isNewer();

  /** How much making a value copies: characters, elements and components. */
  long cost();

  /** Makes a value of all that is known, {@code null} if there can be none yet. */
  @Nullable T make();

  /**
   * Makes the value of the whole answer.
   *
   * @throws GatewayzException if it is no such value
   */
  T whole(String text, @Nullable Usage usage, CallInfo call);
}
