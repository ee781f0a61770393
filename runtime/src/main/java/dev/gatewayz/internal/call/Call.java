package dev.gatewayz.internal.call;

import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.ClientClosedException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.Partial;
import dev.gatewayz.internal.account.CallUsage;
import dev.gatewayz.internal.answer.Answer;
import dev.gatewayz.internal.answer.ApiErrors;
import dev.gatewayz.internal.answer.Content;
import dev.gatewayz.internal.answer.Failures;
import dev.gatewayz.internal.answer.Upstream;
import dev.gatewayz.internal.log.Log;
import dev.gatewayz.internal.request.CallRequest;
import dev.gatewayz.internal.time.LoopClock;
import dev.gatewayz.internal.transport.LoopContext;
import dev.gatewayz.internal.transport.NotTaken;
import dev.gatewayz.usage.Outcome;
import io.netty.util.AsciiString;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call, from its start to its only end. What it goes through is listed in {@link CallStages}.
 * This class alone changes its state; what it asks, and what follows, is up to {@link Attempts}.
 *
 * <p>{@link #start}, {@link #cancel}, {@link #isCancelled} and {@link #onLoop} may be called by any
 * thread, everything else runs on the loop that {@link #start} chose. Every way onto that loop is
 * guarded: what is thrown there ends this call, and no other.
 */
final class Call implements Runnable, NotTaken, Admission, Upstream {
  private final CallStages stages;
  private final long number;
  private final RequestIds ids;
  private final Caller caller;
  private final CallClock clock = new CallClock(this);
  private final Attempts attempts;
  private final CallAccount account;

  /** Set once, by the thread that starts the call, and read by those that cancel it. */
  private volatile @Nullable LoopContext context;

  private volatile boolean cancelled;
  private CallState state = CallState.NEW;
  private CallWatch watch = CallWatch.NONE;

  Call(CallStages stages, RequestIds ids, CallRequest request, Caller caller) {
    this.stages = stages;
    this.ids = ids;
    this.number = ids.next();
    this.caller = caller;
    this.attempts = new Attempts(this, request);
    this.account = new CallAccount(stages);
  }

  @Override
  public void start() {
    LoopContext chosen = stages.transport().pick(attempts.request().origin());
    clock.start(System.nanoTime());
    context = chosen;
    if (chosen.isCurrent()) {
      run();
    } else {
      chosen.execute(this, this);
    }
  }

  @Override
  public void notTaken(boolean ended) {
    become(CallState.ENDED);
    context().callEnded();
    caller.receiver().fail(Turn.notTaken(info(), ended));
  }

  @Override
  public void run() {
    try {
      begin();
    } catch (Throwable t) {
      onThrown(t);
    }
  }

  private void begin() {
    watch = CallWatch.of(stages.listeners(), caller, number, attempts.request(), clock.startedAt());
    if (cancelled) {
      endCancelled();
      return;
    }
    if (caller.receiver().refuseBadDemand()) {
      return;
    }
    if (context().isClosing()) {
      throw new ClientClosedException(info(), Partial.NONE);
    }
    if (!attempts.request().hasKey()) {
      throw ApiErrors.missingKey(info());
    }
    become(CallState.QUEUED);
    if (attempts.request().prompt().isOfClient()) {
      attempts.send(attempts.request(), clock.startedAt());
    } else if (stages.limits().admit(this)) {
      admitted();
    } else {
      clock.arm();
    }
  }

  @Override
  public void admitted() {
    account.takePlace();
    if (state == CallState.QUEUED) {
      account.reserve(attempts.request(), this);
      attempts.begin(clock.startedAt());
    } else if (attempts.isReturning()) {
      attempts.goOn();
    } else {
      account.leavePlace();
    }
  }

  // The end: succeed, fail, cancel, close.

  /** The answer is what the caller wants. */
  void succeed(Answer answer) {
    if (state != CallState.ENDED) {
      BigDecimal cost = null;
      try {
        cost = end(Outcome.SUCCESS, null).cost();
        stages.retryBudget().refund();
      } finally {
        caller.handOver(answer, cost, this);
      }
    }
  }

  /** Nothing can help any more. */
  void fail(GatewayzException failure) {
    if (state != CallState.ENDED) {
      try {
        end(Outcome.FAILURE, failure);
      } finally {
        caller.receiver().fail(failure);
      }
    }
  }

  @Override
  public void cancel() {
    if (!cancelled) {
      cancelled = true;
      if (context != null) {
        onLoop(this::endCancelled);
      }
    }
  }

  private void endCancelled() {
    try {
      stop();
    } finally {
      caller.receiver().drop();
    }
  }

  @Override
  public void stop() {
    if (state != CallState.ENDED) {
      end(Outcome.CANCELLED, null);
    }
  }

  /** The client closes; nothing is waited for any more if that is {@code over}. */
  void close(boolean over) {
    if (state == CallState.ENDED) {
      attempts.drop();
      clock.ranOut();
    } else if (over || state.isAtRest()) {
      fail(new ClientClosedException(info(), partial()));
    }
  }

  @Override
  public void onThrown(Throwable thrown) {
    try {
      if (!(thrown instanceof GatewayzException)) {
        Log.error("A call failed by what was thrown.", thrown);
      }
      fail(thrown instanceof GatewayzException failure ? failure : defect(thrown));
    } catch (Throwable t) {
      Log.error("A call could not be ended in good order.", t);
    }
  }

  @Override
  public GatewayzException defect(Throwable thrown) {
    return Failures.defect(info(), thrown, partial());
  }

  private CallUsage end(Outcome outcome, @Nullable GatewayzException failure) {
    boolean wasQueued = state == CallState.QUEUED || attempts.isReturning();
    become(CallState.ENDED);
    context().callEnded();
    account.leavePlace();
    if (wasQueued) {
      stages.limits().withdraw(this);
    }
    attempts.end();
    clock.stop();
    Content answer = attempts.content();
    CallUsage usage = account.close(attempts.request(), outcome, attempts.log().count(), answer);
    if (watch.isHeard()) {
      int pieces = caller.receiver().pieces();
      String id = info().requestId();
      watch.finished(new CallEnd(usage, account.used(), answer, id, pieces, failure));
    }
    return usage;
  }

  /** Goes to the next state. This is the only place that does. */
  void become(CallState next) {
    if (!state.mayBecome(next)) {
      throw new IllegalStateException("A call cannot go from " + state + " to " + next + ".");
    }
    state = next;
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  @Override
  public boolean onLoop(Runnable step) {
    return context().run(this, step);
  }

  @Override
  public boolean onLoopAfter(long nanos, Runnable step) {
    return context().schedule(this, step, nanos);
  }

  @Override
  public void credit(int bytes) {
    attempts.credit(bytes);
  }

  @Override
  public LoopClock time() {
    return context().clock();
  }

  @Override
  public boolean addBuffered(int bytes) {
    return context().addBuffered(bytes);
  }

  @Override
  public void wanted() {
    if (state == CallState.ASKING) {
      clock.excuse();
    }
  }

  CallStages stages() {
    return stages;
  }

  /** Its id, made of its number each time: hardly anybody asks twice, and calls may last long. */
  AsciiString requestId() {
    return ids.of(number);
  }

  Caller caller() {
    return caller;
  }

  Attempts attempts() {
    return attempts;
  }

  CallClock clock() {
    return clock;
  }

  CallAccount account() {
    return account;
  }

  CallWatch watch() {
    return watch;
  }

  CallState state() {
    return state;
  }

  LoopContext context() {
    return Objects.requireNonNull(context, "The call has not begun.");
  }

  @Override
  public String lane() {
    return stages.gateways().laneOf(attempts.request());
  }

  @Override
  public CallInfo get() {
    return info();
  }

  CallInfo info() {
    return attempts.info(attempts.current());
  }

  Partial partial() {
    return account.partial(attempts.content());
  }
}
