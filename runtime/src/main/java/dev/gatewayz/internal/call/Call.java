package dev.gatewayz.internal.call;

import dev.gatewayz.chat.GatewayUsage;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.ClientClosedException;
import dev.gatewayz.error.DeadlineExceededException.Phase;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.Partial;
import dev.gatewayz.internal.call.BudgetLedger.Reservation;
import dev.gatewayz.internal.http.Connection;
import dev.gatewayz.internal.http.Exchange;
import dev.gatewayz.internal.http.RequestHead;
import dev.gatewayz.internal.transport.LoopContext;
import dev.gatewayz.usage.CallUsage;
import dev.gatewayz.usage.Outcome;
import io.netty.util.AsciiString;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call, from its start to its only end. Everything but {@link #start} and {@link #cancel} runs
 * on the loop that {@link #start} chose.
 *
 * <p>Here are the states and the decisions: to try again, to ask somebody else, to send a second
 * request that races the first. {@link Response} reads what comes back.
 */
abstract class Call extends Exchange implements Runnable {
  private static final System.Logger LOG = System.getLogger("dev.gatewayz");

  final CallEngine engine;
  final CallClock clock = new CallClock(this);
  private final long sequence;
  private final AsciiString requestId;
  private final Attempts attempts = new Attempts();
  private CallRequest request;

  /** Set once, by the thread that starts the call, and read by those that cancel it. */
  private volatile @Nullable LoopContext context;

  private @Nullable CallWatch watch;

  private CallState state = CallState.NEW;
  private volatile boolean cancelled;
  private boolean admitted;
  private @Nullable List<Reservation> reserved;

  /** The tools that run or have run, {@code null} if none have. */
  private @Nullable ToolRound tools;

  /** The call that races this one, or has won or lost against it. */
  private @Nullable Call rival;

  Call(CallEngine engine, CallRequest request) {
    this.engine = engine;
    this.request = request;
    this.sequence = engine.nextSequence();
    this.requestId = engine.requestId(sequence);
  }

  // What the kinds of call decide.

  /** Nothing of the answer was handed on, and it begins anew: forget what was read. */
  abstract void reset();

  /** Whether a piece of the answer has arrived. */
  abstract boolean hasBegun();

  /** Whether something of the answer was handed on, so that the call cannot be repeated. */
  abstract boolean hasDelivered();

  /** What has arrived of the answer. */
  abstract Partial partial();

  /** The tokens, as far as they were reported. */
  abstract @Nullable Usage usage();

  /** What Gatewayz added, if anything. */
  abstract @Nullable GatewayUsage gatewayUsage();

  /** The text of the answer so far, for those who count tokens. */
  abstract String answerText();

  /** How many pieces of a streamed answer were handed on. */
  abstract int pieces();

  /** Whether the caller wants nothing at present, so that silence is no fault of the server. */
  abstract boolean isPaused();

  /** Whether the answer comes in pieces. */
  abstract boolean isStreamed();

  /** Whether the caller has made the call impossible, and has been told so. */
  abstract boolean isRefused();

  /** The id of the call in the words of the server that answered, {@code null} if none has. */
  abstract @Nullable String serverRequestId();

  /** A call that asks the same for the same caller. */
  abstract Call newRival();

  /** The call has failed for good: tell the caller. Called once. */
  abstract void onFailed(GatewayzException failure);

  /** The caller has cancelled: let go of everything. */
  abstract void onCancelled();

  /** A deadline has passed. */
  void onLate(Phase phase, Duration limit) {
    Connection carrier = connection();
    if (carrier != null) {
      carrier.suspect();
    }
    failed(Failures.late(info(), phase, limit, partial()));
  }

  // The beginning.

  /** Begins the call. Any thread, once. */
  final void start() {
    RequestHead head = request.head();
    LoopContext chosen = engine.transport().pick(head == null ? null : head.origin());
    clock.start(System.nanoTime());
    context = chosen;
    if (chosen.isCurrent()) {
      run();
    } else {
      engine.execute(chosen, this, this::rejected);
    }
  }

  /** Takes the first step on the loop. */
  @Override
  public final void run() {
    if (cancelled) {
      endCancelled();
      return;
    }
    watch = engine.watch(this);
    if (isRefused()) {
      stop();
    } else if (context().isClosing()) {
      finish(new ClientClosedException(info(), Partial.NONE));
    } else if (request.head() == null) {
      finish(ApiErrors.missingKey(info()));
    } else {
      clock.waiting();
      engine.limits().admit(this);
    }
  }

  private void rejected() {
    state = CallState.ENDED;
    context().callEnded();
    onFailed(new ClientClosedException(info(), Partial.NONE));
  }

  /** The client lets the call be made. */
  final void admitted() {
    admitted = true;
    if (state != CallState.NEW) {
      leave();
      return;
    }
    reserved = engine.accounts().open(this);
    if (reserved != null) {
      submit();
    }
  }

  /** The client does not let the call be made. */
  final void refuse(GatewayzException refusal) {
    if (state == CallState.NEW) {
      finish(refusal);
    }
  }

  private void submit() {
    attempts.add();
    state = CallState.WAITING;
    clock.waiting();
    clock.arm();
    context().submit(this);
  }

  /** The pause before another attempt is over. */
  final void resume() {
    submit();
  }

  // The end.

  /** Ends the call by the caller's wish. Any thread, any number of times. */
  final void cancel() {
    if (cancelled) {
      return;
    }
    cancelled = true;
    LoopContext chosen = context;
    if (chosen == null) {
      return;
    }
    if (chosen.isCurrent()) {
      endCancelled();
    } else {
      engine.execute(chosen, this::endCancelled, () -> {});
    }
  }

  private void endCancelled() {
    Call other = rival;
    if (state == CallState.ENDED && other != null) {
      // It has taken over.
      other.stop();
    }
    stop();
    onCancelled();
  }

  /** Ends the call from this side, without a word to the caller. */
  final void stop() {
    if (state != CallState.ENDED) {
      won();
      letGo();
      end();
      account(Outcome.CANCELLED, null);
    }
  }

  /** The answer is whole: no deadline and no failure matters any more. */
  final void succeeded() {
    won();
    end();
    engine.retryBudget().refund();
    account(Outcome.SUCCESS, null);
  }

  /** The answer is of no use, or there is none: try again, ask somebody else, or give up. */
  final void failed(GatewayzException failure) {
    if (state == CallState.ENDED) {
      return;
    }
    letGo();
    Call other = rival;
    if (other != null && !other.hasEnded()) {
      other.attempts.addAll(attempts);
      end();
    } else if (hasDelivered()
        || context().isClosing()
        || !(triesAgain(failure) || asksSomebodyElse(failure))) {
      finish(failure);
    }
  }

  /**
   * The client closes.
   *
   * @param over whether nothing is waited for any more
   */
  final void onClosing(boolean over) {
    if (state == CallState.ENDED) {
      if (over) {
        abort();
      }
    } else if (over || state == CallState.NEW || state == CallState.PAUSING) {
      failed(new ClientClosedException(info(), partial()));
    }
  }

  private boolean triesAgain(GatewayzException failure) {
    Duration delay = delayOf(failure);
    if (delay == null || !clock.allows(delay) || !engine.retryBudget().spend()) {
      return false;
    }
    attempts.note(failure, delay);
    reset();
    state = CallState.PAUSING;
    clock.pause(delay);
    if (watch != null) {
      watch.retrying(failure, delay);
    }
    return true;
  }

  private @Nullable Duration delayOf(GatewayzException failure) {
    try {
      return request.policy().retries().delay(failure, attempts.ofModel());
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "A retry policy threw; the failure is final.", e);
      return null;
    }
  }

  private boolean asksSomebodyElse(GatewayzException failure) {
    while (!request.policy().fallbacks().isEmpty()) {
      boolean mayHelp = request.policy().fallbacks().get(0).mayHelp(failure);
      request = request.fallBack();
      if (mayHelp) {
        attempts.note(failure, Duration.ZERO);
        reset();
        attempts.startOver();
        if (watch != null) {
          watch.fallingBack(this, failure);
        }
        submit();
        return true;
      }
    }
    return false;
  }

  /**
   * The model is asked again, with more in the conversation.
   *
   * @param reason what was wrong with its answer, {@code null} if nothing was
   */
  final void goOn(CallRequest next, @Nullable GatewayzException reason) {
    won();
    letGo();
    tools = null;
    if (reason != null) {
      attempts.note(reason, Duration.ZERO);
    }
    request = next;
    reset();
    attempts.startOver();
    GatewayzException refusal = engine.accounts().goOn(this, reserved);
    if (refusal == null) {
      submit();
    } else {
      finish(refusal);
    }
  }

  /** The model has asked for tools, and waits for what they say. */
  final void runningTools(ToolRound round) {
    won();
    tools = round;
    state = CallState.TOOLS;
    clock.arm();
  }

  /** The call has failed, and nothing can help. */
  final void finish(GatewayzException failure) {
    end();
    account(Outcome.FAILURE, failure);
    onFailed(failure);
  }

  private void end() {
    state = CallState.ENDED;
    if (tools != null) {
      tools.stop();
    }
    leave();
    context().callEnded();
    if (connection() == null) {
      clock.stop();
    } else {
      clock.linger();
    }
  }

  private void account(Outcome outcome, @Nullable GatewayzException failure) {
    CallUsage used = engine.accounts().close(this, outcome, reserved);
    if (watch != null) {
      watch.finished(this, used, failure);
    }
  }

  private void leave() {
    if (admitted) {
      admitted = false;
      engine.limits().leave();
    }
  }

  /** Leaves the connection, or the queue for one. */
  private void letGo() {
    if (connection() != null) {
      abort();
    } else if (state == CallState.WAITING) {
      context().withdraw(this);
    } else if (state == CallState.NEW) {
      engine.limits().withdraw(this);
    }
  }

  // Racing.

  /** Whether a second request may be sent before the first is answered. */
  final boolean mayHedge() {
    return request.policy().hedgeAfter() != null
        && rival == null
        && attempts.count() == 1
        && state != CallState.TOOLS
        && !hasBegun();
  }

  /** When to do so, in nanoseconds after the start. */
  final long hedgeAfter() {
    Duration after = request.policy().hedgeAfter();
    return after == null ? Long.MAX_VALUE : after.toNanos();
  }

  final void hedge() {
    Call other = newRival();
    rival = other;
    other.rival = this;
    other.context = context;
    other.watch = watch;
    other.clock.start(clock.startedAt());
    context().callBegun();
    if (watch != null) {
      watch.hedging();
    }
    other.submit();
  }

  /** This call's answer is the one that counts, so the one that races it is of no use any more. */
  final void won() {
    Call loser = rival;
    if (loser != null && !loser.hasEnded()) {
      attempts.addAll(loser.attempts);
      loser.letGo();
      loser.end();
    }
  }

  // What the connection asks and tells.

  @Override
  public final RequestHead head() {
    RequestHead head = request.head();
    if (head == null) {
      throw new IllegalStateException("A call without key is never sent.");
    }
    return head;
  }

  @Override
  public final AsciiString requestId() {
    return requestId;
  }

  @Override
  public final byte[] body() {
    return request.body();
  }

  @Override
  public final int bodyLength() {
    return request.bodyLength();
  }

  @Override
  public final boolean wantsWideWindow() {
    return !isStreamed();
  }

  @Override
  public final void onSent() {
    state = CallState.SENT;
    long waited = clock.sent();
    clock.onPhase();
    if (watch != null) {
      watch.sent(this, waited);
    }
  }

  @Override
  public final void onWaiting() {
    state = CallState.WAITING;
    clock.waiting();
  }

  /** The response has begun. */
  final void responding() {
    state = CallState.RESPONDING;
    clock.onPhase();
  }

  /** Whether the response that arrives is still wanted. */
  final boolean isListening() {
    return state == CallState.SENT || state == CallState.RESPONDING;
  }

  /** A response that is no longer wanted has run out. */
  final void ranOut() {
    if (state == CallState.ENDED) {
      clock.stop();
    }
  }

  /** The first piece of a streamed answer has arrived. */
  final void firstToken() {
    clock.onPhase();
    if (watch != null) {
      watch.firstToken(clock.sinceStart());
    }
  }

  // What others ask.

  final CallState state() {
    return state;
  }

  /** A number that no other call of the client has. */
  final long sequence() {
    return sequence;
  }

  /** Whether the call has ended, though the response may still be running out. */
  final boolean hasEnded() {
    return state == CallState.ENDED;
  }

  final boolean isCancelled() {
    return cancelled;
  }

  final CallRequest request() {
    return request;
  }

  final int attempts() {
    return attempts.count();
  }

  final LoopContext context() {
    LoopContext chosen = context;
    if (chosen == null) {
      throw new IllegalStateException("The call has not begun.");
    }
    return chosen;
  }

  /** Which call this is, as errors name it. */
  final CallInfo info() {
    String serverId = serverRequestId();
    return new CallInfo(
        request.promptId(),
        request.modelName(),
        attempts.count(),
        serverId == null ? requestId.toString() : serverId,
        attempts.failed());
  }
}
