package dev.gatewayz.codegen;

import dev.gatewayz.AnswerStream;
import dev.gatewayz.CallOptions;
import dev.gatewayz.Completion;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.internal.answer.Result;
import dev.gatewayz.internal.call.CallEngine;
import dev.gatewayz.internal.call.CallSource;
import dev.gatewayz.internal.override.Overrides;
import dev.gatewayz.internal.request.CallRequest;
import dev.gatewayz.internal.request.PromptRequests;
import dev.gatewayz.internal.request.RenderedPrompt;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Sends rendered prompts, one method per way an answer can arrive. Thread-safe.
 *
 * <p>Methods that return a future or a publisher never block. Futures complete, and subscribers are
 * called, on an event loop. Publishers are cold: each subscription makes a call of its own, which
 * begins with the first request.
 */
public final class PromptClient {
  private final CallEngine engine;
  private final PromptRequests requests;
  private final boolean checksTemplates;
  private final OverriddenPrompts overridden;

  private PromptClient(
      CallEngine engine,
      PromptRequests requests,
      boolean checksTemplates,
      OverriddenPrompts overridden) {
    this.engine = engine;
    this.requests = requests;
    this.checksTemplates = checksTemplates;
    this.overridden = overridden;
  }

  /**
   * {@return where generated code begins}
   *
   * @param gatewayz the client that makes its calls
   * @param format the {@link CodegenFormat} it was generated in
   * @param client its interface, as in {@code com.acme.EarningsAnalyst}
   * @param promptIds the ids of all its prompts
   * @throws IllegalStateException if this runtime does not run that format
   * @throws IllegalArgumentException if a budget or options of the client name a prompt of the
   *     interface that does not exist, or if {@code gatewayz} is no client that {@code
   *     Gatewayz.builder()} made
   */
  public static PromptClient of(Gatewayz gatewayz, int format, String client, String... promptIds) {
    CodegenFormat.require(format, client);
    CallSource source = source(gatewayz);
    Overrides overrides = source.overrides();
    overrides.claim(client, List.of(promptIds));
    for (String id : promptIds) {
      if (overrides.of(id) != null) {
        throw new IllegalStateException(
            "There is an override for the prompt "
                + id
                + ", and "
                + client
                + " was compiled without overrides. Compile it with -Agatewayz.overrides=true, or"
                + " remove the override.");
      }
    }
    return of(source, client, OverriddenPrompts.NONE, promptIds);
  }

  /**
   * {@return where generated code begins whose templates can be replaced}
   *
   * @param gatewayz the client that makes its calls
   * @param format the {@link CodegenFormat} it was generated in
   * @param client its interface, as in {@code com.acme.EarningsAnalyst}
   * @param generated the generated class
   * @param types the types of all parameters
   * @param prompts all its prompts
   * @throws IllegalStateException if this runtime does not run that format
   * @throws IllegalArgumentException if an override has mistakes; and as {@link #of}
   */
  public static PromptClient overridable(
      Gatewayz gatewayz,
      int format,
      String client,
      Class<?> generated,
      TemplateTypes types,
      Overridable... prompts) {
    CodegenFormat.require(format, client);
    CallSource source = source(gatewayz);
    String[] ids = Arrays.stream(prompts).map(p -> p.prompt().id()).toArray(String[]::new);
    source.overrides().claim(client, List.of(ids));
    OverriddenPrompts overridden =
        OverriddenPrompts.of(source.overrides(), generated, types, prompts);
    return of(source, client, overridden, ids);
  }

  private static PromptClient of(
      CallSource source, String client, OverriddenPrompts overridden, String... ids) {
    return new PromptClient(
        source.engine(), source.requests(client, ids), source.checksTemplates(), overridden);
  }

  private static CallSource source(Gatewayz gatewayz) {
    if (gatewayz instanceof CallSource source) {
      return source;
    }
    throw new IllegalArgumentException(
        "Prompts are called through a client of Gatewayz.builder(), or a view of one, not through"
            + " a "
            + gatewayz.getClass().getName()
            + ".");
  }

  /**
   * Begins a request, with all its messages if other templates write them.
   *
   * @param prompt as it was compiled
   * @param options what the caller wants otherwise, {@code null} for nothing
   * @param arguments all arguments, in the order of the parameters
   * @return a request, for one call
   */
  public Rendering render(Prompt prompt, @Nullable CallOptions options, Object[] arguments) {
    return overridden.render(
        prompt,
        () -> {
          String own = options == null ? null : options.experimentKey();
          return own == null ? requests.experimentKey(prompt.id()) : own;
        },
        arguments);
  }

  /**
   * Says which template files the prompts were compiled from.
   *
   * @param client the generated class
   * @param files paths from the root of the resources, each followed by a digest of its text
   * @return this client
   * @throws IllegalStateException if that is to be checked, and a file has changed
   */
  public PromptClient templates(Class<?> client, String... files) {
    if (checksTemplates) {
      TemplateDigests.check(client, files);
    }
    return this;
  }

  /**
   * Blocks for the answer.
   *
   * @param <T> what the prompt returns
   * @param rendering the request, with all messages written
   * @param type reads the answer
   * @return the answer
   */
  public <T> T call(Rendering rendering, AnswerType<T> type) {
    return engine.await(paid(rendering), value(rendering, type));
  }

  /**
   * Blocks for the text of the answer.
   *
   * @param rendering the request, with all messages written
   * @return the text
   */
  public String call(Rendering rendering) {
    return call(rendering, AnswerType.TEXT);
  }

  /**
   * Hands the answer over when it is there; cancelling the future cancels the call.
   *
   * @param <T> what the prompt returns
   * @param rendering the request, with all messages written
   * @param type reads the answer
   * @return the answer, to come
   */
  public <T> CompletableFuture<T> callAsync(Rendering rendering, AnswerType<T> type) {
    return engine.send(paid(rendering), value(rendering, type));
  }

  /**
   * Hands the text of the answer over when it is there; cancelling the future cancels the call.
   *
   * @param rendering the request, with all messages written
   * @return the text, to come
   */
  public CompletableFuture<String> callAsync(Rendering rendering) {
    return callAsync(rendering, AnswerType.TEXT);
  }

  /**
   * Blocks for the answer with all that came with it.
   *
   * @param <T> what the prompt returns
   * @param rendering the request, with all messages written
   * @param type reads the answer
   * @return the answer with all that came with it
   */
  public <T> Completion<T> complete(Rendering rendering, AnswerType<T> type) {
    return engine.awaitCompletion(paid(rendering), type::shown);
  }

  /**
   * Blocks for the text of the answer with all that came with it.
   *
   * @param rendering the request, with all messages written
   * @return the text with all that came with it
   */
  public Completion<String> complete(Rendering rendering) {
    return complete(rendering, AnswerType.TEXT);
  }

  /**
   * Hands the answer with all that came with it over when it is there.
   *
   * @param <T> what the prompt returns
   * @param rendering the request, with all messages written
   * @param type reads the answer
   * @return the answer with all that came with it, to come
   */
  public <T> CompletableFuture<Completion<T>> completeAsync(
      Rendering rendering, AnswerType<T> type) {
    return engine.complete(paid(rendering), type::shown);
  }

  /**
   * Hands the text of the answer with all that came with it over when it is there.
   *
   * @param rendering the request, with all messages written
   * @return the text with all that came with it, to come
   */
  public CompletableFuture<Completion<String>> completeAsync(Rendering rendering) {
    return completeAsync(rendering, AnswerType.TEXT);
  }

  /**
   * Publishes the answer, whole, to each subscriber that asks for it.
   *
   * @param <T> what the prompt returns
   * @param rendering the request, with all messages written
   * @param type reads the answer
   * @return a publisher whose subscriptions each make a call
   */
  public <T> Flow.Publisher<T> publish(Rendering rendering, AnswerType<T> type) {
    CallRequest request = request(rendering, false);
    Result<T> value = value(rendering, type);
    return new OneAnswer<>(() -> engine.send(requests.paid(request), value));
  }

  /**
   * Publishes the text of the answer, whole, to each subscriber that asks for it.
   *
   * @param rendering the request, with all messages written
   * @return a publisher whose subscriptions each make a call
   */
  public Flow.Publisher<String> publish(Rendering rendering) {
    return publish(rendering, AnswerType.TEXT);
  }

  /**
   * Publishes the answer with all that came with it to each subscriber that asks for it.
   *
   * @param <T> what the prompt returns
   * @param rendering the request, with all messages written
   * @param type reads the answer
   * @return a publisher whose subscriptions each make a call
   */
  public <T> Flow.Publisher<Completion<T>> publishCompletion(
      Rendering rendering, AnswerType<T> type) {
    CallRequest request = request(rendering, false);
    return new OneAnswer<>(() -> engine.complete(requests.paid(request), type::shown));
  }

  /**
   * Publishes the text of the answer with all that came with it to each subscriber that asks for
   * it.
   *
   * @param rendering the request, with all messages written
   * @return a publisher whose subscriptions each make a call
   */
  public Flow.Publisher<Completion<String>> publishCompletion(Rendering rendering) {
    return publishCompletion(rendering, AnswerType.TEXT);
  }

  /**
   * Streams the text of the first choice, piece by piece.
   *
   * @param rendering the request, with all messages written
   * @return the pieces; each subscription makes a call
   */
  public AnswerStream<String> text(Rendering rendering) {
    return engine.streams().text(request(rendering, true), rendering.prompt().acceptsTruncated());
  }

  /**
   * Streams every chunk.
   *
   * @param rendering the request, with all messages written
   * @return the chunks; each subscription makes a call
   */
  public AnswerStream<ChatChunk> chunks(Rendering rendering) {
    return engine.streams().chunks(request(rendering, true));
  }

  /**
   * Streams the elements of a list, each as soon as its JSON is complete.
   *
   * @param <E> the type of an element
   * @param rendering the request, with all messages written
   * @param element reads one
   * @return the elements; each subscription makes a call
   */
  public <E> AnswerStream<E> elements(Rendering rendering, AnswerType<E> element) {
    return engine.streams().elements(request(rendering, true), element::element);
  }

  /**
   * Streams a value as it grows: one whenever more of it is known, and last all of it.
   *
   * @param <T> what the prompt returns
   * @param rendering the request, with all messages written
   * @param type reads the whole value
   * @param growing reads what is known of it so far
   * @return the values; each subscription makes a call
   */
  public <T> AnswerStream<T> snapshots(
      Rendering rendering, AnswerType<T> type, Growing<T> growing) {
    return engine
        .streams()
        .snapshots(request(rendering, true), () -> new SnapshotReader<>(growing, type));
  }

  private static <T> Result<T> value(Rendering rendering, AnswerType<T> type) {
    return rendering.prompt().acceptsTruncated() ? type::evenTruncated : type::of;
  }

  /** The request of a call that is made now. */
  private CallRequest paid(Rendering rendering) {
    return requests.paid(request(rendering, false));
  }

  private CallRequest request(Rendering rendering, boolean streamed) {
    Prompt prompt = rendering.prompt();
    CallOptions options = rendering.options();
    CallRequest request =
        requests.of(
            new RenderedPrompt(
                prompt.spec(),
                rendering.beginning(),
                rendering.json(),
                rendering.followUps(),
                rendering.conversation()),
            streamed,
            options == null ? CallOptions.NONE : options);
    prompt.rendered(request.body().ownLength());
    return request;
  }
}
