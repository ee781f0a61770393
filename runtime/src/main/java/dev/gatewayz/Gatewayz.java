package dev.gatewayz;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.gateway.Balance;
import dev.gatewayz.gateway.EmbeddingRequest;
import dev.gatewayz.gateway.Embeddings;
import dev.gatewayz.gateway.Health;
import dev.gatewayz.gateway.KeyLimits;
import dev.gatewayz.gateway.Model;
import dev.gatewayz.gateway.ModelSearch;
import dev.gatewayz.gateway.Transcription;
import dev.gatewayz.gateway.TranscriptionRequest;
import dev.gatewayz.observe.PoolState;
import dev.gatewayz.usage.BudgetState;
import dev.gatewayz.usage.UsageTracker;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

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
 * dev.gatewayz.error.CallInterruptedException} when their thread is interrupted.
 */
public interface Gatewayz extends AutoCloseable {

  /**
   * A client with the key in {@code GATEWAYZ_API_KEY} and the gateway in {@code GATEWAYZ_API_BASE},
   * which is {@value GatewayzBuilder#DEFAULT_API_BASE} where the variable is not set.
   *
   * @throws IllegalArgumentException if the gateway is no URL, or the key cannot be sent
   */
  static Gatewayz fromEnvironment() {
    return builder().build();
  }

  /** Starts with the environment, as {@link #fromEnvironment()} does. */
  static GatewayzBuilder builder() {
    return new GatewayzBuilder(System.getenv(), System.getProperties());
  }

  /**
   * The class that the annotation processor wrote for a prompt interface, for frameworks that make
   * objects themselves. Its one constructor takes a client, and after it the tools.
   *
   * @throws IllegalArgumentException if there is none, with the likely reasons
   */
  static <T> Class<? extends T> implementationOf(Class<T> promptInterface) {
    return Implementations.of(promptInterface);
  }

  /**
   * A view of this client that makes its calls with other options: those of prompts, of requests
   * put together at run time, and of services, unless a call itself says otherwise. It shares
   * connections, usage and budgets with this client, costs little, and need not be closed.
   */
  Gatewayz with(CallOptions options);

  /**
   * A view of this client as {@link #with(CallOptions)} makes one, of options that are set in
   * place, as in {@code gatewayz.with(o -> o.model(configured))}.
   *
   * @param options sets options; called once, before this method returns
   * @return the view
   * @throws IllegalArgumentException if a value is refused
   */
  default Gatewayz with(Consumer<CallOptions.Builder> options) {
    CallOptions.Builder builder = CallOptions.builder();
    options.accept(builder);
    return with(builder.build());
  }

  /**
   * The implementation that the annotation processor wrote for a prompt interface. {@code new
   * GatewayzHaikus(gatewayz)} does the same without any look-up.
   *
   * @param tools one object of each type that the prompts name in {@code tools()}, in any order
   * @throws IllegalArgumentException if there is none, or tools are missing or left over, with the
   *     likely reasons
   */
  <T> T create(Class<T> promptInterface, Object... tools);

  // Chat.

  /**
   * Makes a call and blocks for the answer. However the answer ended, it is returned; {@link
   * Completion#finishReason()} says how.
   *
   * @throws dev.gatewayz.error.GatewayzException if there is none
   */
  Completion<String> complete(ChatRequest request);

  /** Makes a call as {@link #complete(ChatRequest)} does, with options of its own. */
  default Completion<String> complete(ChatRequest request, CallOptions options) {
    return with(options).complete(request);
  }

  /**
   * Makes a call; cancelling the future cancels it. The future completes on an event loop, unless
   * there is a {@link GatewayzBuilder#callbackExecutor callback executor}.
   */
  CompletableFuture<Completion<String>> completeAsync(ChatRequest request);

  /** Makes a call as {@link #completeAsync(ChatRequest)} does, with options of its own. */
  default CompletableFuture<Completion<String>> completeAsync(
      ChatRequest request, CallOptions options) {
    return with(options).completeAsync(request);
  }

  /** Streams an answer, chunk by chunk. Each subscription makes a call of its own. */
  AnswerStream<ChatChunk> stream(ChatRequest request);

  /** Streams an answer as {@link #stream(ChatRequest)} does, with options of its own. */
  default AnswerStream<ChatChunk> stream(ChatRequest request, CallOptions options) {
    return with(options).stream(request);
  }

  // Services.

  /**
   * All models of the gateway, from all pages of its catalogue; pages that did not change are not
   * sent again. Needs no key. Blocks.
   *
   * @throws dev.gatewayz.error.GatewayzException if the call fails
   */
  List<Model> models();

  /** As {@link #models()}, with options. */
  default List<Model> models(CallOptions options) {
    return with(options).models();
  }

  /** As {@link #models()}, without blocking; cancelling the future cancels the call. */
  CompletableFuture<List<Model>> modelsAsync();

  /** As {@link #modelsAsync()}, with options. */
  default CompletableFuture<List<Model>> modelsAsync(CallOptions options) {
    return with(options).modelsAsync();
  }

  /**
   * The models of the gateway that are looked for, as many as {@link ModelSearch} says. Blocks.
   *
   * @throws dev.gatewayz.error.GatewayzException if the call fails
   */
  List<Model> searchModels(ModelSearch search);

  /** As {@link #searchModels(ModelSearch)}, with options. */
  default List<Model> searchModels(ModelSearch search, CallOptions options) {
    return with(options).searchModels(search);
  }

  /**
   * As {@link #searchModels(ModelSearch)}, without blocking; cancelling the future cancels the
   * call.
   */
  CompletableFuture<List<Model>> searchModelsAsync(ModelSearch search);

  /** As {@link #searchModelsAsync(ModelSearch)}, with options. */
  default CompletableFuture<List<Model>> searchModelsAsync(
      ModelSearch search, CallOptions options) {
    return with(options).searchModelsAsync(search);
  }

  /**
   * How the gateway says it is. Needs no key, and sends none. Blocks.
   *
   * @throws dev.gatewayz.error.GatewayzException if the call fails
   */
  Health health();

  /** As {@link #health()}, with options. */
  default Health health(CallOptions options) {
    return with(options).health();
  }

  /** As {@link #health()}, without blocking; cancelling the future cancels the call. */
  CompletableFuture<Health> healthAsync();

  /** As {@link #healthAsync()}, with options. */
  default CompletableFuture<Health> healthAsync(CallOptions options) {
    return with(options).healthAsync();
  }

  /**
   * What is left on the account of the key. Blocks.
   *
   * @throws dev.gatewayz.error.GatewayzException if the call fails
   */
  Balance balance();

  /** As {@link #balance()}, with options. */
  default Balance balance(CallOptions options) {
    return with(options).balance();
  }

  /** As {@link #balance()}, without blocking; cancelling the future cancels the call. */
  CompletableFuture<Balance> balanceAsync();

  /** As {@link #balanceAsync()}, with options. */
  default CompletableFuture<Balance> balanceAsync(CallOptions options) {
    return with(options).balanceAsync();
  }

  /**
   * How much the key may do. Blocks.
   *
   * @throws dev.gatewayz.error.GatewayzException if the call fails
   */
  KeyLimits keyLimits();

  /** As {@link #keyLimits()}, with options: of another key, for one. */
  default KeyLimits keyLimits(CallOptions options) {
    return with(options).keyLimits();
  }

  /** As {@link #keyLimits()}, without blocking; cancelling the future cancels the call. */
  CompletableFuture<KeyLimits> keyLimitsAsync();

  /** As {@link #keyLimitsAsync()}, with options. */
  default CompletableFuture<KeyLimits> keyLimitsAsync(CallOptions options) {
    return with(options).keyLimitsAsync();
  }

  /**
   * Writes down what is said in a sound. Blocks.
   *
   * @throws dev.gatewayz.error.GatewayzException if the call fails
   */
  Transcription transcribe(TranscriptionRequest request);

  /** As {@link #transcribe(TranscriptionRequest)}, with options. */
  default Transcription transcribe(TranscriptionRequest request, CallOptions options) {
    return with(options).transcribe(request);
  }

  /**
   * As {@link #transcribe(TranscriptionRequest)}, without blocking; cancelling the future cancels
   * the call.
   */
  CompletableFuture<Transcription> transcribeAsync(TranscriptionRequest request);

  /** As {@link #transcribeAsync(TranscriptionRequest)}, with options. */
  default CompletableFuture<Transcription> transcribeAsync(
      TranscriptionRequest request, CallOptions options) {
    return with(options).transcribeAsync(request);
  }

  /**
   * Turns texts into vectors. Blocks.
   *
   * @throws dev.gatewayz.error.GatewayzException if the call fails
   */
  Embeddings embeddings(EmbeddingRequest request);

  /** As {@link #embeddings(EmbeddingRequest)}, with options. */
  default Embeddings embeddings(EmbeddingRequest request, CallOptions options) {
    return with(options).embeddings(request);
  }

  /**
   * As {@link #embeddings(EmbeddingRequest)}, without blocking; cancelling the future cancels the
   * call.
   */
  CompletableFuture<Embeddings> embeddingsAsync(EmbeddingRequest request);

  /** As {@link #embeddingsAsync(EmbeddingRequest)}, with options. */
  default CompletableFuture<Embeddings> embeddingsAsync(
      EmbeddingRequest request, CallOptions options) {
    return with(options).embeddingsAsync(request);
  }

  // What this client holds and has used.

  /** What the calls of this client, and of all views of it, cost so far. */
  UsageTracker usageTracker();

  /**
   * Prompts that have an override, and whose interface no client has been made of so far: after all
   * clients have been made, those whose id is misspelt.
   */
  Set<String> unclaimedOverrides();

  /** How far the budgets of this client are used at this moment, in the builder's order. */
  List<BudgetState> budgets();

  /**
   * Opens connections to the gateway before they are needed, and blocks until they can carry calls.
   *
   * @param connections how many, spread over the event loops; no more than the builder's limit
   * @throws dev.gatewayz.error.GatewayzException what a call would have failed with, if one cannot
   *     be opened
   */
  void warmUp(int connections);

  /** As {@link #warmUp}, without blocking. */
  CompletableFuture<Void> warmUpAsync(int connections);

  /** What this client holds at this moment, gateway by gateway. Blocks for its event loops. */
  List<PoolState> pools();

  /** As {@link #pools}, without blocking. */
  CompletableFuture<List<PoolState>> poolsAsync();

  /**
   * Takes no more calls, waits for those under way as long as the builder's grace allows, then ends
   * them. On an event loop it does not wait. Closing twice does no harm; closing a {@linkplain
   * #with view} does nothing.
   */
  @Override
  void close();

  /** Closes without waiting; the future completes when every connection and thread is gone. */
  CompletableFuture<Void> closeAsync();
}
