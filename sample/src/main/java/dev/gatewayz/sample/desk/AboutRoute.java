package dev.gatewayz.sample.desk;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.gateway.Model;
import dev.gatewayz.sample.EarningsCall;
import dev.gatewayz.sample.http.Exchange;
import dev.gatewayz.sample.http.JsonText;
import dev.gatewayz.sample.http.Request;
import dev.gatewayz.sample.http.Route;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What the page begins with: the earnings call, and the gateway's models. The catalogue is asked
 * for once in a while, however many browsers there are. Thread-safe.
 */
final class AboutRoute implements Route {
  private static final Duration CATALOGUE_AGE = Duration.ofMinutes(1);

  private record Catalogue(long asked, CompletableFuture<List<Model>> models) {}

  private final Gatewayz gatewayz;
  private final EarningsCall call;
  private final String gateway;
  private final List<String> preferred;
  private final InstantSource clock;
  private final AtomicReference<@Nullable Catalogue> catalogue = new AtomicReference<>();

  AboutRoute(
      Gatewayz gatewayz,
      EarningsCall call,
      String gateway,
      List<String> preferred,
      InstantSource clock) {
    this.gatewayz = gatewayz;
    this.call = call;
    this.gateway = gateway;
    this.preferred = preferred;
    this.clock = clock;
  }

  @Override
  public void handle(Request request, Exchange exchange) {
    models().whenComplete((models, failure) -> exchange.json(json(models, failure)));
  }

  private CompletableFuture<List<Model>> models() {
    Catalogue known = catalogue.get();
    long now = clock.millis();
    if (known != null
        && !known.models().isCompletedExceptionally()
        && now - known.asked() < CATALOGUE_AGE.toMillis()) {
      return known.models();
    }
    Catalogue fresh = new Catalogue(now, gatewayz.modelsAsync());
    catalogue.set(fresh);
    return fresh.models();
  }

  private JsonText json(@Nullable List<Model> models, @Nullable Throwable failure) {
    JsonText names = JsonText.array();
    if (models != null) {
      models.stream().map(Model::name).distinct().forEach(names::add);
    }
    JsonText first = JsonText.array();
    preferred.forEach(first::add);
    return JsonText.object()
        .put("gateway", gateway)
        .put("company", call.company())
        .put("quarter", call.quarter())
        .put("transcript", call.transcript())
        .put("models", names)
        .put("preferred", first)
        .put("failure", failure == null ? "" : words(failure));
  }

  private static String words(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return String.valueOf(cause.getMessage());
  }
}
