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
   * {@return a client with the key in {@code GATEWAYZ_API_KEY} and the gateway in {@code
   * GATEWAYZ_API_BASE}, which is {@value GatewayzBuilder#DEFAULT_API_BASE} where the variable is
   * not set}
   *
   * @throws IllegalArgumentException if the gateway is no URL, or the key cannot be sent
   */
  static Gatewayz fromEnvironment() {
    return builder().build();
  }

  /**
   * Starts with the environment, as {@link #fromEnvironment()} does.
   *
   * @return a builder with nothing set but what the environment says
   */
  static GatewayzBuilder builder() {
    return new GatewayzBuilder(System.getenv(), System.getProperties());
  }

  /**
   * {@return the class that the annotation processor wrote for a prompt interface, for frameworks
   * that make objects themselves} Its one constructor takes a client, and after it the tools.
   *
   * @param <T> the prompt interface
   * @param promptInterface annotated, and compiled with the processor
   * @throws IllegalArgumentException if there is none, with the likely reasons
   */
  static <T> Class<? extends T> implementationOf(Class<T> promptInterface) {
    return Implementations.of(promptInterface);
  }

  /**
   * {@return a view of this client that makes its calls with other options: those of prompts, of
   * requests put together at run time, and of services, unless a call itself says otherwise} It
   * shares connections, usage and budgets with this client, costs little, and need not be closed.
   *
   * @param options what calls do otherwise than this client; {@link CallOptions#NONE} for nothing
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
   * {@return the implementation that the annotation processor wrote for a prompt interface} {@code
   * new GatewayzHaikus(gatewayz)} does the same without any look-up.
   *
   * @param <T> the prompt interface
   * @param promptInterface annotated, and compiled with the processor
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
   * @param request the model, the conversation and how to answer
   * @return the answer; its value is the text of the first choice
   * @throws dev.gatewayz.error.GatewayzException if there is none
   */
  Completion<String> complete(ChatRequest request);

  /**
   * Makes a call as {@link #complete(ChatRequest)} does, with options of its own.
   *
   * @param request the model, the conversation and how to answer
   * @param options what this call does otherwise than this client, {@link CallOptions#NONE} for
   *     nothing
   * @return the answer, as of {@link #complete(ChatRequest)}
   */
  default Completion<String> complete(ChatRequest request, CallOptions options) {
    return with(options).complete(request);
  }

  /**
   * Makes a call; cancelling the future cancels it. The future completes on an event loop, unless
   * there is a {@link GatewayzBuilder#callbackExecutor callback executor}.
   *
   * @param request the model, the conversation and how to answer
   * @return the answer to come; fails with a {@link dev.gatewayz.error.GatewayzException} if there
   *     is none
   */
  CompletableFuture<Completion<String>> completeAsync(ChatRequest request);

  /**
   * Makes a call as {@link #completeAsync(ChatRequest)} does, with options of its own.
   *
   * @param request the model, the conversation and how to answer
   * @param options what this call does otherwise than this client, {@link CallOptions#NONE} for
   *     nothing
   * @return the answer to come, as of {@link #completeAsync(ChatRequest)}
   */
  default CompletableFuture<Completion<String>> completeAsync(
      ChatRequest request, CallOptions options) {
    return with(options).completeAsync(request);
  }

  /**
   * Streams an answer, chunk by chunk. Each subscription makes a call of its own.
   *
   * @param request the model, the conversation and how to answer
   * @return the chunks; nothing is sent before somebody subscribes
   */
  AnswerStream<ChatChunk> stream(ChatRequest request);

  /**
   * Streams an answer as {@link #stream(ChatRequest)} does, with options of its own.
   *
   * @param request the model, the conversation and how to answer
   * @param options what this call does otherwise than this client, {@link CallOptions#NONE} for
   *     nothing
   * @return the chunks, as of {@link #stream(ChatRequest)}
   */
  default AnswerStream<ChatChunk> stream(ChatRequest request, CallOptions options) {
    return with(options).stream(request);
  }

  // Services.

  /**
   * {@return all models of the gateway, from all pages of its catalogue; pages that did not change
   * are not sent again} Needs no key. Blocks.
   *
   * @throws dev.gatewayz.error.GatewayzException if the call fails
   */
  List<Model> models();

  /**
   * Reads the catalogue as {@link #models()} does, with options.
   *
   * @param options what this call does otherwise than this client, {@link CallOptions#NONE} for
   *     nothing
   * @return all models of the gateway
   */
  default List<Model> models(CallOptions options) {
    return with(options).models();
  }

  /**
   * Reads the catalogue as {@link #models()} does, without blocking; cancelling the future cancels
   * the call.
   *
   * @return all models, to come
   */
  CompletableFuture<List<Model>> modelsAsync();

  /**
   * Reads the catalogue as {@link #modelsAsync()} does, with options.
   *
   * @param options what this call does otherwise than this client, {@link CallOptions#NONE} for
   *     nothing
   * @return all models, to come
   */
  default CompletableFuture<List<Model>> modelsAsync(CallOptions options) {
    return with(options).modelsAsync();
  }

  /**
   * {@return the models of the gateway that are looked for, as many as {@link ModelSearch} says}
   * Blocks.
   *
   * @param search which models, and how many
   * @throws dev.gatewayz.error.GatewayzException if the call fails
   */
  List<Model> searchModels(ModelSearch search);

  /**
   * Searches as {@link #searchModels(ModelSearch)} does, with options.
   *
   * @param search which models, and how many
   * @param options what this call does otherwise than this client, {@link CallOptions#NONE} for
   *     nothing
   * @return the models that were found
   */
  default List<Model> searchModels(ModelSearch search, CallOptions options) {
    return with(options).searchModels(search);
  }

  /**
   * Searches as {@link #searchModels(ModelSearch)} does, without blocking; cancelling the future
   * cancels the call.
   *
   * @param search which models, and how many
   * @return the models, to come
   */
  CompletableFuture<List<Model>> searchModelsAsync(ModelSearch search);

  /**
   * Searches as {@link #searchModelsAsync(ModelSearch)} does, with options.
   *
   * @param search which models, and how many
   * @param options what this call does otherwise than this client, {@link CallOptions#NONE} for
   *     nothing
   * @return the models, to come
   */
  default CompletableFuture<List<Model>> searchModelsAsync(
      ModelSearch search, CallOptions options) {
    return with(options).searchModelsAsync(search);
  }

  /**
   * {@return how the gateway says it is} Needs no key, and sends none. Blocks.
   *
   * @throws dev.gatewayz.error.GatewayzException if the call fails
   */
  Health health();

  /**
   * Asks as {@link #health()} does, with options.
   *
   * @param options what this call does otherwise than this client, {@link CallOptions#NONE} for
   *     nothing
   * @return how the gateway says it is
   */
  default Health health(CallOptions options) {
    return with(options).health();
  }

  /**
   * Asks as {@link #health()} does, without blocking; cancelling the future cancels the call.
   *
   * @return how the gateway says it is, to come
   */
  CompletableFuture<Health> healthAsync();

  /**
   * Asks as {@link #healthAsync()} does, with options.
   *
   * @param options what this call does otherwise than this client, {@link CallOptions#NONE} for
   *     nothing
   * @return how the gateway says it is, to come
   */
  default CompletableFuture<Health> healthAsync(CallOptions options) {
    return with(options).healthAsync();
  }

  /**
   * {@return what is left on the account of the key} Blocks.
   *
   * @throws dev.gatewayz.error.GatewayzException if the call fails
   */
  Balance balance();

  /**
   * Asks as {@link #balance()} does, with options.
   *
   * @param options what this call does otherwise than this client, {@link CallOptions#NONE} for
   *     nothing
   * @return what is left on the account
   */
  default Balance balance(CallOptions options) {
    return with(options).balance();
  }

  /**
   * Asks as {@link #balance()} does, without blocking; cancelling the future cancels the call.
   *
   * @return what is left on the account, to come
   */
  CompletableFuture<Balance> balanceAsync();

  /**
   * Asks as {@link #balanceAsync()} does, with options.
   *
   * @param options what this call does otherwise than this client, {@link CallOptions#NONE} for
   *     nothing
   * @return what is left on the account, to come
   */
  default CompletableFuture<Balance> balanceAsync(CallOptions options) {
    return with(options).balanceAsync();
  }

  /**
   * {@return how much the key may do} Blocks.
   *
   * @throws dev.gatewayz.error.GatewayzException if the call fails
   */
  KeyLimits keyLimits();

  /**
   * Asks as {@link #keyLimits()} does, with options: of another key, for one.
   *
   * @param options what this call does otherwise than this client, {@link CallOptions#NONE} for
   *     nothing
   * @return how much the key may do
   */
  default KeyLimits keyLimits(CallOptions options) {
    return with(options).keyLimits();
  }

  /**
   * Asks as {@link #keyLimits()} does, without blocking; cancelling the future cancels the call.
   *
   * @return how much the key may do, to come
   */
  CompletableFuture<KeyLimits> keyLimitsAsync();

  /**
   * Asks as {@link #keyLimitsAsync()} does, with options.
   *
   * @param options what this call does otherwise than this client, {@link CallOptions#NONE} for
   *     nothing
   * @return how much the key may do, to come
   */
  default CompletableFuture<KeyLimits> keyLimitsAsync(CallOptions options) {
    return with(options).keyLimitsAsync();
  }

  /**
   * Writes down what is said in a sound. Blocks.
   *
   * @param request the model and the sound
   * @return the words
   * @throws dev.gatewayz.error.GatewayzException if the call fails
   */
  Transcription transcribe(TranscriptionRequest request);

  /**
   * Writes down a sound as {@link #transcribe(TranscriptionRequest)} does, with options.
   *
   * @param request the model and the sound
   * @param options what this call does otherwise than this client, {@link CallOptions#NONE} for
   *     nothing
   * @return the words
   */
  default Transcription transcribe(TranscriptionRequest request, CallOptions options) {
    return with(options).transcribe(request);
  }

  /**
   * Writes down a sound as {@link #transcribe(TranscriptionRequest)} does, without blocking;
   * cancelling the future cancels the call.
   *
   * @param request the model and the sound
   * @return the words, to come
   */
  CompletableFuture<Transcription> transcribeAsync(TranscriptionRequest request);

  /**
   * Writes down a sound as {@link #transcribeAsync(TranscriptionRequest)} does, with options.
   *
   * @param request the model and the sound
   * @param options what this call does otherwise than this client, {@link CallOptions#NONE} for
   *     nothing
   * @return the words, to come
   */
  default CompletableFuture<Transcription> transcribeAsync(
      TranscriptionRequest request, CallOptions options) {
    return with(options).transcribeAsync(request);
  }

  /**
   * Turns texts into vectors. Blocks.
   *
   * @param request the model and the texts
   * @return a vector for each text, in the same order
   * @throws dev.gatewayz.error.GatewayzException if the call fails
   */
  Embeddings embeddings(EmbeddingRequest request);

  /**
   * Turns texts into vectors as {@link #embeddings(EmbeddingRequest)} does, with options.
   *
   * @param request the model and the texts
   * @param options what this call does otherwise than this client, {@link CallOptions#NONE} for
   *     nothing
   * @return a vector for each text, in the same order
   */
  default Embeddings embeddings(EmbeddingRequest request, CallOptions options) {
    return with(options).embeddings(request);
  }

  /**
   * Turns texts into vectors as {@link #embeddings(EmbeddingRequest)} does, without blocking;
   * cancelling the future cancels the call.
   *
   * @param request the model and the texts
   * @return the vectors, to come
   */
  CompletableFuture<Embeddings> embeddingsAsync(EmbeddingRequest request);

  /**
   * Turns texts into vectors as {@link #embeddingsAsync(EmbeddingRequest)} does, with options.
   *
   * @param request the model and the texts
   * @param options what this call does otherwise than this client, {@link CallOptions#NONE} for
   *     nothing
   * @return the vectors, to come
   */
  default CompletableFuture<Embeddings> embeddingsAsync(
      EmbeddingRequest request, CallOptions options) {
    return with(options).embeddingsAsync(request);
  }

  // What this client holds and has used.

  /** {@return what the calls of this client, and of all views of it, cost so far} */
  UsageTracker usageTracker();

  /**
   * {@return the ids of prompts that have an override, and whose interface no client has been made
   * of so far} After all clients have been made, they are those whose id is misspelt.
   */
  Set<String> unclaimedOverrides();

  /**
   * {@return how far the budgets of this client are used at this moment, in the builder's order}
   */
  List<BudgetState> budgets();

  /**
   * Opens connections to the gateway before they are needed, and blocks until they can carry calls.
   *
   * @param connections how many, spread over the event loops; no more than the builder's limit
   * @throws dev.gatewayz.error.GatewayzException what a call would have failed with, if one cannot
   *     be opened
   */
  void warmUp(int connections);

  /**
   * Opens connections as {@link #warmUp} does, without blocking.
   *
   * @param connections how many, spread over the event loops; no more than the builder's limit
   * @return completes when they can carry calls; fails with what a call would have failed with
   */
  CompletableFuture<Void> warmUpAsync(int connections);

  /**
   * {@return what this client holds at this moment, gateway by gateway} Blocks for its event loops.
   */
  List<PoolState> pools();

  /**
   * Asks as {@link #pools} does, without blocking.
   *
   * @return what this client holds, gateway by gateway, to come
   */
  CompletableFuture<List<PoolState>> poolsAsync();

  /**
   * Takes no more calls, waits for those under way as long as the builder's grace allows, then ends
   * them. On an event loop it does not wait. Closing twice does no harm; closing a {@linkplain
   * #with view} does nothing.
   */
  @Override
  void close();

  /**
   * Closes without waiting.
   *
   * @return completes when every connection and thread is gone
   */
  CompletableFuture<Void> closeAsync();
}
