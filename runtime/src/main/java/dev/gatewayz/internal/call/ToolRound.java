package dev.gatewayz.internal.call;

import dev.gatewayz.Approvals;
import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.FinishReason;
import dev.gatewayz.chat.Message;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.AnswerTruncatedException;
import dev.gatewayz.error.ApprovalRequiredException;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.ToolRoundsExceededException;
import dev.gatewayz.internal.answer.CallContext;
import dev.gatewayz.internal.answer.Content;
import dev.gatewayz.internal.request.CallRequest;
import dev.gatewayz.internal.request.FollowUps;
import dev.gatewayz.internal.request.ToolAnswer;
import dev.gatewayz.internal.request.ToolRunner;
import dev.gatewayz.internal.syntax.Blank;
import dev.gatewayz.internal.time.Durations;
import dev.gatewayz.internal.time.Nanos;
import dev.gatewayz.observe.CallEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tools that an answer asks for, all at once, and collects what the model is told of them.
 * Everything but the tools themselves runs on the call's loop.
 */
final class ToolRound {
  /** What the model is told of a blank result, which the gateway would refuse. */
  private static final String NOTHING = "(empty)";

  private final Owner owner;
  private final CallRequest request;
  private final CallWatch watch;
  private final ToolRunner runner;
  private final AssistantMessage said;
  private final ToolTask[] tasks;
  private final @Nullable String[] results;

  /** Of which tools the start was told, and not the end. */
  private final boolean[] shown;

  private Duration limit = Duration.ZERO;
  private long startedAt;
  private int running;
  private boolean over;

  /** Whose tools they are. On the loop of the call. */
  interface Owner {

    /** All tools have ended, or had their time: {@link #messages} are ready. */
    void onToolsEnded();

    /** A tool has failed in a way that ends the call. */
    void onToolFailure(String what, Throwable cause);
  }

  /**
   * The tools that a message asks for; none runs yet.
   *
   * @param request which was answered so
   * @param watch hears of each tool
   * @param approvals what somebody has decided, {@code null} if nobody was asked
   */
  ToolRound(
      Owner owner,
      CallRequest request,
      CallWatch watch,
      AssistantMessage said,
      @Nullable Approvals approvals) {
    this.owner = owner;
    this.request = request;
    this.watch = watch;
    this.runner =
        Objects.requireNonNull(request.policy().followUps().tools(), "The request has no tools.");
    this.said = runner.meant(said);
    this.running = said.toolCalls().size();
    this.tasks = new ToolTask[running];
    this.results = new String[running];
    this.shown = new boolean[running];
    for (int i = 0; approvals != null && i < results.length; i++) {
      String refusal = approvals.refusal(said.toolCalls().get(i).id());
      if (refusal != null) {
        results[i] = "This call was refused: " + refusal;
        running--;
      }
    }
  }

  /**
   * Checks that tools may run.
   *
   * @throws GatewayzException if the answer is not whole, there were enough rounds, or somebody has
   *     to approve first
   */
  static void requireRound(
      Content answer, CallRequest request, CallInfo call, @Nullable Usage usage) {
    FollowUps followUps = request.policy().followUps();
    if (answer.finish() == FinishReason.LENGTH) {
      // The last of the calls is not whole.
      throw new AnswerTruncatedException(call, answer.text(), usage);
    }
    int done = followUps.toolRoundsDone();
    if (followUps.toolRounds() <= 0) {
      throw new ToolRoundsExceededException(call, done, answer.toolCalls(), usage);
    }
    ToolRunner runner = followUps.tools();
    if (runner == null) {
      return;
    }
    AssistantMessage said = runner.meant(answer.message());
    List<ToolCall> unapproved = said.toolCalls().stream().filter(runner::needsApproval).toList();
    if (!unapproved.isEmpty()) {
      List<Message> exchange = new ArrayList<>(request.body().messages());
      exchange.add(said);
      throw new ApprovalRequiredException(call, unapproved, exchange, done, usage);
    }
  }

  /**
   * Runs them on those threads, in the context of the caller.
   *
   * @param loop of the call, which hears of a defect of the executor
   */
  void start(ToolThreads threads, CallLoop loop, CallContext context) {
    limit = threads.timeout();
    startedAt = System.nanoTime();
    if (running == 0) {
      stop();
      owner.onToolsEnded();
      return;
    }
    Executor executor = threads.executor();
    for (int i = 0; i < tasks.length; i++) {
      int place = i;
      tasks[i] =
          new ToolTask(
              runner,
              said.toolCalls().get(i),
              (answer, failure) -> loop.onLoop(() -> onEnd(place, answer, failure)));
    }
    for (int i = 0; i < tasks.length; i++) {
      // Where tools run at once, one of them may have ended the call.
      if (over || results[i] != null) {
        continue;
      }
      ToolTask task = tasks[i];
      shown[i] = true;
      CallEvent.ToolStarted started = watch.toolStarted(said.toolCalls().get(i));
      Runnable run =
          context.isEmpty()
              ? task
              : () -> context.run((carried, tool) -> carried.runTool(started, tool), task);
      context.onCaller(() -> hand(run, executor, loop));
    }
  }

  private void hand(Runnable run, Executor executor, CallLoop loop) {
    try {
      executor.execute(run);
    } catch (Throwable t) {
      loop.onLoop(() -> onRejected(t, loop));
    }
  }

  private void onRejected(Throwable failure, CallLoop loop) {
    if (over) {
      return;
    }
    if (failure instanceof RejectedExecutionException) {
      fail("The executor of the tools takes no more.", failure);
    } else {
      stop();
      loop.onThrown(failure);
    }
  }

  private void onEnd(int place, @Nullable ToolAnswer answer, @Nullable Throwable failure) {
    if (over) {
      return;
    }
    if (failure != null) {
      ToolCall wanted = said.toolCalls().get(place);
      tellEnd(place, failure.getClass().getSimpleName());
      fail("The tool " + wanted.name() + " failed: " + failure + ".", failure);
    } else if (results[place] == null) {
      tellEnd(place, answer == null ? null : answer.error());
      results[place] = answer == null ? "null" : answer.text();
      running--;
      if (running == 0) {
        stop();
        owner.onToolsEnded();
      }
    }
  }

  /** Whether all have ended, or nobody waits for them any more. */
  boolean isOver() {
    return over;
  }

  /** When those that still run have had their time; {@code end} if that is earlier. */
  long due(long end) {
    return over ? end : Nanos.earlier(end, due());
  }

  private long due() {
    return startedAt + Nanos.of(limit);
  }

  /** Ends those that still run if they have had their time. */
  void checkDeadline(long now) {
    if (over || now - due() < 0) {
      return;
    }
    String told = "The tool did not answer within " + Durations.text(limit) + ".";
    stop("timeout");
    for (int i = 0; i < results.length; i++) {
      results[i] = results[i] == null ? told : results[i];
    }
    owner.onToolsEnded();
  }

  private void fail(String what, Throwable cause) {
    stop();
    owner.onToolFailure(what, cause);
  }

  /** The answer that asked for the tools, and what came of each; ready when they have ended. */
  List<Message> messages() {
    List<Message> messages = new ArrayList<>();
    messages.add(said);
    for (int i = 0; i < results.length; i++) {
      String result = request.forModel(String.valueOf(results[i]));
      String told = Blank.is(result) ? NOTHING : result;
      messages.add(Message.tool(said.toolCalls().get(i).id(), told));
    }
    return messages;
  }

  /** Nobody waits for the tools any more. */
  void stop() {
    stop("cancelled");
  }

  private void stop(String why) {
    if (over) {
      return;
    }
    over = true;
    for (int i = 0; i < tasks.length; i++) {
      if (results[i] == null && tasks[i] != null) {
        tasks[i].stop();
        tellEnd(i, why);
      }
    }
  }

  /** Once for each tool that was started. */
  private void tellEnd(int place, @Nullable String error) {
    if (shown[place]) {
      shown[place] = false;
      Duration duration = Duration.ofNanos(System.nanoTime() - startedAt);
      watch.toolFinished(said.toolCalls().get(place), duration, error);
    }
  }
}
