package dev.gatewayz.internal.call;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** The turns at a gateway that takes one request at once. */
public final class GatewayQueueStress {
  private GatewayQueueStress() {}

  /** A request on a loop of its own: its steps run one at a time. */
  private static final class Request implements Turn.Owner {
    private final Turn turn;
    private int turns;

    Request(GatewayQueue queue) {
      this.turn = new Turn(queue, "", this);
    }

    synchronized void begin() {
      if (turn.take(false)) {
        turns++;
      }
    }

    synchronized void end() {
      turn.answered();
    }

    synchronized int turns() {
      return turns;
    }

    @Override
    public synchronized void onTurn() {
      turns++;
    }

    @Override
    public boolean onLoopAfter(long nanos, Runnable step) {
      step.run();
      return true;
    }
  }

  private static GatewayQueue oneAtOnce() {
    return new GatewayQueue(new AdaptiveLimit(1, 1), 10, System::nanoTime);
  }

  /** The turn that ends as another request comes is that request's, once. */
  @JCStressTest
  @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class EndsAsOneComes {
    private final GatewayQueue queue = oneAtOnce();
    private final Request first = new Request(queue);
    private final Request second = new Request(queue);

    /** The turn is taken. */
    public EndsAsOneComes() {
      first.begin();
    }

    @Actor
    public void ends() {
      first.end();
    }

    @Actor
    public void comes() {
      second.begin();
    }

    @Arbiter
    public void end(II_Result result) {
      result.r1 = second.turns();
      result.r2 = queue.waiting();
    }
  }

  /** A request that is given up as its turn comes holds nothing. */
  @JCStressTest
  @Outcome(id = "true", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class GivenUpAsItsTurnComes {
    private final GatewayQueue queue = oneAtOnce();
    private final Request first = new Request(queue);
    private final Request second = new Request(queue);

    /** The turn is taken, and waited for. */
    public GivenUpAsItsTurnComes() {
      first.begin();
      second.begin();
    }

    @Actor
    public void ends() {
      first.end();
    }

    @Actor
    public void givesUp() {
      second.turn.leave();
    }

    @Arbiter
    public void end(Z_Result result) {
      result.r1 = queue.isIdle();
    }
  }
}
