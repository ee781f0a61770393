package dev.gatewayz;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.codegen.PromptClient;
import dev.gatewayz.gateway.Balance;
import dev.gatewayz.gateway.EmbeddingRequest;
import dev.gatewayz.gateway.Embeddings;
import dev.gatewayz.gateway.Health;
import dev.gatewayz.gateway.Model;
import dev.gatewayz.internal.call.CallEngine;
import dev.gatewayz.internal.call.Services;
import dev.gatewayz.internal.call.Vitals;
import dev.gatewayz.internal.request.RequestFactory;
import dev.gatewayz.internal.transport.Transport;
import dev.gatewayz.observe.PoolState;
import dev.gatewayz.usage.UsageTracker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;

/**
 * A client of the Gatewayz gateway: it makes the calls of prompt interfaces, and calls that are put
 * together at run time. Make one and share it; it is thread-safe, and it keeps connections and
 * event loops.
 *
 * <pre>{@code
 * try (Gatewayz gatewayz = Gatewayz.fromEnvironment()) {
 *   Haikus haikus = gatewayz.create(Haikus.class);
 *   System.out.println(haikus.write("autumn"));
 * }
 * }</pre>
 *
 * <p>Whatever goes wrong with a call is a {@link dev.gatewayz.error.GatewayzException}. Methods
 * that block throw {@link IllegalStateException} on an event loop, and {@link
 * java.util.concurrent.CancellationException} when their thread is interrupted.
 */
public final class Gatewayz implements AutoCloseable {
  private final Transport transport;
  private final CallEngine engine;
  private final RequestFactory requests;
  private final PromptClient prompts;
  private final Services services;
  private final UsageTracker usage;
  private final Duration closeGrace;

  Gatewayz(
      Transport transport,
      CallEngine engine,
      RequestFactory requests,
      UsageTracker usage,
      Duration closeGrace) {
    this.transport = transport;
    this.engine = engine;
    this.requests = requests;
    this.prompts = new PromptClient(engine, requests);
    this.services = new Services(engine, requests);
    this.usage = usage;
    this.closeGrace = closeGrace;
  }

  /**
   * A client with the key in {@code GATEWAYZ_API_KEY} and the gateway in {@code GATEWAYZ_API_BASE},
   * which is {@value GatewayzBuilder#DEFAULT_API_BASE} where the variable is not set.
   *
   * @throws IllegalArgumentException if the gateway is no URL, or the key cannot be sent
   */
  public static Gatewayz fromEnvironment() {
    return builder().build();
  }

  /** Starts with the environment, as {@link #fromEnvironment()} does. */
  public static GatewayzBuilder builder() {
    return new GatewayzBuilder(System.getenv());
  }

  /**
   * The implementation that the annotation processor wrote for a prompt interface. {@code new
   * GatewayzHaikus(gatewayz)} does the same without any look-up.
   *
   * @throws IllegalArgumentException if there is none, with the likely reasons
   */
  public <T> T create(Class<T> promptInterface) {
    return Implementations.create(promptInterface, this);
  }

  /** Makes a call and blocks for the answer. */
  public ChatCompletion complete(ChatRequest request) {
    return complete(request, CallOptions.NONE);
  }

  /** Makes a call and blocks for the answer. */
  public ChatCompletion complete(ChatRequest request, CallOptions options) {
    return engine.await(requests.of(request, false, options), (answer, call) -> answer);
  }

  /** Makes a call; cancelling the future cancels it. The future completes on an event loop. */
  public CompletableFuture<ChatCompletion> completeAsync(ChatRequest request) {
    return completeAsync(request, CallOptions.NONE);
  }

  /** Makes a call; cancelling the future cancels it. The future completes on an event loop. */
  public CompletableFuture<ChatCompletion> completeAsync(ChatRequest request, CallOptions options) {
    return engine.send(requests.of(request, false, options), (answer, call) -> answer);
  }

  /**
   * Streams an answer. Each subscription makes a call of its own, which begins with the first
   * request; the server sends as fast as the subscriber asks. Subscribers are called on an event
   * loop.
   */
  public Flow.Publisher<ChatChunk> stream(ChatRequest request) {
    return stream(request, CallOptions.NONE);
  }

  /** Streams an answer, as {@link #stream(ChatRequest)} does. */
  public Flow.Publisher<ChatChunk> stream(ChatRequest request, CallOptions options) {
    return engine.chunks(requests.of(request, true, options));
  }

  /** All models of the gateway, from all pages of its catalogue; asked again only if it changed. */
  public CompletableFuture<List<Model>> models() {
    return services.models();
  }

  /** How the gateway says it is. */
  public CompletableFuture<Health> health() {
    return services.health();
  }

  /** What is left on the account of this client's key. */
  public CompletableFuture<Balance> balance() {
    return services.balance();
  }

  /** Turns texts into vectors; cancelling the future cancels the call. */
  public CompletableFuture<Embeddings> embeddings(EmbeddingRequest request) {
    return services.embeddings(request);
  }

  /** What the calls of this client cost so far. */
  public UsageTracker usage() {
    return usage;
  }

  /**
   * Opens connections to the gateway before they are needed.
   *
   * @param connections how many, spread over the event loops; no more than the builder's limit
   * @return completes when they can carry calls; if one cannot be opened, with the exception that a
   *     call would have failed with
   */
  public CompletableFuture<Void> warmUp(int connections) {
    return engine.warmUp(requests.origin(), connections);
  }

  /** What this client holds at this moment, gateway by gateway. */
  public CompletableFuture<List<PoolState>> pools() {
    return transport.state();
  }

  /** What this client holds for calls at this moment, for tests. */
  CompletableFuture<Vitals> vitals() {
    return engine.vitals();
  }

  /** What generated code calls. */
  public PromptClient prompts() {
    return prompts;
  }

  /**
   * Takes no more calls, waits for those under way as long as the builder's grace allows, then ends
   * them. On an event loop it does not wait. Closing twice does no harm.
   */
  @Override
  public void close() {
    CompletableFuture<Void> closed = closeAsync();
    if (transport.current() != null) {
      return;
    }
    try {
      closed.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Closes without waiting; the future completes when every connection and thread is gone. */
  public CompletableFuture<Void> closeAsync() {
    return transport.close(closeGrace).whenComplete((closed, failure) -> engine.closeTools());
  }
}
