package dev.gatewayz.processor.model;

import dev.gatewayz.internal.binding.Step;
import java.math.BigDecimal;
import java.util.List;

/** What is known of a call before it is made: what is sent whatever the arguments are. */
public final class StaticCost {
  private static final int CHARACTERS_A_TOKEN = 4;

  private StaticCost() {}

  /** How much text is sent, as far as it stands outside sections. */
  public static int characters(List<Step> steps) {
    return steps.stream()
        .mapToInt(step -> step instanceof Step.Write literal ? literal.text().length() : 0)
        .sum();
  }

  /** About how many tokens that is, by the runtime's own measure. */
  public static int tokens(List<Step> steps) {
    return (characters(steps) + CHARACTERS_A_TOKEN - 1) / CHARACTERS_A_TOKEN;
  }

  /** What those cost at a price for one of them. */
  public static String dollars(List<Step> steps, BigDecimal price) {
    BigDecimal cost = price.multiply(BigDecimal.valueOf(tokens(steps)));
    return cost.signum() == 0 ? "0" : cost.stripTrailingZeros().toPlainString();
  }
}
