package dev.gatewayz.internal.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** Pieces that wait, and threads that ask for them at the same time. */
public final class DeliveryStress {
  private DeliveryStress() {}

  /** A call whose loop has ended: each step runs on the thread that asks. */
  private static final class Ended implements Upstream {
    private volatile boolean cancelled;
    private int starts;

    @Override
    public synchronized void start() {
      starts++;
    }

    synchronized int starts() {
      return starts;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }

    @Override
    public boolean isCancelled() {
      return cancelled;
    }

    @Override
    public void stop() {}

    @Override
    public boolean onLoop(Runnable step) {
      return false;
    }

    @Override
    public void credit(int bytes) {}

    @Override
    public boolean addBuffered(int bytes) {
      return true;
    }

    @Override
    public void wanted() {}
  }

  /** Notes what it gets in a list without a lock: signals come one after the other. */
  private static final class Notes implements Flow.Subscriber<Integer> {
    private final List<String> signals = new ArrayList<>();
    private Flow.@Nullable Subscription subscription;

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
    }

    @Override
    public void onNext(Integer piece) {
      signals.add(piece.toString());
    }

    @Override
    public void onError(Throwable failure) {
      signals.add("failed");
    }

    @Override
    public void onComplete() {
      signals.add("end");
    }

    Flow.Subscription subscription() {
      return Objects.requireNonNull(subscription);
    }
  }

  /** A whole answer of three pieces, one of them handed on, to a client that was closed. */
  private abstract static class Waiting {
    final Notes notes = new Notes();

    Waiting() {
      Delivery<Integer> delivery = new Delivery<>(notes, Callbacks.NONE, "", CallContext.NONE);
      delivery.subscribe(new Ended());
      notes.subscription().request(1);
      delivery.accept(1);
      delivery.accept(2);
      delivery.accept(3);
      delivery.complete(null);
    }
  }

  /** Whoever asks, each piece comes once and in its order, then the end. */
  @JCStressTest
  @Outcome(id = "[1, 2, 3, end]", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class AskedForTwice extends Waiting {
    @Actor
    public void one() {
      notes.subscription().request(1);
    }

    @Actor
    public void other() {
      notes.subscription().request(1);
    }

    @Arbiter
    public void end(L_Result result) {
      result.r1 = notes.signals.toString();
    }
  }

  /** Behind a cancel comes nothing that was not on its way. */
  @JCStressTest
  @Outcome(
      id = {"[1]", "[1, 2]", "[1, 2, 3]", "[1, 2, 3, end]"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class CancelledAsAskedFor extends Waiting {
    @Actor
    public void asks() {
      notes.subscription().request(2);
    }

    @Actor
    public void cancels() {
      notes.subscription().cancel();
    }

    @Arbiter
    public void end(L_Result result) {
      result.r1 = notes.signals.toString();
    }
  }

  /** However many ask at first, there is one call. */
  @JCStressTest
  @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class BegunOnce {
    private final Ended call = new Ended();
    private final Notes notes = new Notes();

    /** Nobody has asked. */
    public BegunOnce() {
      new Delivery<>(notes, Callbacks.NONE, "", CallContext.NONE).subscribe(call);
    }

    @Actor
    public void one() {
      notes.subscription().request(1);
    }

    @Actor
    public void other() {
      notes.subscription().request(1);
    }

    @Arbiter
    public void end(II_Result result) {
      result.r1 = call.starts();
      result.r2 = notes.signals.size();
    }
  }

  /** A call that is cancelled before it begins begins once, cancelled, or never. */
  @JCStressTest
  @Outcome(
      id = {"0, 1", "1, 0"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class CancelledAsItBegins {
    private final Ended call = new Ended();
    private final Notes notes = new Notes();
    private int neverBegun;

    /** Nobody has asked. */
    public CancelledAsItBegins() {
      Delivery<Integer> delivery = new Delivery<>(notes, Callbacks.NONE, "", CallContext.NONE);
      delivery.ifNeverBegun(() -> neverBegun++);
      delivery.subscribe(call);
    }

    @Actor
    public void asks() {
      notes.subscription().request(1);
    }

    @Actor
    public void cancels() {
      notes.subscription().cancel();
    }

    @Arbiter
    public void end(II_Result result) {
      result.r1 = call.starts();
      result.r2 = neverBegun;
    }
  }
}
