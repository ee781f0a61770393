package dev.gatewayz.internal.call;

import dev.gatewayz.Approvals;
import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.Message;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.ApprovalRequiredException;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.DeadlineExceededException.Phase;
import dev.gatewayz.error.FailedAttempt;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.RateLimitException;
import dev.gatewayz.error.TooManyCallsException;
import dev.gatewayz.error.ToolFailedException;
import dev.gatewayz.internal.answer.Answer;
import dev.gatewayz.internal.answer.Content;
import dev.gatewayz.internal.request.CallRequest;
import dev.gatewayz.internal.request.FollowUps;
import dev.gatewayz.internal.request.ToolRunner;
import dev.gatewayz.observe.CallEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of a call: sends them, and decides what follows each. A retry, a fallback, a
 * correction and what comes after a round of tools are each one more attempt; two race if the call
 * is hedged. Runs on the loop of the call.
 */
final class Attempts implements ToolRound.Owner, Turn.Owner {
  private final Call call;
  private final AttemptLog log = new AttemptLog();
  private CallRequest request;

  /** Of the request that waits to be sent, or was sent last. */
  private @Nullable Turn turn;

  /** The attempt that counts, or counted last. */
  private @Nullable Attempt current;

  /** The one that races it. */
  private @Nullable Attempt second;

  /** Set while a second attempt may be sent. */
  private @Nullable Race race;

  private @Nullable ToolRound tools;

  /** What is sent as soon as there is a place again, after tools. */
  private @Nullable CallRequest returning;

  /** The attempts of a call that begins with that request. */
  Attempts(Call call, CallRequest request) {
    this.call = call;
    this.request = request;
    Duration hedgeAfter = request.policy().hedgeAfter();
    this.race = hedgeAfter == null ? null : Race.after(hedgeAfter);
  }

  CallRequest request() {
    return request;
  }

  AttemptLog log() {
    return log;
  }

  /** The attempt that counts, or counted last; {@code null} before the first. */
  @Nullable Attempt current() {
    return current;
  }

  /** What has arrived of the answer that counts. */
  Content content() {
    return current == null ? Content.NONE : current.answer().content();
  }

  /** Which call this is, as errors of an attempt name it. */
  CallInfo info(@Nullable Attempt attempt) {
    String serverId = attempt == null ? null : attempt.serverRequestId();
    return CallInfo.builder()
        .promptId(request.prompt().id())
        .model(request.modelName())
        .attempts(log.count())
        .requestId(serverId == null ? call.requestId().toString() : serverId)
        .earlier(log.failed())
        .build();
  }

  // Asking.

  /** Sends the first request, or runs the tools that somebody has approved. */
  void begin(long waitingSince) {
    FollowUps followUps = request.policy().followUps();
    Approvals approvals = followUps.approvals();
    ToolRunner runner = followUps.tools();
    if (approvals == null || runner == null) {
      send(request, waitingSince);
    } else {
      run(runner, approvals.said(), approvals);
    }
  }

  /** Sends a request in place of the last one; the wait has begun at {@code waitingSince}. */
  void send(CallRequest next, long waitingSince) {
    drop();
    request = call.stages().forms().apply(next);
    takeTurn(false, waitingSince);
  }

  private void takeTurn(boolean again, long waitingSince) {
    Turn mine = call.stages().gateways().turnOf(request, this);
    if (log.count() == 0 && mine.isCrowded()) {
      throw new TooManyCallsException(
          info(null),
          "Too many calls wait for their turn at the gateway.",
          "Make fewer calls at once, or let more wait, by maxConcurrentCalls.");
    }
    turn = mine;
    if (mine.take(again)) {
      ask(mine, waitingSince);
    } else {
      call.become(CallState.WAITING);
      call.clock().arm();
    }
  }

  @Override
  public void onTurn() {
    if (call.state() == CallState.WAITING && turn != null) {
      ask(turn, System.nanoTime());
    }
  }

  @Override
  public boolean onLoopAfter(long nanos, Runnable step) {
    return call.onLoopAfter(nanos, step);
  }

  private void ask(Turn mine, long waitingSince) {
    call.receiver().startRequest();
    call.become(CallState.ASKING);
    current = new Attempt(call, log.add(), mine, waitingSince);
    call.clock().arm();
    current.submit();
  }

  /** The pause before another attempt is over. */
  void resume() {
    send(request, System.nanoTime());
  }

  /** Drops what is under way. */
  void drop() {
    if (second != null) {
      second.drop();
      second = null;
    }
    if (current != null) {
      current.drop();
    }
  }

  /** The call ends: tools and attempts that are not over are of no use any more. */
  void end() {
    if (tools != null) {
      tools.stop();
    }
    returning = null;
    race = null;
    if (turn != null) {
      turn.leave();
    }
    if (second != null) {
      second.drop();
    }
    if (current != null && !current.isOver()) {
      current.drop();
    }
  }

  /** Whether the response of the last one is still running out. */
  boolean isRunningOut() {
    return current != null && current.connection() != null;
  }

  /** Lets the peer send so many bytes more. */
  void credit(int bytes) {
    if (current != null) {
      current.credit(bytes);
    }
  }

  // Time.

  /**
   * When something of what runs is due, a second request included; {@code end} if that is earlier.
   */
  long due(long end) {
    long due = end;
    if (returning != null) {
      return end;
    }
    if (tools != null) {
      due = CallClock.earlier(due, tools.due());
    } else if (current != null) {
      due = CallClock.earlier(due, current.due());
      if (second != null) {
        due = CallClock.earlier(due, second.due());
      } else if (race != null && current.isSilent()) {
        due = CallClock.earlier(due, race.due(current.lastSign()));
      }
    }
    return due;
  }

  /** Time has passed: what runs may be late, or so slow that a second request is sent. */
  void check(long now) {
    Attempt first = current;
    if (returning != null) {
      return;
    }
    if (tools != null) {
      tools.checkDeadline(now);
      return;
    }
    if (first == null) {
      return;
    }
    if (race != null && race.isDue(first.isSilent(), first.lastSign(), now)) {
      race = null;
      hedge(now);
    }
    Attempt other = second;
    first.checkDeadline(now);
    if (other != null) {
      other.checkDeadline(now);
    }
  }

  /** A gateway that takes no more is not asked twice. */
  private void hedge(long now) {
    Turn another = call.stages().gateways().turnOf(request, this);
    if (another.takeNow()) {
      call.watch().hedging();
      second = new Attempt(call, log.addSecond(), another, now);
      second.submit();
    }
  }

  /** The whole call is late. */
  void late(Phase phase, Duration limit) {
    if (second != null) {
      second.drop();
      second = null;
    }
    if (current != null) {
      current.late(phase, limit);
    }
  }

  /** For how long nothing was heard until now, which is excused: the caller wanted nothing. */
  long excuse(long now) {
    Attempt excused = current;
    if (excused == null || !excused.isSent()) {
      return 0;
    }
    return excused.excuse(now);
  }

  // What attempts tell.

  /** The first of an answer has arrived: of two attempts that race, this one counts. */
  void begun(Attempt attempt) {
    commit(attempt);
  }

  private void commit(Attempt winner) {
    Attempt loser = winner == current ? second : current;
    race = null;
    second = null;
    current = winner;
    if (loser != null) {
      loser.drop();
    }
  }

  /** An attempt has brought an answer. */
  void answered(Attempt attempt) {
    commit(attempt);
    call.account().count(request, attempt.answer().content());
    Answer answer = attempt.answer();
    ToolRunner runner = request.policy().followUps().tools();
    if (runner != null && !answer.content().toolCalls().isEmpty()) {
      run(runner, answer);
      return;
    }
    try {
      answer.prepare(call.account().used(), attempt);
    } catch (GatewayzException unfit) {
      recover(attempt, unfit);
      return;
    }
    call.succeed(answer);
  }

  /** An attempt has failed, or its answer cannot be used. */
  void failed(Attempt attempt, GatewayzException failure) {
    call.account().count(request, attempt.answer().content());
    Attempt other = attempt == current ? second : current;
    race = null;
    second = null;
    if (other == null) {
      recover(attempt, failure);
    } else {
      current = other;
      log.addFailure(described(attempt, failure), Duration.ZERO);
      call.clock().onPhase();
    }
  }

  private FailedAttempt described(Attempt attempt, GatewayzException failure) {
    CallClock clock = call.clock();
    boolean hasFallback = !request.policy().fallbacks().isEmpty();
    return log.describe(attempt.number(), failure, clock.elapsed(), clock.left(), hasFallback);
  }

  private void recover(Attempt attempt, GatewayzException failure) {
    FailedAttempt failed = described(attempt, failure);
    boolean isFinal = call.receiver().hasDelivered() || call.context().isClosing();
    CallRequest restated = isFinal ? null : call.stages().forms().after(failure, request);
    if (restated != null) {
      log.addFailure(failed, Duration.ZERO);
      log.takeBack();
      send(restated, System.nanoTime());
      return;
    }
    boolean mayQueue = !call.stages().gateways().isOpen();
    Recovery.Next next =
        Recovery.after(failed, request, new Recovery.Means(isFinal, true, mayQueue));
    if (next instanceof Recovery.Retry retry
        && !isScheduled(failure, retry.pause())
        && !call.stages().retryBudget().spend()) {
      next = Recovery.after(failed, request, new Recovery.Means(isFinal, false, false));
    }
    next.match(
        retry -> pause(failed, retry.pause()),
        queue -> queueAgain(failed, queue.pause()),
        fallback -> {
          log.addFailure(failed, Duration.ZERO);
          call.watch().fallingBack(failure, fallback.request().modelName());
          log.startQuestion();
          send(fallback.request(), System.nanoTime());
        },
        repair -> {
          log.addFailure(failed, Duration.ZERO);
          AssistantMessage said = attempt.answer().content().message();
          List<Message> correction =
              FollowUps.correctionOf(repair.unfit(), said, request.schemaInWords());
          followUp(request.continued(correction, request.policy().followUps().afterRepair()));
        },
        giveUp -> call.fail(giveUp.failure()));
  }

  /**
   * A server that names a limit and its end is not out of order, nor is one that is left alone for
   * as long as it asks.
   */
  private static boolean isScheduled(GatewayzException failure, Duration pause) {
    return failure instanceof ApiException api
        && api.retryAfter() != null
        && (api instanceof RateLimitException || pause.compareTo(api.retryAfter()) >= 0);
  }

  private void pause(FailedAttempt failed, Duration pause) {
    log.addFailure(failed, pause);
    call.become(CallState.PAUSING);
    call.clock().pause(pause);
    call.watch().retrying(failed.failure(), pause);
  }

  private void queueAgain(FailedAttempt failed, Duration pause) {
    log.addFailure(failed, pause);
    log.takeBack();
    if (turn != null && request.origin() != null) {
      call.watch().requeued(failed.failure(), pause, request.origin(), turn.limit());
    }
    takeTurn(true, System.nanoTime());
  }

  // Going back to the model.

  private void run(ToolRunner runner, Answer answer) {
    Usage used = call.account().used().usage();
    ToolRound.requireRound(answer.content(), request.policy().followUps(), info(current), used);
    AssistantMessage said = answer.content().message();
    List<ToolCall> unapproved = said.toolCalls().stream().filter(runner::needsApproval).toList();
    if (!unapproved.isEmpty()) {
      List<Message> exchange = new ArrayList<>(request.body().messages());
      exchange.add(said);
      int rounds = request.policy().followUps().toolRoundsDone();
      throw new ApprovalRequiredException(info(current), unapproved, exchange, rounds, used);
    }
    run(runner, said, null);
  }

  private void run(ToolRunner runner, AssistantMessage said, @Nullable Approvals approvals) {
    call.become(CallState.TOOLS);
    ToolThreads threads = call.stages().tools();
    tools = new ToolRound(this, runner, said, threads.timeout(), approvals);
    // The gateway is not asked meanwhile, and a tool may ask it itself.
    call.account().leavePlace();
    tools.start(threads.executor(), call.callerContext());
    call.clock().onPhase();
  }

  @Override
  public boolean onLoop(Runnable step) {
    return call.onLoop(step);
  }

  @Override
  public String forModel(String result) {
    return request.forModel(result);
  }

  @Override
  public CallEvent.ToolStarted onToolStarted(ToolCall wanted) {
    return call.watch().toolStarted(wanted);
  }

  @Override
  public void onToolFinished(ToolCall wanted, Duration duration, @Nullable String error) {
    call.watch().toolFinished(wanted, duration, error);
  }

  @Override
  public void onToolResults(List<Message> results) {
    if (call.state() == CallState.TOOLS) {
      tools = null;
      returning = request.afterTools(results);
      if (call.stages().limits().readmit(call)) {
        call.account().takePlace();
        goOn();
      } else {
        call.clock().arm();
      }
    }
  }

  /** Whether tools have run, and there is no place to go on yet. */
  boolean isReturning() {
    return returning != null;
  }

  /** There is a place again. */
  void goOn() {
    CallRequest next = returning;
    if (next != null) {
      returning = null;
      followUp(next);
    }
  }

  @Override
  public void onToolFailure(String what, Throwable cause) {
    if (call.state() == CallState.TOOLS) {
      String said = request.withoutSecret(what);
      call.fail(new ToolFailedException(info(current), said, call.account().used().usage(), cause));
    }
  }

  @Override
  public void onThrown(Throwable thrown) {
    call.onThrown(thrown);
  }

  /** The model is asked again, with more in the conversation. */
  private void followUp(CallRequest next) {
    tools = null;
    call.account().reserveMore(next, content(), call);
    log.startQuestion();
    send(next, System.nanoTime());
  }
}
