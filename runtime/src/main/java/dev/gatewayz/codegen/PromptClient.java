package dev.gatewayz.codegen;

import dev.gatewayz.CallOptions;
import dev.gatewayz.Completion;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.internal.answer.Result;
import dev.gatewayz.internal.call.CallEngine;
import dev.gatewayz.internal.request.CallRequest;
import dev.gatewayz.internal.request.RenderedPrompt;
import dev.gatewayz.internal.request.RequestFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/**
 * Sends rendered prompts, one method per way an answer can arrive. Thread-safe.
 *
 * <p>Methods that return a future or a publisher never block. Futures complete, and subscribers are
 * called, on an event loop. Publishers are cold: each subscription makes a call of its own, which
 * begins with the first request.
 */
public final class PromptClient {
  private final CallEngine engine;
  private final RequestFactory requests;

  /** For {@code Gatewayz} alone. */
  public PromptClient(CallEngine engine, RequestFactory requests) {
    this.engine = engine;
    this.requests = requests;
  }

  /** Blocks for the answer. */
  public <T> T call(Rendering rendering, Answer<T> answer) {
    return engine.await(request(rendering, false), answer::of);
  }

  /** Hands the answer over when it is there; cancelling the future cancels the call. */
  public <T> CompletableFuture<T> callAsync(Rendering rendering, Answer<T> answer) {
    return engine.send(request(rendering, false), answer::of);
  }

  /** Blocks for the answer with all that came with it. */
  public <T> Completion<T> complete(Rendering rendering, Answer<T> answer) {
    return engine.await(request(rendering, false), completion(answer));
  }

  /** Hands the answer with all that came with it over when it is there. */
  public <T> CompletableFuture<Completion<T>> completeAsync(Rendering rendering, Answer<T> answer) {
    return engine.send(request(rendering, false), completion(answer));
  }

  /** Publishes the answer, whole, to each subscriber that asks for it. */
  public <T> Flow.Publisher<T> publish(Rendering rendering, Answer<T> answer) {
    CallRequest request = request(rendering, false);
    return new OneAnswer<>(() -> engine.send(request, answer::of));
  }

  /** Publishes the answer with all that came with it to each subscriber that asks for it. */
  public <T> Flow.Publisher<Completion<T>> publishCompletion(
      Rendering rendering, Answer<T> answer) {
    CallRequest request = request(rendering, false);
    return new OneAnswer<>(() -> engine.send(request, completion(answer)));
  }

  /** Streams the text of the first choice, piece by piece. */
  public Flow.Publisher<String> text(Rendering rendering) {
    return engine.text(request(rendering, true));
  }

  /** Streams every chunk. */
  public Flow.Publisher<ChatChunk> chunks(Rendering rendering) {
    return engine.chunks(request(rendering, true));
  }

  /** Streams the elements of a list, each as soon as its JSON is complete. */
  public <E> Flow.Publisher<E> elements(Rendering rendering, Answer<E> element) {
    return engine.elements(request(rendering, true), element::element);
  }

  /** Streams the text of the first choice to a thread that blocks for it; close the stream. */
  public Stream<String> textStream(Rendering rendering) {
    return engine.textStream(request(rendering, true));
  }

  private static <T> Result<Completion<T>> completion(Answer<T> answer) {
    return (response, call) -> {
      T value = answer.of(response, call);
      CallInfo info = call.get();
      return new Completion<>(value, response, info.requestId(), info.attempts());
    };
  }

  private CallRequest request(Rendering rendering, boolean streamed) {
    Prompt prompt = rendering.prompt();
    CallOptions options = rendering.options();
    CallRequest request =
        requests.of(
            new RenderedPrompt(prompt.spec(), rendering.json(), rendering.followUps()),
            streamed,
            options == null ? CallOptions.NONE : options);
    prompt.rendered(request.body().ownLength());
    return request;
  }
}
