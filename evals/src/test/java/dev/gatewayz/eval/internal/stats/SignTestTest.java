package dev.gatewayz.eval.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignTestTest {
  @ParameterizedTest
  @CsvSource({
    // As R's binom.test(x, n) has them.
    "1, 9, 0.021484375",
    "9, 1, 0.021484375",
    "0, 5, 0.0625",
    "5, 5, 1",
    "0, 0, 1",
    "60, 40, 0.05688793",
    "0, 1, 1",
  })
  void pIsThatOfTheExactTest(int better, int worse, double p) {
    assertThat(new SignTest(better, worse, 7).p()).isCloseTo(p, within(1e-7));
  }

  @Test
  void manyCasesDoNotOverflow() {
    assertThat(new SignTest(50_000, 50_000, 0).p()).isCloseTo(1, within(1e-6));
    assertThat(new SignTest(40_000, 60_000, 0).p()).isLessThan(1e-12);
  }

  @Test
  void quantilesAreValuesOfTheSample() {
    Quantiles times = new Quantiles(new long[] {50, 10, 40, 30, 20});
    assertThat(times.at(0.5)).isEqualTo(30);
    assertThat(times.at(0.95)).isEqualTo(50);
    assertThat(new Quantiles(new long[0]).at(0.5)).isZero();
  }
}
