package dev.gatewayz.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoopTimeTest {

  @Test
  void workBeginsWhenItsBytesComeInOrWhateverRanBeforeIsOver() {
    LoopTime time = new LoopTime();
    long looked = time.look();
    assertThat(time.since(looked + 1)).isEqualTo(looked + 1);
    assertThat(time.since(looked - 1)).isEqualTo(looked);
  }
}
