package dev.gatewayz.internal.call;

import dev.gatewayz.error.CallInfo;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/** The places of a client that has one. */
public final class LimitsStress {
  private LimitsStress() {}

  /** A call on a loop of its own: its steps run one at a time. */
  private static final class Waiting implements Admission {
    private final Limits limits;
    private boolean hasPlace;
    private boolean hasEnded;
    private int told;

    Waiting(Limits limits) {
      this.limits = limits;
    }

    synchronized void begin() {
      if (limits.admit(this)) {
        admitted();
      }
    }

    @Override
    public synchronized void admitted() {
      told++;
      if (hasEnded) {
        limits.leave();
      } else {
        hasPlace = true;
      }
    }

    synchronized void end() {
      hasEnded = true;
      if (hasPlace) {
        limits.leave();
      } else {
        limits.withdraw(this);
      }
    }

    synchronized int told() {
      return told;
    }

    @Override
    public String lane() {
      return "";
    }

    @Override
    public CallInfo get() {
      return CallInfo.builder().build();
    }

    @Override
    public boolean onLoopAfter(long nanos, Runnable step) {
      step.run();
      return true;
    }
  }

  private static Limits onePlace() {
    return new Limits(1, 10, CallRate.UNLIMITED, false);
  }

  /** A place that is left as a call comes for it is that call's: nobody waits beside a free one. */
  @JCStressTest
  @Outcome(id = "1, 1, 0", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class LeftAsOneComes {
    private final Limits limits = onePlace();
    private final Waiting first = new Waiting(limits);
    private final Waiting second = new Waiting(limits);

    /** The place is taken. */
    public LeftAsOneComes() {
      first.begin();
    }

    @Actor
    public void leaves() {
      first.end();
    }

    @Actor
    public void comes() {
      second.begin();
    }

    @Arbiter
    public void end(III_Result result) {
      result.r1 = second.told();
      result.r2 = limits.admitted();
      result.r3 = limits.waiting();
    }
  }

  /** A call that ends as its place comes gives it back or never gets it. */
  @JCStressTest
  @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class EndsAsItsPlaceComes {
    private final Limits limits = onePlace();
    private final Waiting first = new Waiting(limits);
    private final Waiting second = new Waiting(limits);

    /** The place is taken, and waited for. */
    public EndsAsItsPlaceComes() {
      first.begin();
      second.begin();
    }

    @Actor
    public void leaves() {
      first.end();
    }

    @Actor
    public void ends() {
      second.end();
    }

    @Arbiter
    public void end(II_Result result) {
      result.r1 = limits.admitted();
      result.r2 = limits.waiting();
    }
  }
}
