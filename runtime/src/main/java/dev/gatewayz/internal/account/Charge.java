package dev.gatewayz.internal.account;

import java.math.BigDecimal;

/**
 * What budgets take for answers: what was reported of them, or a guess where nothing was.
 *
 * @param tokens those of requests and answers
 * @param cost in US dollars; nothing where nobody knows the price
 */
public record Charge(long tokens, BigDecimal cost) {

  /** For no answer. */
  public static final Charge NONE = new Charge(0, BigDecimal.ZERO);

  /** For both. */
  public Charge plus(Charge other) {
    return new Charge(tokens + other.tokens, cost.add(other.cost));
  }
}
