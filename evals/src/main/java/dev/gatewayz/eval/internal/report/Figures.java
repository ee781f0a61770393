package dev.gatewayz.eval.internal.report;

import dev.gatewayz.eval.internal.stats.PassRate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as people read them. */
public final class Figures {
  private static final int SIGNIFICANT = 3;
  private static final int CENTS = 2;
  private static final long SECOND = 1_000;

  private Figures() {}

  /** A share, as in {@code 87.3 %}. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** A rate with its interval, as in {@code 87.3 % (85.1–89.2)}. */
  public static String rate(PassRate rate) {
    return rate.trials() == 0
        ? "–"
        : String.format(
            Locale.ROOT,
            "%.1f %% (%.1f–%.1f)",
            100 * rate.rate(),
            100 * rate.low(),
            100 * rate.high());
  }

  /** US dollars, as in {@code $0.42}; small ones with three digits that say something. */
  public static String dollars(@Nullable BigDecimal amount) {
    if (amount == null) {
      return "–";
    }
    BigDecimal cents = amount.setScale(CENTS, RoundingMode.HALF_UP);
    boolean isSmall = amount.signum() != 0 && amount.compareTo(BigDecimal.ONE) < 0;
    BigDecimal shown =
        isSmall ? amount.round(new MathContext(SIGNIFICANT, RoundingMode.HALF_UP)) : cents;
    return "$" + shown.toPlainString();
  }

  /** A time, as in {@code 412 ms} or {@code 3.2 s}. */
  public static String millis(long millis) {
    return millis < SECOND
        ? millis + " ms"
        : String.format(Locale.ROOT, "%.1f s", (double) millis / SECOND);
  }

  /** A p value. */
  public static String p(double p) {
    return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
  }

  /** A number, thousands apart. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
