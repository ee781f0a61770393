package dev.gatewayz.internal.http2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Resets within any half minute. */
class ResetBudgetTest {
  private static final long WINDOW = ResetBudget.WINDOW_NANOS;

  @Test
  void whatIsSpentIsThereAgainAfterHalfAMinuteAndNoLater() {
    ResetBudget budget = new ResetBudget();
    for (int i = 0; i < ResetBudget.SPENT; i++) {
      assertThat(budget.spend(i)).isTrue();
    }

    assertThat(budget.spend(WINDOW - 1)).isFalse();
    assertThat(budget.left(WINDOW - 1)).isEqualTo(1);
    assertThat(budget.spend(WINDOW)).isTrue();
    assertThat(budget.spend(WINDOW)).isFalse();
  }

  @Test
  void noHalfMinuteHasMoreThanTheBudget() {
    ResetBudget budget = new ResetBudget();
    Random random = new Random(29);
    Deque<Long> sent = new ArrayDeque<>();
    long now = -WINDOW;
    for (int i = 0; i < 100_000; i++) {
      now += (long) (random.nextDouble() * WINDOW / 100);
      while (!sent.isEmpty() && now - sent.peek() >= WINDOW) {
        sent.remove();
      }
      assertThat(budget.isHigh(now)).isEqualTo(sent.size() > ResetBudget.HIGH);
      boolean spent = budget.spend(now);
      assertThat(spent).isEqualTo(sent.size() < ResetBudget.SPENT);
      if (spent) {
        sent.add(now);
      }
    }
  }
}
