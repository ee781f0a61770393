package dev.gatewayz.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A gate lets pass who may, in the order they came. */
class GateTest {
  private final List<Integer> passed = new ArrayList<>();
  private final Gate gate = Gate.closed();

  @Test
  void admitsInTheOrderOfComing() {
    come(1);
    come(2);
    come(3);
    assertThat(gate.waiting()).isEqualTo(3);

    gate.admit(2);
    assertThat(passed).containsExactly(1, 2);
    assertThat(gate.waiting()).isEqualTo(1);
  }

  @Test
  void admitsThoseWhoAreStillToCome() {
    gate.admit(2);
    come(1);
    come(2);
    come(3);

    assertThat(passed).containsExactly(1, 2);
  }

  @Test
  void letsEverybodyPassWhileItIsOpen() {
    come(1);
    gate.open();
    come(2);
    gate.close();
    come(3);

    assertThat(passed).containsExactly(1, 2);
    assertThat(gate.waiting()).isEqualTo(1);
  }

  @Test
  void forgetsWhoGaveUp() {
    Runnable giveUp = come(1);
    come(2);
    giveUp.run();

    gate.admit(1);
    assertThat(passed).containsExactly(2);
  }

  private Runnable come(int number) {
    return gate.await(() -> passed.add(number));
  }
}
