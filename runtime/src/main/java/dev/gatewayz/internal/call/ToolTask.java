package dev.gatewayz.internal.call;

import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.internal.request.ToolAnswer;
import dev.gatewayz.internal.request.ToolRunner;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One tool that runs. Ends once, with what the model is told or with a failure; then, on whichever
 * thread that happens, its end is told. A task that is stopped interrupts the tool, cancels the
 * future that it has returned or returns all the same, and tells nothing.
 */
final class ToolTask implements Runnable {
  private final ToolRunner tools;
  private final ToolCall call;
  private final BiConsumer<@Nullable ToolAnswer, @Nullable Throwable> onEnd;
  private final FutureTask<CompletionStage<ToolAnswer>> running = new Running();
  private volatile @Nullable CompletionStage<ToolAnswer> stage;
  private volatile boolean stopped;

  ToolTask(
      ToolRunner tools,
      ToolCall call,
      BiConsumer<@Nullable ToolAnswer, @Nullable Throwable> onEnd) {
    this.tools = tools;
    this.call = call;
    this.onEnd = onEnd;
  }

  @Override
  public void run() {
    running.run();
  }

  /** Interrupts the tool, and cancels the future that it returned. */
  void stop() {
    stopped = true;
    running.cancel(true);
    CompletionStage<ToolAnswer> pending = stage;
    if (pending != null) {
      cancel(pending);
    }
  }

  private CompletionStage<ToolAnswer> begin() throws Exception {
    CompletionStage<ToolAnswer> begun = tools.run(call);
    stage = begun;
    if (stopped) {
      cancel(begun);
    }
    return begun;
  }

  private static void cancel(CompletionStage<ToolAnswer> stage) {
    try {
      stage.toCompletableFuture().cancel(true);
    } catch (Throwable t) {
      // It cannot be cancelled; nobody waits for it.
    }
  }

  private void ended() {
    if (running.isCancelled()) {
      return;
    }
    try {
      running
          .get()
          .whenComplete(
              (answer, failure) ->
                  onEnd.accept(
                      answer,
                      failure instanceof CompletionException && failure.getCause() != null
                          ? failure.getCause()
                          : failure));
    } catch (ExecutionException e) {
      onEnd.accept(null, e.getCause());
    } catch (InterruptedException | CancellationException e) {
      onEnd.accept(null, e);
    }
  }

  /** The tool itself, up to where it returns. */
  private final class Running extends FutureTask<CompletionStage<ToolAnswer>> {
    Running() {
      super(ToolTask.this::begin);
    }

    @Override
    protected void done() {
      ended();
    }
  }
}
