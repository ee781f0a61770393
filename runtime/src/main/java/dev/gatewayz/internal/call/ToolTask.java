package dev.gatewayz.internal.call;

import dev.gatewayz.chat.ToolCall;
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
  private final BiConsumer<@Nullable String, @Nullable Throwable> onEnd;
  private final FutureTask<CompletionStage<String>> running = new Running();
  private volatile @Nullable CompletionStage<String> stage;
  private volatile boolean stopped;

  ToolTask(
      ToolRunner tools, ToolCall call, BiConsumer<@Nullable String, @Nullable Throwable> onEnd) {
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
    CompletionStage<String> pending = stage;
    if (pending != null) {
      cancel(pending);
    }
  }

  private CompletionStage<String> begin() throws Exception {
    CompletionStage<String> begun = tools.run(call);
    stage = begun;
    if (stopped) {
      cancel(begun);
    }
    return begun;
  }

  private static void cancel(CompletionStage<String> stage) {
    try {
      stage.toCompletableFuture().cancel(true);
    } catch (RuntimeException e) {
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
              (text, failure) ->
                  onEnd.accept(
                      text,
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
  private final class Running extends FutureTask<CompletionStage<String>> {
    Running() {
      super(ToolTask.this::begin);
    }

    @Override
    protected void done() {
      ended();
    }
  }
}
