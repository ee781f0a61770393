package dev.gatewayz.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.Deadlines;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptClockTest {
  private static AttemptClock sent() {
    AttemptClock clock = new AttemptClock(true, Deadlines.DEFAULT, System.nanoTime());
    clock.sent();
    return clock;
  }

  @Test
  void theFirstWordIsHeardWhenItsBytesCameIn() {
    AttemptClock clock = sent();
    long cameIn = clock.lastSign() + Duration.ofSeconds(3).toNanos();
    assertThat(clock.speaks(cameIn)).isTrue();
    assertThat(clock.lastSign()).isEqualTo(cameIn);
    assertThat(clock.speaks(cameIn)).isFalse();
  }

  /** The bytes had come in before the subscriber asked for them. */
  @Test
  void whatWasExcusedIsNotCountedTwice() {
    AttemptClock clock = sent();
    long cameIn = clock.lastSign() + Duration.ofSeconds(1).toNanos();
    long asked = cameIn + Duration.ofSeconds(5).toNanos();
    assertThat(clock.excuse(asked)).isEqualTo(Duration.ofSeconds(6).toNanos());
    clock.speaks(cameIn);
    assertThat(clock.excuse(asked)).isZero();
  }
}
