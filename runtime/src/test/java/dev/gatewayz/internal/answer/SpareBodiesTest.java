package dev.gatewayz.internal.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpareBodiesTest {
  private final SpareBodies spare = new SpareBodies();

  @Test
  void anArrayServesAgainWhenItWasGivenBack() {
    byte[] first = spare.take(2_000);
    assertThat(spare.take(2_000)).isNotSameAs(first);
    spare.give(first);
    assertThat(spare.take(1_500)).isSameAs(first);
    assertThat(spare.take(1_500)).isNotSameAs(first);
  }

  @Test
  void arraysBecomeAsLargeAsAnswersAre() {
    spare.give(spare.take(1_000));
    byte[] larger = spare.take(5_000);
    assertThat(larger).hasSizeGreaterThanOrEqualTo(5_000);
    spare.give(larger);
    assertThat(spare.take(5_000)).isSameAs(larger);
  }

  @Test
  void largeArraysAreNotKept() {
    byte[] large = spare.take(1_000_000);
    spare.give(large);
    assertThat(spare.take(1_000_000)).isNotSameAs(large);
  }
}
