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
 * thread that happens, its end is told. A task that is cancelled interrupts the tool and tells
 * nothing.
 */
final class ToolTask extends FutureTask<CompletionStage<String>> {
  private final BiConsumer<@Nullable String, @Nullable Throwable> onEnd;
  private volatile @Nullable CompletionStage<String> stage;
  private volatile boolean stopped;

  ToolTask(
      ToolRunner tools, ToolCall call, BiConsumer<@Nullable String, @Nullable Throwable> onEnd) {
    super(() -> tools.run(call));
    this.onEnd = onEnd;
  }

  /** Interrupts the tool, or cancels the future that it returned. */
  void stop() {
    stopped = true;
    cancel(true);
    CompletionStage<String> pending = stage;
    if (pending != null) {
      pending.toCompletableFuture().cancel(true);
    }
  }

  @Override
  protected void done() {
    if (isCancelled()) {
      return;
    }
    try {
      CompletionStage<String> answer = get();
      stage = answer;
      if (stopped) {
        stop();
        return;
      }
      answer.whenComplete(
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
}
