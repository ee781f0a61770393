package dev.gatewayz.internal.account;

import dev.gatewayz.internal.account.BudgetLedger.Reservation;
import dev.gatewayz.usage.Budget;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** A budget that several calls use at once. */
public final class BudgetLedgerStress {
  private static final Duration DAY = Duration.ofDays(1);

  private BudgetLedgerStress() {}

  /** Of two calls that want the last one, one gets it, and it is counted. */
  @JCStressTest
  @Outcome(
      id = {"1, 0, 1", "0, 1, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class TheLastOne {
    private final BudgetLedger ledger = new BudgetLedger(Budget.calls("calls", 1, DAY));

    @Actor
    public void one(III_Result result) {
      result.r1 = ledger.reserve(BigDecimal.ONE) == null ? 0 : 1;
    }

    @Actor
    public void other(III_Result result) {
      result.r2 = ledger.reserve(BigDecimal.ONE) == null ? 0 : 1;
    }

    @Arbiter
    public void end(III_Result result) {
      result.r3 = ledger.state().used().intValueExact();
    }
  }

  /** What is used in the end is what was used, whatever was reserved meanwhile. */
  @JCStressTest
  @Outcome(id = "65", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class SettledExactly {
    private final BudgetLedger ledger = new BudgetLedger(Budget.tokens("tokens", 1_000_000, DAY));

    @Actor
    public void goesOn() {
      Reservation first = reserve(250);
      Reservation more =
          Objects.requireNonNull(first.extended(BigDecimal.valueOf(20), BigDecimal.valueOf(500)));
      more.settle(BigDecimal.valueOf(55));
    }

    @Actor
    public void usesLess() {
      reserve(1_000).settle(BigDecimal.TEN);
    }

    private Reservation reserve(long tokens) {
      return Objects.requireNonNull(ledger.reserve(BigDecimal.valueOf(tokens)));
    }

    @Arbiter
    public void end(I_Result result) {
      result.r1 = ledger.state().used().intValueExact();
    }
  }
}
