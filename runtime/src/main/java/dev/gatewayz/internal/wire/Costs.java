package dev.gatewayz.internal.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a gateway says that an answer cost. */
final class Costs {
  /**
   * More digits, or zeros beside them, make no sense in dollars, and sums of them take for ever.
   */
  private static final int MOST_DIGITS = 40;

  private Costs() {}

  /** The cost; {@code null}, as if nothing were said, if it is below zero or of absurd size. */
  static @Nullable BigDecimal of(BigDecimal said) {
    boolean makesSense =
        said.signum() >= 0
            && said.precision() <= MOST_DIGITS
            && said.scale() <= MOST_DIGITS
            && said.scale() >= -MOST_DIGITS;
    return makesSense ? said : null;
  }
}
