package dev.gatewayz.spring;

import dev.gatewayz.GatewayzBuilder;
import dev.gatewayz.PromptOverrides;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says to a builder what properties say. */
record ClientSettings(GatewayProperties properties) {
  private static final int ANY_NUMBER_OF_CALLS = Integer.MAX_VALUE;
  private static final int DEFAULT_HTTP2 = 128;
  private static final int DEFAULT_HTTP1 = 32;

  GatewayzBuilder applyTo(GatewayzBuilder builder) {
    if (properties.apiKey() != null) {
      // Not by Property, which would show it.
      builder.apiKey(properties.apiKey());
    }
    Property.set("api-base", properties.apiBase(), builder::apiBase);
    properties.headers().forEach(builder::header);
    properties.extra().forEach(builder::extra);
    Property.set("auto-web-search", properties.autoWebSearch(), builder::autoWebSearch);
    Property.set("prompts-in-errors", properties.promptsInErrors(), builder::promptsInErrors);
    Property.set("tool-timeout", properties.toolTimeout(), builder::toolTimeout);
    properties
        .budgets()
        .forEach(b -> Property.set("budgets", b, it -> builder.budget(it.toBudget())));
    properties
        .prices()
        .forEach(
            (model, price) ->
                Property.set("prices." + model, price, p -> builder.price(model, p.toPrice())));
    Property.set(
        "prompt-overrides",
        properties.promptOverrides(),
        file -> builder.promptOverrides(overrides(file)));
    connection(builder);
    limits(builder);
    return builder;
  }

  private void connection(GatewayzBuilder builder) {
    ConnectionProperties connection = properties.connection();
    if (connection.maxHttp2() != null || connection.maxHttp1() != null) {
      Property.set(
          "connection.max-http2 and max-http1",
          List.of(
              orElse(connection.maxHttp2(), DEFAULT_HTTP2),
              orElse(connection.maxHttp1(), DEFAULT_HTTP1)),
          most -> builder.maxConnections(most.get(0), most.get(1)));
    }
    Property.set("connection.max-age", connection.maxAge(), builder::maxConnectionAge);
    Property.set("connection.close-grace", connection.closeGrace(), builder::closeGrace);
    Property.set("connection.proxy", connection.proxy(), builder::proxy);
    if (Boolean.TRUE.equals(connection.noProxy())) {
      builder.noProxy();
    }
    Property.set(
        "connection.allow-plaintext", connection.allowPlaintext(), builder::allowPlaintext);
    Property.set(
        "connection.http2-prior-knowledge",
        connection.http2PriorKnowledge(),
        builder::http2PriorKnowledge);
  }

  private void limits(GatewayzBuilder builder) {
    LimitProperties limits = properties.limits();
    if (limits.maxConcurrentCalls() != null) {
      int waiting = orElse(limits.maxWaitingCalls(), ANY_NUMBER_OF_CALLS);
      Property.set(
          "limits.max-concurrent-calls",
          limits.maxConcurrentCalls(),
          calls -> builder.maxConcurrentCalls(calls, waiting));
    } else if (limits.maxWaitingCalls() != null) {
      throw new IllegalArgumentException(
          "limits.max-waiting-calls says nothing without limits.max-concurrent-calls.");
    }
    if (limits.callRate() != null) {
      Property.set(
          "limits.call-rate",
          limits.callRate(),
          calls -> builder.maxCallRate(calls, limits.callRatePeriod()));
    }
    Property.set(
        "limits.wait-for-rate-limit", limits.waitForRateLimit(), builder::waitForRateLimit);
  }

  private static PromptOverrides overrides(Path file) {
    try {
      return PromptOverrides.file(file);
    } catch (UncheckedIOException e) {
      throw new IllegalArgumentException("It must be a file that can be read: " + e.getCause(), e);
    }
  }

  private static int orElse(@Nullable Integer value, int other) {
    return value == null ? other : value;
  }
}
