package dev.gatewayz.internal.call;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** What is left for one retry. */
public final class RetryBudgetStress {
  private static final int RETRIES = 100;

  private RetryBudgetStress() {}

  private static RetryBudget forOne() {
    RetryBudget budget = new RetryBudget();
    for (int i = 1; i < RETRIES; i++) {
      budget.spend();
    }
    return budget;
  }

  /** Of two calls that want to retry, one can. */
  @JCStressTest
  @Outcome(
      id = {"1, 0", "0, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class SpentTwice {
    private final RetryBudget budget = forOne();

    @Actor
    public void one(II_Result result) {
      result.r1 = budget.spend() ? 1 : 0;
    }

    @Actor
    public void other(II_Result result) {
      result.r2 = budget.spend() ? 1 : 0;
    }
  }

  /** What a success pays back is not lost as something is spent. */
  @JCStressTest
  @Outcome(id = "1, 4", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class SpentAsOneSucceeds {
    private final RetryBudget budget = forOne();

    @Actor
    public void fails(II_Result result) {
      result.r1 = budget.spend() ? 1 : 0;
    }

    @Actor
    public void succeeds() {
      budget.refund();
    }

    /** How many successes the next retry takes. */
    @Arbiter
    public void end(II_Result result) {
      while (!budget.spend()) {
        budget.refund();
        result.r2++;
      }
    }
  }
}
