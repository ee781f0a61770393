package dev.gatewayz.internal.http2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often a peer is pinged. */
class KeepAliveTest {

  @Test
  void pingsBecomeRarerWhileNothingElseComesButNeverCease() {
    assertThat(IntStream.of(0, 1, 2, 3, 4, 5, 6, 1_000_000).map(KeepAlive::factor))
        .containsExactly(1, 1, 2, 4, 8, 10, 10, 10);
  }
}
