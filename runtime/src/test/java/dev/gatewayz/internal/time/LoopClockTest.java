package dev.gatewayz.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever had the loop is named, once for all it got of what came in. */
class LoopClockTest {
  private final LoopClock clock = new LoopClock();
  private final List<String> returned = new ArrayList<>();
  private final LoopClock.Lender lender =
      (borrower, nanos) -> {
        assertThat(nanos).isNotNegative();
        returned.add(borrower);
      };

  @Test
  void allPiecesOfOneReadAreOneLoan() {
    clock.beginTurn();
    clock.lend(lender, "one");
    clock.lend(lender, "one");
    assertThat(returned).isEmpty();
    clock.endTurn();
    assertThat(returned).containsExactly("one");
    clock.endTurn();
    assertThat(returned).containsExactly("one");
  }

  @Test
  void eachPromptHasItsOwn() {
    clock.beginTurn();
    clock.lend(lender, "one");
    clock.lend(lender, "other");
    clock.lend(lender, "one");
    clock.endTurn();
    assertThat(returned).containsExactly("one", "other", "one");
  }

  @Test
  void moreBytesBeforeTheEndBeginAnew() {
    clock.beginTurn();
    clock.lend(lender, "one");
    clock.beginTurn();
    assertThat(returned).containsExactly("one");
    clock.endTurn();
    assertThat(returned).containsExactly("one");
  }

  @Test
  void whatWaitedIsATurnOfItsOwnUnlessOneIsGoingOn() {
    clock.turn(() -> clock.lend(lender, "waiting"));
    assertThat(returned).containsExactly("waiting");

    clock.beginTurn();
    clock.turn(() -> clock.lend(lender, "one"));
    clock.lend(lender, "one");
    assertThat(returned).containsExactly("waiting");
    clock.endTurn();
    assertThat(returned).containsExactly("waiting", "one");
  }

  @Test
  void outsideOfATurnNothingIsLent() {
    clock.lend(lender, "late");
    clock.beginTurn();
    clock.endTurn();
    assertThat(returned).isEmpty();
  }

  @Test
  void theTimeStandsStillUntilSomebodyLooks() {
    long came = clock.beginTurn();
    assertThat(clock.last()).isEqualTo(came);
    clock.lend(lender, "one");
    assertThat(clock.last()).isEqualTo(came);
    clock.endTurn();
    assertThat(clock.last()).isGreaterThanOrEqualTo(came);
  }
}
