package dev.gatewayz.internal.transport;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/** Loops that want the only connection. */
public final class ConnectionPermitsStress {
  private ConnectionPermitsStress() {}

  /** A loop that uses its connection as long as it lives. */
  private static final class Loop implements ConnectionPermits.Holder {
    private final AtomicInteger woken = new AtomicInteger();

    @Override
    public void onPermit() {
      woken.incrementAndGet();
    }

    @Override
    public void onClaim(int waiter) {
      // Its connection is in use.
    }
  }

  private static ConnectionPermits joined(Loop... loops) {
    ConnectionPermits permits = new ConnectionPermits(loops.length, 1, 1);
    for (int i = 0; i < loops.length; i++) {
      permits.join(i, loops[i]);
    }
    return permits;
  }

  /** Of two loops that take the last one, one has it; what it gives back is free. */
  @JCStressTest
  @Outcome(
      id = {"1, 0, 1", "0, 1, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class TheLastOne {
    private final ConnectionPermits permits = joined(new Loop(), new Loop());

    @Actor
    public void one(III_Result result) {
      result.r1 = permits.take(0) ? 1 : 0;
    }

    @Actor
    public void other(III_Result result) {
      result.r2 = permits.take(1) ? 1 : 0;
    }

    @Arbiter
    public void end(III_Result result) {
      result.r3 = permits.taken();
    }
  }

  /** A loop that waits as a permit is given back gets it, or hears of it. */
  @JCStressTest
  @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class GivenBackAsOneWaits {
    private final Loop waiter = new Loop();
    private final ConnectionPermits permits = joined(new Loop(), waiter);
    private boolean has;

    /** The first loop has it. */
    public GivenBackAsOneWaits() {
      permits.take(0);
    }

    @Actor
    public void givesBack() {
      permits.giveBack(0);
    }

    @Actor
    public void waits() {
      has = permits.takeOrWait(1);
    }

    @Arbiter
    public void end(II_Result result) {
      boolean gets = has || (waiter.woken.get() > 0 && permits.take(1));
      result.r1 = gets ? 1 : 0;
      result.r2 = permits.taken();
    }
  }

  /** Of two that wait, one gives up as a permit is given back: the other hears of it. */
  @JCStressTest
  @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class GivenBackAsOneGivesUp {
    private final Loop stays = new Loop();
    private final ConnectionPermits permits = joined(new Loop(), new Loop(), stays);

    /** The first loop has it, two wait. */
    public GivenBackAsOneGivesUp() {
      permits.take(0);
      permits.takeOrWait(1);
      permits.takeOrWait(2);
    }

    @Actor
    public void givesBack() {
      permits.giveBack(0);
    }

    @Actor
    public void givesUp() {
      permits.stopWaiting(1);
    }

    @Arbiter
    public void end(II_Result result) {
      result.r1 = stays.woken.get() > 0 ? 1 : 0;
      result.r2 = permits.take(2) ? 1 : 0;
    }
  }
}
