package dev.gatewayz.telemetry;

import dev.gatewayz.chat.Parameters;
import dev.gatewayz.intercept.OutgoingCall;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanBuilder;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where a call goes and how the model is to answer, as attributes of its span. */
final class RequestAttributes {
  private RequestAttributes() {}

  static void set(SpanBuilder span, OutgoingCall call) {
    URI base = call.apiBase();
    String host = base.getHost();
    if (host != null) {
      span.setAttribute(Names.SERVER, host);
      int usual = "https".equals(base.getScheme()) ? 443 : 80;
      span.setAttribute(Names.PORT, (long) (base.getPort() < 0 ? usual : base.getPort()));
    }
    Parameters parameters = call.parameters();
    set(span, Names.TEMPERATURE, parameters.temperature());
    set(span, Names.TOP_P, parameters.topP());
    set(span, Names.FREQUENCY_PENALTY, parameters.frequencyPenalty());
    set(span, Names.PRESENCE_PENALTY, parameters.presencePenalty());
    if (parameters.maxTokens() != null) {
      span.setAttribute(Names.MAX_TOKENS, (long) parameters.maxTokens());
    }
    if (parameters.seed() != null) {
      span.setAttribute(Names.SEED, parameters.seed());
    }
    if (parameters.n() != null && parameters.n() != 1) {
      span.setAttribute(Names.CHOICES, (long) parameters.n());
    }
    if (!parameters.stop().isEmpty()) {
      span.setAttribute(AttributeKey.stringArrayKey(Names.STOP), parameters.stop());
    }
    String format = parameters.extra().get("response_format");
    if (format != null) {
      span.setAttribute(Names.OUTPUT_TYPE, format.contains("\"json_") ? "json" : "text");
    }
  }

  private static void set(SpanBuilder span, String name, @Nullable Double value) {
    if (value != null) {
      span.setAttribute(name, value);
    }
  }
}
