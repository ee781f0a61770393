package dev.gatewayz.eval.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gatewayz.eval.internal.stats.PassRate.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals against published values, and whether they hold what they promise. */
class PassRateTest {

  @ParameterizedTest
  @CsvSource({
    // As R's binconf(x, n, method = "wilson") has them.
    "0, 10, 0, 0.2775328",
    "1, 10, 0.0178762, 0.4041500",
    "8, 10, 0.4901625, 0.9433178",
    "10, 10, 0.7224672, 1",
    "50, 100, 0.4038315, 0.5961685",
  })
  void theIntervalIsThatOfWilson(long passed, long trials, double low, double high) {
    PassRate rate = PassRate.wilson(passed, trials);
    assertThat(rate.low()).isCloseTo(low, within(1e-6));
    assertThat(rate.high()).isCloseTo(high, within(1e-6));
  }

  @Test
  void withoutTrialsAnythingIsPossible() {
    assertThat(PassRate.ofCases(List.of())).isEqualTo(new PassRate(0, 0, 0, 1));
  }

  @Test
  void trialsThatAlwaysAgreeCountOnce() {
    List<Cluster> cases = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      cases.add(new Cluster(i < 80 ? 5 : 0, 5));
    }
    PassRate rate = PassRate.ofCases(cases);
    PassRate once = PassRate.wilson(80, 100);
    assertThat(rate.low()).isCloseTo(once.low(), within(0.002));
    assertThat(rate.high()).isCloseTo(once.high(), within(0.002));
    assertThat(rate.trials()).isEqualTo(500);
  }

  @Test
  void ifAllPassNobodyKnowsHowMuchTrialsAgree() {
    List<Cluster> cases = List.of(new Cluster(5, 5), new Cluster(5, 5), new Cluster(5, 5));
    assertThat(PassRate.ofCases(cases).low()).isEqualTo(PassRate.wilson(3, 3).low());
  }

  /** Of 95 % intervals, some 95 % hold the true rate, whether or not cases differ. */
  @ParameterizedTest
  @CsvSource({
    "1000, 1, 0.9, 0",
    "1000, 5, 0.9, 0",
    "200, 5, 0.7, 0.5",
    "1000, 5, 0.97, 1",
    "60, 5, 0.6, 0.8",
    "30, 10, 0.8, 0.3",
  })
  void intervalsHoldTheTrueRate(int cases, int repeat, double rate, double alike) {
    Random random = new Random(4711);
    int runs = 500;
    int held = 0;
    for (int run = 0; run < runs; run++) {
      List<Cluster> clusters = new ArrayList<>();
      for (int i = 0; i < cases; i++) {
        clusters.add(cluster(random, repeat, rate, alike));
      }
      PassRate measured = PassRate.ofCases(clusters);
      held += measured.low() <= rate && rate <= measured.high() ? 1 : 0;
    }
    assertThat((double) held / runs).isBetween(0.92, 0.985);
  }

  /** With the probability {@code alike} all trials of the case end as its first. */
  private static Cluster cluster(Random random, int repeat, double rate, double alike) {
    boolean first = random.nextDouble() < rate;
    if (random.nextDouble() < alike) {
      return new Cluster(first ? repeat : 0, repeat);
    }
    int passed = first ? 1 : 0;
    for (int i = 1; i < repeat; i++) {
      passed += random.nextDouble() < rate ? 1 : 0;
    }
    return new Cluster(passed, repeat);
  }
}
