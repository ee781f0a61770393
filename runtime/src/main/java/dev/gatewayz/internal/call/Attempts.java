package dev.gatewayz.internal.call;

import dev.gatewayz.Approvals;
import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.DeadlineExceededException.Phase;
import dev.gatewayz.error.FailedAttempt;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.ToolFailedException;
import dev.gatewayz.internal.answer.Answer;
import dev.gatewayz.internal.answer.Content;
import dev.gatewayz.internal.request.CallRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of a call: sends them, and decides what follows each. A retry, a fallback, a
 * correction and what comes after a round of tools are each one more attempt; two race if the call
 * is hedged. Runs on the loop of the call.
 */
final class Attempts implements ToolRound.Owner, Turn.Owner {
  private final Call call;
  private final AttemptLog log = new AttemptLog();
  private final Race<Attempt> race;
  private CallRequest request;

  /** Of the request that waits to be sent, or was sent last. */
  private @Nullable Turn turn;

  /** That runs, or is over and waits for a place to go on. */
  private @Nullable ToolRound tools;

  /** The attempts of a call that begins with that request. */
  Attempts(Call call, CallRequest request) {
    this.call = call;
    this.request = request;
    this.race = new Race<>(request.policy().hedgeAfter());
  }

  CallRequest request() {
    return request;
  }

  AttemptLog log() {
    return log;
  }

  /** The attempt that counts, or counted last; {@code null} before the first. */
  @Nullable Attempt current() {
    return race.first();
  }

  /** What has arrived of the answer that counts. */
  Content content() {
    Attempt current = race.first();
    return current == null ? Content.NONE : current.answer().content();
  }

  /** Which call this is, as errors of an attempt name it. */
  CallInfo info(@Nullable Attempt attempt) {
    String serverId = attempt == null ? null : attempt.serverRequestId();
    return log.info(request, serverId == null ? call.requestId().toString() : serverId);
  }

  // Asking.

  /** Sends the first request, or runs the tools that somebody has approved. */
  void begin(long waitingSince) {
    Approvals approvals = request.policy().followUps().approvals();
    if (approvals == null) {
      send(request, waitingSince);
    } else {
      run(approvals.said(), approvals);
    }
  }

  /** Sends a request in place of the last one; the wait has begun at {@code waitingSince}. */
  void send(CallRequest next, long waitingSince) {
    drop();
    request = call.stages().forms().apply(next);
    takeTurn(false, waitingSince);
  }

  private void takeTurn(boolean again, long waitingSince) {
    Turn mine = call.stages().gateways().turnOf(request, this, call);
    if (log.count() == 0 && mine.isCrowded()) {
      throw Turn.crowded(info(null));
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

  private void ask(Turn mine, long waitingSince) {
    call.caller().receiver().startRequest();
    call.become(CallState.ASKING);
    Attempt attempt = new Attempt(call, log.add(), mine, waitingSince);
    race.start(attempt);
    call.clock().arm();
    attempt.submit();
  }

  /** The pause before another attempt is over. */
  void resume() {
    send(request, System.nanoTime());
  }

  /** Drops what is under way. */
  void drop() {
    race.drop();
  }

  /** The call ends: tools and attempts that are not over are of no use any more. */
  void end() {
    if (tools != null) {
      tools.stop();
      tools = null;
    }
    if (turn != null) {
      turn.leave();
    }
    race.end();
  }

  /** Lets the peer send so many bytes more. */
  void credit(int bytes) {
    Attempt current = race.first();
    if (current != null) {
      current.credit(bytes);
    }
  }

  // Time.

  /** When something of what runs is due; {@code end} if that is earlier. */
  long due(long end) {
    return tools == null ? race.due(end) : tools.due(end);
  }

  /** Time has passed: what runs may be late, or so slow that a second request is sent. */
  void check(long now) {
    if (tools != null) {
      tools.checkDeadline(now);
      return;
    }
    if (race.wantsSecond(now)) {
      hedge(now);
    }
    race.checkDeadlines(now);
  }

  /** A gateway that takes no more is not asked twice. */
  private void hedge(long now) {
    Turn another = call.stages().gateways().turnOf(request, this, call);
    if (another.takeNow()) {
      call.watch().hedging();
      Attempt second = new Attempt(call, log.addSecond(), another, now);
      race.join(second);
      second.submit();
    }
  }

  /** The whole call is late. */
  void late(Phase phase, Duration limit) {
    race.late(phase, limit);
  }

  // What attempts tell.

  /** The first of an answer has arrived: of two attempts that race, this one counts. */
  void begun(Attempt attempt) {
    race.commit(attempt);
  }

  /** An attempt has brought an answer. */
  void answered(Attempt attempt) {
    race.commit(attempt);
    call.account().count(request, attempt.answer().content());
    Answer answer = attempt.answer();
    if (request.policy().followUps().tools() != null && !answer.content().toolCalls().isEmpty()) {
      Usage used = call.account().used().usage();
      ToolRound.requireRound(answer.content(), request, info(attempt), used);
      run(answer.content().message(), null);
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
    if (race.runsOnWithout(attempt)) {
      log.addFailure(described(attempt, failure), Duration.ZERO);
      call.clock().onPhase();
    } else {
      recover(attempt, failure);
    }
  }

  private FailedAttempt described(Attempt attempt, GatewayzException failure) {
    CallClock clock = call.clock();
    boolean hasFallback = !request.policy().fallbacks().isEmpty();
    return log.describe(attempt.number(), failure, clock.elapsed(), clock.left(), hasFallback);
  }

  private void recover(Attempt attempt, GatewayzException failure) {
    FailedAttempt failed = described(attempt, failure);
    boolean isFinal = call.caller().receiver().hasDelivered() || call.context().isClosing();
    call.stages()
        .after(failed, request, isFinal)
        .match(
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
              followUp(request.corrected(repair.unfit(), attempt.answer().content().message()));
            },
            restate -> {
              log.addFailure(failed, Duration.ZERO);
              log.takeBack();
              send(restate.request(), System.nanoTime());
            },
            giveUp -> call.fail(giveUp.failure()));
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

  private void run(AssistantMessage said, @Nullable Approvals approvals) {
    call.become(CallState.TOOLS);
    tools = new ToolRound(this, request, call.watch(), said, approvals);
    // The gateway is not asked meanwhile, and a tool may ask it itself.
    call.account().leavePlace();
    tools.start(call.stages().tools(), call, call.caller().context());
    call.clock().onPhase();
  }

  @Override
  public void onToolsEnded() {
    if (call.state() != CallState.TOOLS) {
      return;
    }
    if (call.stages().limits().readmit(call)) {
      call.account().takePlace();
      goOn();
    } else {
      call.clock().arm();
    }
  }

  /** Whether tools have run, and there is no place to go on yet. */
  boolean isReturning() {
    return tools != null && tools.isOver();
  }

  /** There is a place again. */
  void goOn() {
    if (tools != null) {
      followUp(request.afterTools(tools.messages()));
    }
  }

  @Override
  public void onToolFailure(String what, Throwable cause) {
    if (call.state() == CallState.TOOLS) {
      String said = request.withoutSecret(what);
      call.fail(
          new ToolFailedException(info(race.first()), said, call.account().used().usage(), cause));
    }
  }

  /** The model is asked again, with more in the conversation. */
  private void followUp(CallRequest next) {
    tools = null;
    call.account().reserveMore(next, content(), call);
    log.startQuestion();
    send(next, System.nanoTime());
  }
}
