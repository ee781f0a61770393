package dev.gatewayz.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CallRateTest {

  @Test
  void noWindowHasMoreThanAllowedAndNoneWaitsLongerThanItMust() {
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      int calls = 1 + random.nextInt(40);
      long period = 1 + random.nextInt(1_000);
      CallRate rate = CallRate.of(calls, Duration.ofNanos(period));
      List<Long> begun = new ArrayList<>();
      long now = random.nextLong();
      for (int i = 0; i < 300; i++) {
        now += random.nextInt(2 * (int) period / calls + 2);
        long pause = rate.pause(now);
        if (pause > 0) {
          assertThat(now - begun.get(begun.size() - calls)).isLessThan(period);
          now += pause;
          assertThat(rate.pause(now)).isNotPositive();
        }
        rate.count(now);
        begun.add(now);
        if (begun.size() > calls) {
          assertThat(now - begun.get(begun.size() - 1 - calls)).isGreaterThanOrEqualTo(period);
        }
      }
    }
  }

  @Test
  void aRateOfMillionsHoldsNoMoreThanItsCalls() {
    CallRate rate = CallRate.of(Integer.MAX_VALUE, Duration.ofDays(365_000_000));

    for (int i = 0; i < 1_000; i++) {
      assertThat(rate.pause(i)).isNotPositive();
      rate.count(i);
    }
  }
}
