package dev.gatewayz.spring;

import static dev.gatewayz.spring.OptionProperties.set;

import dev.gatewayz.GatewayzBuilder;
import org.jspecify.annotations.Nullable;

/** Says to a builder what properties say. */
record ClientSettings(GatewayProperties properties) {
  private static final int ANY_NUMBER_OF_CALLS = Integer.MAX_VALUE;
  private static final int DEFAULT_HTTP2 = 128;
  private static final int DEFAULT_HTTP1 = 32;

  GatewayzBuilder applyTo(GatewayzBuilder builder) {
    set(properties.apiKey(), builder::apiKey);
    set(properties.apiBase(), builder::apiBase);
    properties.headers().forEach(builder::header);
    properties.extra().forEach(builder::extra);
    set(properties.autoWebSearch(), builder::autoWebSearch);
    set(properties.promptsInErrors(), builder::promptsInErrors);
    set(properties.toolTimeout(), builder::toolTimeout);
    properties.budgets().forEach(budget -> builder.budget(budget.toBudget()));
    properties.prices().forEach((model, price) -> builder.price(model, price.toPrice()));
    connection(builder);
    limits(builder);
    return builder;
  }

  private void connection(GatewayzBuilder builder) {
    ConnectionProperties connection = properties.connection();
    if (connection.maxHttp2() != null || connection.maxHttp1() != null) {
      builder.maxConnections(
          orElse(connection.maxHttp2(), DEFAULT_HTTP2),
          orElse(connection.maxHttp1(), DEFAULT_HTTP1));
    }
    set(connection.maxAge(), builder::maxConnectionAge);
    set(connection.closeGrace(), builder::closeGrace);
    set(connection.proxy(), builder::proxy);
    if (Boolean.TRUE.equals(connection.noProxy())) {
      builder.noProxy();
    }
    set(connection.allowPlaintext(), builder::allowPlaintext);
    set(connection.http2PriorKnowledge(), builder::http2PriorKnowledge);
  }

  private void limits(GatewayzBuilder builder) {
    LimitProperties limits = properties.limits();
    if (limits.maxConcurrentCalls() != null) {
      builder.maxConcurrentCalls(
          limits.maxConcurrentCalls(), orElse(limits.maxWaitingCalls(), ANY_NUMBER_OF_CALLS));
    } else if (limits.maxWaitingCalls() != null) {
      throw new IllegalArgumentException(
          "limits.max-waiting-calls says nothing without limits.max-concurrent-calls.");
    }
    if (limits.callRate() != null) {
      builder.maxCallRate(limits.callRate(), limits.callRatePeriod());
    }
    set(limits.waitForRateLimit(), builder::waitForRateLimit);
  }

  private static int orElse(@Nullable Integer value, int other) {
    return value == null ? other : value;
  }
}
