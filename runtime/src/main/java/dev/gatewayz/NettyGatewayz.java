package dev.gatewayz;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.gateway.Balance;
import dev.gatewayz.gateway.EmbeddingRequest;
import dev.gatewayz.gateway.Embeddings;
import dev.gatewayz.gateway.Health;
import dev.gatewayz.gateway.KeyLimits;
import dev.gatewayz.gateway.Model;
import dev.gatewayz.gateway.ModelSearch;
import dev.gatewayz.gateway.Transcription;
import dev.gatewayz.gateway.TranscriptionRequest;
import dev.gatewayz.internal.answer.Result;
import dev.gatewayz.internal.call.CallEngine;
import dev.gatewayz.internal.call.CallSource;
import dev.gatewayz.internal.call.GatewayQueues;
import dev.gatewayz.internal.call.Services;
import dev.gatewayz.internal.call.Vitals;
import dev.gatewayz.internal.override.Overrides;
import dev.gatewayz.internal.request.CallRequest;
import dev.gatewayz.internal.request.PromptRequests;
import dev.gatewayz.internal.request.RequestFactory;
import dev.gatewayz.internal.subscribe.Blocking;
import dev.gatewayz.observe.PoolState;
import dev.gatewayz.usage.BudgetState;
import dev.gatewayz.usage.UsageTracker;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** A client on Netty, or a view of one that makes its calls with other options. */
final class NettyGatewayz implements Gatewayz, CallSource {
  private static final Result<String> TEXT = (answer, call) -> answer.text();

  private final ClientCore core;
  private final RequestFactory requests;
  private final Services services;
  private final boolean isView;

  private NettyGatewayz(ClientCore core, RequestFactory requests, boolean isView) {
    this.core = core;
    this.requests = requests;
    this.services = new Services(core.engine(), requests);
    this.isView = isView;
  }

  /** A client. */
  static NettyGatewayz of(ClientCore core, RequestFactory requests) {
    return new NettyGatewayz(core, requests, false);
  }

  @Override
  public Gatewayz with(CallOptions options) {
    Objects.requireNonNull(options, "options");
    return options.equals(CallOptions.NONE)
        ? this
        : new NettyGatewayz(core, requests.with(options), true);
  }

  @Override
  public <T> T create(Class<T> promptInterface, Object... tools) {
    return Implementations.create(promptInterface, this, tools);
  }

  @Override
  public CallEngine engine() {
    return core.engine();
  }

  @Override
  public PromptRequests requests(String client, String... ids) {
    core.budgets().know(client, ids);
    return core.prompts().of(requests, client, ids);
  }

  @Override
  public Overrides overrides() {
    return core.overrides();
  }

  @Override
  public Set<String> unclaimedOverrides() {
    return core.overrides().unclaimed();
  }

  @Override
  public boolean checksTemplates() {
    return core.checksTemplates();
  }

  // Chat.

  @Override
  public Completion<String> complete(ChatRequest request) {
    return complete(request, CallOptions.NONE);
  }

  @Override
  public Completion<String> complete(ChatRequest request, CallOptions options) {
    CallRequest call = requests.of(request, false, options);
    return engine().awaitCompletion(call, TEXT);
  }

  @Override
  public CompletableFuture<Completion<String>> completeAsync(ChatRequest request) {
    return completeAsync(request, CallOptions.NONE);
  }

  @Override
  public CompletableFuture<Completion<String>> completeAsync(
      ChatRequest request, CallOptions options) {
    return engine().complete(requests.of(request, false, options), TEXT);
  }

  @Override
  public AnswerStream<ChatChunk> stream(ChatRequest request) {
    return stream(request, CallOptions.NONE);
  }

  @Override
  public AnswerStream<ChatChunk> stream(ChatRequest request, CallOptions options) {
    return engine().streams().chunks(requests.of(request, true, options));
  }

  // Services.

  @Override
  public List<Model> models() {
    return await("Gatewayz.models", services::models);
  }

  @Override
  public CompletableFuture<List<Model>> modelsAsync() {
    return engine().handOver("Gatewayz.models", services.models());
  }

  @Override
  public List<Model> searchModels(ModelSearch search) {
    return await("Gatewayz.searchModels", () -> services.search(search));
  }

  @Override
  public CompletableFuture<List<Model>> searchModelsAsync(ModelSearch search) {
    return engine().handOver("Gatewayz.searchModels", services.search(search));
  }

  @Override
  public Health health() {
    return await("Gatewayz.health", services::health);
  }

  @Override
  public CompletableFuture<Health> healthAsync() {
    return engine().handOver("Gatewayz.health", services.health());
  }

  @Override
  public Balance balance() {
    return await("Gatewayz.balance", services::balance);
  }

  @Override
  public CompletableFuture<Balance> balanceAsync() {
    return engine().handOver("Gatewayz.balance", services.balance());
  }

  @Override
  public KeyLimits keyLimits() {
    return await("Gatewayz.keyLimits", services::keyLimits);
  }

  @Override
  public CompletableFuture<KeyLimits> keyLimitsAsync() {
    return engine().handOver("Gatewayz.keyLimits", services.keyLimits());
  }

  @Override
  public Transcription transcribe(TranscriptionRequest request) {
    return await("Gatewayz.transcribe", () -> services.transcribe(request));
  }

  @Override
  public CompletableFuture<Transcription> transcribeAsync(TranscriptionRequest request) {
    return engine().handOver("Gatewayz.transcribe", services.transcribe(request));
  }

  @Override
  public Embeddings embeddings(EmbeddingRequest request) {
    return await("Gatewayz.embeddings", () -> services.embeddings(request));
  }

  @Override
  public CompletableFuture<Embeddings> embeddingsAsync(EmbeddingRequest request) {
    return engine().handOver("Gatewayz.embeddings", services.embeddings(request));
  }

  private static <T> T await(String name, Supplier<CompletableFuture<T>> sending) {
    return Blocking.await(name, CallInfo.builder().promptId(name).build(), sending);
  }

  // What this client holds and has used.

  @Override
  public UsageTracker usageTracker() {
    return core.usage();
  }

  @Override
  public List<BudgetState> budgets() {
    return core.budgets().states();
  }

  @Override
  public void warmUp(int connections) {
    await("Gatewayz.warmUp", () -> warmUpAsync(connections));
  }

  @Override
  public CompletableFuture<Void> warmUpAsync(int connections) {
    return engine().warmUp(requests.origin(), connections);
  }

  @Override
  public List<PoolState> pools() {
    return await("Gatewayz.pools", this::poolsAsync);
  }

  @Override
  public CompletableFuture<List<PoolState>> poolsAsync() {
    return core.transport().state().thenApply(this::withLimits);
  }

  private List<PoolState> withLimits(List<PoolState> pools) {
    Map<String, GatewayQueues.State> limits = engine().gateways().states();
    return pools.stream()
        .map(
            pool -> {
              GatewayQueues.State limit = limits.get(pool.origin());
              return limit == null
                  ? pool
                  : pool.toBuilder()
                      .concurrencyLimit(limit.limit())
                      .waitingForLimit(limit.waiting())
                      .build();
            })
        .toList();
  }

  /** What this client holds for calls at this moment, for tests. */
  CompletableFuture<Vitals> vitals() {
    return engine().vitals();
  }

  @Override
  public void close() {
    CompletableFuture<Void> closed = closeAsync();
    if (core.transport().current() != null) {
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

  @Override
  public CompletableFuture<Void> closeAsync() {
    return isView ? CompletableFuture.completedFuture(null) : core.close();
  }
}
