package dev.gatewayz.internal.call;

import dev.gatewayz.chat.Usage;
import dev.gatewayz.gateway.Balance;
import dev.gatewayz.gateway.EmbeddingRequest;
import dev.gatewayz.gateway.Embeddings;
import dev.gatewayz.gateway.Health;
import dev.gatewayz.gateway.Model;
import dev.gatewayz.internal.answer.ServiceAnswer;
import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.request.RequestFactory;
import dev.gatewayz.internal.syntax.ModelName;
import dev.gatewayz.internal.wire.GatewayReader;
import dev.gatewayz.internal.wire.GatewayReader.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Asks the gateway for anything but chat. Thread-safe. */
public final class Services {
  private static final int PAGE = 1_000;

  private final CallEngine engine;
  private final RequestFactory requests;

  /** The first page of the catalogue as it was last time, {@code null} before the first. */
  private volatile @Nullable Catalogue known;

  private record Catalogue(String etag, List<Model> models) {}

  /** What came of asking for a page: the page, or that the catalogue is as it was. */
  private record Fetched(@Nullable Page page, @Nullable String etag) {}

  /** Services of the gateway that the factory's requests go to. */
  public Services(CallEngine engine, RequestFactory requests) {
    this.engine = engine;
    this.requests = requests;
  }

  /** The whole catalogue, all pages of it. */
  public CompletableFuture<List<Model>> models() {
    Catalogue last = known;
    Map<String, String> headers = last == null ? Map.of() : Map.of("if-none-match", last.etag());
    return page(0, headers)
        .thenCompose(
            answer -> {
              if (answer.page() == null && last != null) {
                return CompletableFuture.completedFuture(last.models());
              }
              List<Model> models = new ArrayList<>();
              return following(answer, models)
                  .thenApply(
                      nothing -> {
                        List<Model> all = List.copyOf(models);
                        if (answer.etag() != null) {
                          known = new Catalogue(answer.etag(), all);
                        }
                        return all;
                      });
            });
  }

  private CompletableFuture<@Nullable Void> following(Fetched answer, List<Model> models) {
    Page page = answer.page();
    if (page == null) {
      return CompletableFuture.completedFuture(null);
    }
    models.addAll(page.models());
    // A page that does not move on would never end.
    if (page.nextOffset() <= 0 || page.nextOffset() < models.size()) {
      return CompletableFuture.completedFuture(null);
    }
    return page(page.nextOffset(), Map.of()).thenCompose(next -> following(next, models));
  }

  private CompletableFuture<Fetched> page(int offset, Map<String, String> headers) {
    String path = "/v1/models?limit=" + PAGE + "&offset=" + offset;
    return engine.service(
        requests.get("Gatewayz.models", path, headers),
        (bytes, size, etag) -> {
          if (size == 0) {
            return new Fetched(null, etag);
          }
          Page page = GatewayReader.models(bytes, size);
          return page == null ? null : new Fetched(page, etag);
        });
  }

  /** How the gateway says it is. */
  public CompletableFuture<Health> health() {
    return engine.service(
        requests.get("Gatewayz.health", "/health", Map.of()),
        (bytes, size, etag) -> GatewayReader.health(bytes, size));
  }

  /** What is left on the account. */
  public CompletableFuture<Balance> balance() {
    return engine.service(
        requests.get("Gatewayz.balance", "/user/balance", Map.of()),
        (bytes, size, etag) -> GatewayReader.balance(bytes, size));
  }

  /** The vectors of texts. */
  public CompletableFuture<Embeddings> embeddings(EmbeddingRequest request) {
    ModelName model = new ModelName(request.model());
    JsonBytes body = new JsonBytes(256).raw(",\"input\":[");
    for (int i = 0; i < request.input().size(); i++) {
      body.raw(i == 0 ? "" : ",").string(request.input().get(i));
    }
    body.raw(']');
    if (request.dimensions() != null) {
      body.raw(",\"dimensions\":").raw(request.dimensions().toString());
    }
    body.raw('}');
    return engine.service(
        requests.post("Gatewayz.embeddings", "/v1/embeddings", model, body),
        new ServiceAnswer.Reading<Embeddings>() {
          @Override
          public @Nullable Embeddings read(byte[] bytes, int size, @Nullable String etag) {
            Embeddings read = GatewayReader.embeddings(bytes, size, model.name());
            return read != null && read.vectors().size() == request.input().size() ? read : null;
          }

          @Override
          public @Nullable Usage usageOf(Embeddings value) {
            return value.usage();
          }
        });
  }
}
