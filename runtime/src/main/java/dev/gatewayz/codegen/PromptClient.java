package dev.gatewayz.codegen;

import dev.gatewayz.Completion;
import dev.gatewayz.chat.ChatChunk;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/**
 * Sends rendered prompts, one method per way an answer can arrive. Thread-safe.
 *
 * <p>Publishers are cold: each subscription makes a call of its own.
 */
public final class PromptClient {
  /** A client. */
  public PromptClient() {}

  /** Blocks for the answer. */
  public <T> T call(Rendering rendering, Answer<T> answer) {
    throw new IllegalStateException();
  }

  /** Hands the answer over when it is there; cancelling the future cancels the call. */
  public <T> CompletableFuture<T> callAsync(Rendering rendering, Answer<T> answer) {
    throw new IllegalStateException();
  }

  /** Blocks for the answer with all that came with it. */
  public <T> Completion<T> complete(Rendering rendering, Answer<T> answer) {
    throw new IllegalStateException();
  }

  /** Hands the answer with all that came with it over when it is there. */
  public <T> CompletableFuture<Completion<T>> completeAsync(Rendering rendering, Answer<T> answer) {
    throw new IllegalStateException();
  }

  /** Streams the text of the first choice, piece by piece. */
  public Flow.Publisher<String> text(Rendering rendering) {
    throw new IllegalStateException();
  }

  /** Streams every chunk. */
  public Flow.Publisher<ChatChunk> chunks(Rendering rendering) {
    throw new IllegalStateException();
  }

  /** Streams the text of the first choice to a thread that blocks for it; close the stream. */
  public Stream<String> textStream(Rendering rendering) {
    throw new IllegalStateException();
  }
}
