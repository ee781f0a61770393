package dev.gatewayz.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How often a row is asked in an hour without a gateway, in a time that does not pass. */
class PatienceTest {
  private final StepSettings settings = new StepSettings();
  private final Patience patience = new Patience(settings.firstPause, settings.patience);

  /** How often a row is asked that fails at once, until it is given up or the time is over. */
  private int asked(Duration down, Random random) {
    Duration now = Duration.ZERO;
    int times = 1;
    while (now.compareTo(down) < 0 && !patience.isOver(now)) {
      now = now.plus(patience.pause(times, random.nextDouble()));
      times++;
    }
    return times;
  }

  @Test
  void anHourIsWaitedForAndCostsFewRequests() {
    Random random = new Random(7);
    for (int row = 0; row < 1_000; row++) {
      assertThat(patience.isOver(Duration.ofHours(1))).isFalse();
      assertThat(asked(Duration.ofHours(1), random)).as("row %d", row).isBetween(62, 126);
    }
  }

  @Test
  void pausesDoubleToAMinuteAndAreNeverShorterThanHalfOfThat() {
    for (int times = 1; times < 200; times++) {
      Duration longest = Duration.ofSeconds(Math.min(60, 1L << Math.min(times - 1, 10)));
      assertThat(patience.pause(times, 1)).isEqualTo(longest);
      assertThat(patience.pause(times, 0)).isEqualTo(longest.dividedBy(2));
    }
  }

  @Test
  void afterTwoHoursARowIsGivenUp() {
    assertThat(patience.isOver(Duration.ofHours(2).minusMillis(1))).isFalse();
    assertThat(patience.isOver(Duration.ofHours(2))).isTrue();
    assertThat(asked(Duration.ofDays(1), new Random(7))).isBetween(122, 250);
  }
}
