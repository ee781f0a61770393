package dev.gatewayz.eval.internal.stats;

import java.util.Collection;

/**
 * How many trials passed, with the interval of Wilson in which the true rate lies with 95 %
 * confidence.
 *
 * <p>Trials of one case are not independent: a case that is hard is hard each time. So the interval
 * is that of as many independent trials as these are worth: their number divided by the design
 * effect, which is the variance of the rate as the cases show it over the variance that independent
 * trials would have; with few cases by a little more, as Student's distribution says. With one
 * trial a case that is the number of trials.
 *
 * @param passed how many passed
 * @param trials how many there were
 * @param low the lower end of the interval
 * @param high its upper end
 */
public record PassRate(long passed, long trials, double low, double high) {
  /** The quantile of the normal distribution for 95 %, both sides. */
  private static final double Z = 1.959963984540054;

  /** Passed trials of one case, and how many trials it had. */
  public record Cluster(int passed, int trials) {}

  /** The rate, 0 without trials. */
  public double rate() {
    return trials == 0 ? 0 : (double) passed / trials;
  }

  /** Of independent trials. */
  public static PassRate wilson(long passed, long trials) {
    return wilson(passed, trials, (double) trials);
  }

  private static PassRate wilson(long passed, long trials, double worth) {
    if (trials == 0) {
      return new PassRate(0, 0, 0, 1);
    }
    double p = (double) passed / trials;
    double z2 = Z * Z / worth;
    double centre = (p + z2 / 2) / (1 + z2);
    double reach = Z / (1 + z2) * Math.sqrt(p * (1 - p) / worth + z2 / (4 * worth));
    return new PassRate(
        passed,
        trials,
        passed == 0 ? 0 : Math.max(0, centre - reach),
        passed == trials ? 1 : Math.min(1, centre + reach));
  }

  /** Of cases with several trials each; cases without any count nothing. */
  public static PassRate ofCases(Collection<Cluster> all) {
    var cases = all.stream().filter(one -> one.trials > 0).toList();
    long passed = cases.stream().mapToLong(Cluster::passed).sum();
    long trials = cases.stream().mapToLong(Cluster::trials).sum();
    long most = cases.stream().mapToLong(Cluster::trials).max().orElse(1);
    if (trials == 0 || most == 1) {
      return wilson(passed, trials);
    }
    double p = (double) passed / trials;
    double independent = p * (1 - p) * trials;
    double squares =
        cases.stream()
            .mapToDouble(one -> one.passed - one.trials * p)
            .map(residual -> residual * residual)
            .sum();
    int m = cases.size();
    // Where nothing varies, nothing is known about how much alike trials of one case are.
    if (independent == 0 || m == 1) {
      return wilson(passed, trials, (double) trials / most);
    }
    double effect = squares * m / (m - 1) / independent;
    double few = Z / student(m - 1);
    return wilson(
        passed, trials, trials / Math.min((double) most, Math.max(1, effect)) * few * few);
  }

  /**
   * The quantile of Student's distribution for 95 %, by the expansion of Cornish and Fisher: the
   * design effect of a few cases is itself not known well.
   */
  private static double student(int freedom) {
    if (freedom < 1) {
      return Z;
    }
    double z2 = Z * Z;
    double n = freedom;
    return Z
        * (1
            + (z2 + 1) / (4 * n)
            + (5 * z2 * z2 + 16 * z2 + 3) / (96 * n * n)
            + (3 * z2 * z2 * z2 + 19 * z2 * z2 + 17 * z2 - 15) / (384 * n * n * n));
  }
}
