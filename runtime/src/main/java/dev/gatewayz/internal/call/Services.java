package dev.gatewayz.internal.call;

import dev.gatewayz.chat.Usage;
import dev.gatewayz.gateway.Balance;
import dev.gatewayz.gateway.EmbeddingRequest;
import dev.gatewayz.gateway.Embeddings;
import dev.gatewayz.gateway.Health;
import dev.gatewayz.gateway.KeyLimits;
import dev.gatewayz.gateway.Model;
import dev.gatewayz.gateway.ModelSearch;
import dev.gatewayz.gateway.Transcription;
import dev.gatewayz.gateway.TranscriptionRequest;
import dev.gatewayz.internal.answer.ServiceAnswer;
import dev.gatewayz.internal.http.ResponseHead;
import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.request.FormBody;
import dev.gatewayz.internal.request.KeyUse;
import dev.gatewayz.internal.request.PromptIdentity;
import dev.gatewayz.internal.request.RequestFactory;
import dev.gatewayz.internal.syntax.ModelName;
import dev.gatewayz.internal.wire.AccountReader;
import dev.gatewayz.internal.wire.CatalogueReader;
import dev.gatewayz.internal.wire.CatalogueReader.Page;
import dev.gatewayz.internal.wire.EmbeddingsReader;
import dev.gatewayz.internal.wire.TranscriptionReader;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the gateway for anything but chat. Thread-safe. */
public final class Services {
  private final CallEngine engine;
  private final RequestFactory requests;
  private final Catalogue catalogue;

  /** Services of the gateway that the factory's requests go to. */
  public Services(CallEngine engine, RequestFactory requests) {
    this.engine = engine;
    this.requests = requests;
    this.catalogue = new Catalogue(engine, requests, PromptIdentity.service("models"));
  }

  /** Where a client reads the prices of its gateway's models for itself. */
  public static Supplier<CompletableFuture<List<Model>>> prices(
      CallEngine engine, RequestFactory requests) {
    return new Catalogue(engine, requests, PromptIdentity.PRICES)::models;
  }

  /** The whole catalogue, all pages of it. */
  public CompletableFuture<List<Model>> models() {
    return catalogue.models();
  }

  /** The models that are looked for. */
  public CompletableFuture<List<Model>> search(ModelSearch search) {
    String query =
        search.parameters().entrySet().stream()
            .map(
                parameter ->
                    parameter.getKey()
                        + "="
                        + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", "?", ""));
    return get(
        "searchModels",
        "/v1/models/search" + (query.length() == 1 ? "" : query),
        KeyUse.WELCOME,
        (bytes, size, head) -> {
          Page page = CatalogueReader.page(bytes, size);
          return page == null ? null : page.models();
        });
  }

  /** How the gateway says it is. */
  public CompletableFuture<Health> health() {
    return get(
        "health", "/health", KeyUse.NONE, (bytes, size, head) -> AccountReader.health(bytes, size));
  }

  /** What is left on the account. */
  public CompletableFuture<Balance> balance() {
    return get(
        "balance",
        "/user/balance",
        KeyUse.NEEDED,
        (bytes, size, head) -> AccountReader.balance(bytes, size));
  }

  /** How much the key may do. */
  public CompletableFuture<KeyLimits> keyLimits() {
    return get(
        "keyLimits",
        "/user/limit",
        KeyUse.NEEDED,
        (bytes, size, head) -> AccountReader.limits(bytes, size));
  }

  private <T> CompletableFuture<T> get(
      String method, String path, KeyUse use, ServiceAnswer.Reading<T> reading) {
    return engine.service(
        requests.get(PromptIdentity.service(method), path, use, Map.of()), reading);
  }

  /** The vectors of texts. */
  public CompletableFuture<Embeddings> embeddings(EmbeddingRequest request) {
    ModelName model = new ModelName(request.model());
    return engine.service(
        requests.post(PromptIdentity.service("embeddings"), "/v1/embeddings", model, body(request)),
        new ServiceAnswer.Reading<Embeddings>() {
          @Override
          public @Nullable Embeddings read(byte[] bytes, int size, ResponseHead head) {
            Embeddings read = EmbeddingsReader.read(bytes, size, model.name());
            return read != null && read.vectors().size() == request.input().size() ? read : null;
          }

          @Override
          public @Nullable Usage usageOf(Embeddings value) {
            return value.usage();
          }
        });
  }

  private static JsonBytes body(EmbeddingRequest request) {
    JsonBytes body = new JsonBytes(256).raw(",\"input\":[");
    for (int i = 0; i < request.input().size(); i++) {
      body.raw(i == 0 ? "" : ",").string(request.input().get(i));
    }
    body.raw(']');
    if (request.dimensions() != null) {
      body.raw(",\"dimensions\":").raw(request.dimensions().toString());
    }
    if (request.base64()) {
      body.raw(",\"encoding_format\":\"base64\"");
    }
    if (request.user() != null) {
      body.raw(",\"user\":").string(request.user());
    }
    return body.raw('}');
  }

  /** The words of a sound. */
  public CompletableFuture<Transcription> transcribe(TranscriptionRequest request) {
    ModelName model = new ModelName(request.model());
    return engine.service(
        requests.post(
            PromptIdentity.service("transcribe"),
            "/v1/audio/transcriptions",
            model,
            form(request, model)),
        new ServiceAnswer.Reading<Transcription>() {
          @Override
          public @Nullable Transcription read(byte[] bytes, int size, ResponseHead head) {
            return size == 0
                ? null
                : TranscriptionReader.read(bytes, size, head.header("content-type"));
          }

          @Override
          public @Nullable BigDecimal costOf(Transcription value) {
            return value.cost();
          }
        });
  }

  private static FormBody form(TranscriptionRequest request, ModelName model) {
    FormBody form = new FormBody(request.sound().length).field("model", model.wireName());
    field(form, "language", request.language());
    field(form, "prompt", request.prompt());
    field(form, "response_format", request.format());
    field(form, "temperature", request.temperature());
    String name = request.fileName();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return form.file("file", name, "audio/" + ending, request.sound());
  }

  private static void field(FormBody form, String name, @Nullable Object value) {
    if (value != null) {
      form.field(name, value.toString());
    }
  }
}
