package dev.gatewayz.internal.call;

import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.FinishReason;
import dev.gatewayz.chat.Message;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.error.AnswerTruncatedException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.ToolFailedException;
import dev.gatewayz.error.ToolRoundsExceededException;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tools that an answer asks for, all at once, and goes back to the model with the results.
 * Everything but the tools themselves runs on the call's loop.
 */
final class ToolRound {
  private final Call call;
  private final AssistantMessage said;
  private final ToolTask[] tasks;
  private final @Nullable String[] results;
  private int running;
  private boolean over;
  private @Nullable ScheduledFuture<?> timeout;

  private ToolRound(Call call, AssistantMessage said) {
    this.call = call;
    this.said = said;
    this.running = said.toolCalls().size();
    this.tasks = new ToolTask[running];
    this.results = new String[running];
  }

  /**
   * Runs the tools, if the answer asks for any and the call has them.
   *
   * @param finish why the model stopped
   * @return whether it does; the call goes on, or has failed
   */
  static boolean begin(Call call, AssistantMessage said, FinishReason finish) {
    Turns turns = call.request().policy().turns();
    ToolRunner tools = turns.tools();
    if (tools == null || said.toolCalls().isEmpty()) {
      return false;
    }
    if (finish == FinishReason.LENGTH) {
      // The last of the calls is not whole.
      String text = said.content() == null ? "" : said.content();
      call.finish(new AnswerTruncatedException(call.info(), text, call.usage()));
    } else if (turns.toolRounds() <= 0) {
      call.finish(
          new ToolRoundsExceededException(
              call.info(), turns.toolRoundsDone(), said.toolCalls(), call.usage()));
    } else {
      new ToolRound(call, withIds(said)).run(tools);
    }
    return true;
  }

  /** Gives tool calls a name where the server gave none, so that results find them. */
  private static AssistantMessage withIds(AssistantMessage said) {
    List<ToolCall> calls = new ArrayList<>(said.toolCalls());
    for (int i = 0; i < calls.size(); i++) {
      ToolCall wanted = calls.get(i);
      if (wanted.id().isEmpty()) {
        calls.set(i, new ToolCall("call_" + i, wanted.name(), wanted.arguments()));
      }
    }
    return new AssistantMessage(said.content(), calls, null, null);
  }

  private void run(ToolRunner tools) {
    call.runningTools(this);
    ToolThreads threads = call.engine.toolThreads();
    for (int i = 0; i < tasks.length; i++) {
      int place = i;
      tasks[i] =
          new ToolTask(
              tools,
              said.toolCalls().get(i),
              (text, failure) ->
                  call.engine.execute(call.context(), () -> onEnd(place, text, failure), () -> {}));
    }
    Duration limit = threads.timeout();
    timeout =
        call.context()
            .loop()
            .schedule(() -> onTimeout(limit), limit.toNanos(), TimeUnit.NANOSECONDS);
    try {
      for (ToolTask task : tasks) {
        threads.executor().execute(task);
      }
    } catch (RejectedExecutionException e) {
      fail("The executor of the tools takes no more.", e);
    }
  }

  private void onEnd(int place, @Nullable String text, @Nullable Throwable failure) {
    if (over) {
      return;
    }
    if (failure != null) {
      ToolCall wanted = said.toolCalls().get(place);
      fail("The tool " + wanted.name() + " failed: " + failure + ".", failure);
    } else if (results[place] == null) {
      results[place] = text == null ? "null" : text;
      running--;
      goOn();
    }
  }

  private void onTimeout(Duration limit) {
    for (int i = 0; i < tasks.length && !over; i++) {
      if (results[i] == null) {
        tasks[i].stop();
        onEnd(i, "The tool did not answer within " + limit.toMillis() + " ms.", null);
      }
    }
  }

  private void fail(String what, Throwable cause) {
    stop();
    GatewayzException failure =
        new ToolFailedException(call.info(), call.head().withoutSecret(what), call.usage(), cause);
    call.finish(failure);
  }

  private void goOn() {
    if (running > 0) {
      return;
    }
    stop();
    List<Message> messages = new ArrayList<>();
    messages.add(said);
    for (int i = 0; i < results.length; i++) {
      String result = call.head().withoutSecret(String.valueOf(results[i]));
      messages.add(Message.tool(said.toolCalls().get(i).id(), result));
    }
    CallRequest request = call.request();
    call.goOn(request.continued(messages, request.policy().turns().toolsRun()), null);
  }

  /** Nobody waits for the tools any more. */
  void stop() {
    if (over) {
      return;
    }
    over = true;
    if (timeout != null) {
      timeout.cancel(false);
    }
    for (int i = 0; i < tasks.length; i++) {
      if (results[i] == null && tasks[i] != null) {
        tasks[i].stop();
      }
    }
  }
}
