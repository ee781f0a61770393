package dev.gatewayz.flink;

import dev.gatewayz.error.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A row that has no answer, and why. All of it is text and numbers, so that it can be kept and read
 * by later versions. Immutable.
 *
 * @param <I> the rows
 */
public sealed interface DeadLetter<I> permits DeadLetterValue {

  /** {@return the key of the row; empty if it has none because it could not be read} */
  String key();

  /** {@return the row} */
  I row();

  /** {@return the class of the exception, as in {@code dev.gatewayz.error.BadRequestException}} */
  String errorType();

  /** {@return what happened and what to do} */
  String error();

  /** {@return whose fault it is; {@code REQUEST} for a row that could not be read} */
  Fault fault();

  /** {@return what had arrived of an answer; empty as a rule} */
  String partialText();

  /**
   * {@return the id under which the gateway knows the last call, {@code null} if there was none}
   */
  @Nullable String requestId();

  /** {@return what it has used} */
  RowUsage usage();
}
