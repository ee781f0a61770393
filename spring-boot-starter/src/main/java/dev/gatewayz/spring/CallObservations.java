package dev.gatewayz.spring;

import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.observe.GatewayzListener;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Observes each call as {@code gen_ai.client.operation}, within the observation of the thread that
 * makes it. What tracing puts into the headers is sent with the request.
 */
final class CallObservations implements Interceptor, GatewayzListener {
  private static final String OBSERVATION = "dev.gatewayz.spring.observation";
  private static final String NAME = "gen_ai.client.operation";
  private static final String NONE = "none";

  private final ObservationRegistry registry;

  CallObservations(ObservationRegistry registry) {
    this.registry = registry;
  }

  @Override
  public OutgoingCall request(OutgoingCall call) {
    SenderContext<Map<String, String>> context =
        new SenderContext<>(
            (carrier, name, value) -> Objects.requireNonNull(carrier).put(name, value),
            Kind.CLIENT);
    Map<String, String> headers = new HashMap<>();
    context.setCarrier(headers);
    context.setRemoteServiceName("gatewayz");
    Observation observation =
        Observation.createNotStarted(NAME, () -> context, registry)
            .contextualName("chat " + call.model())
            .lowCardinalityKeyValue("gen_ai.operation.name", "chat")
            .lowCardinalityKeyValue("gen_ai.provider.name", "gatewayz")
            .lowCardinalityKeyValue("gen_ai.request.model", call.model())
            .lowCardinalityKeyValue("gen_ai.prompt.name", orNone(call.promptId()))
            .start();
    OutgoingCall observed = call.withAttribute(OBSERVATION, observation);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      observed = observed.withHeader(header.getKey(), header.getValue());
    }
    return observed;
  }

  @Override
  public void onEvent(CallEvent event) {
    if (event instanceof CallEvent.Finished end
        && end.call().attributes().get(OBSERVATION) instanceof Observation observation) {
      finish(observation, end);
    }
  }

  private static void finish(Observation observation, CallEvent.Finished end) {
    if (end.failure() != null) {
      observation.error(end.failure());
    }
    if (end.usage() != null) {
      observation
          .highCardinalityKeyValue(
              "gen_ai.usage.input_tokens", String.valueOf(end.usage().promptTokens()))
          .highCardinalityKeyValue(
              "gen_ai.usage.output_tokens", String.valueOf(end.usage().completionTokens()));
    }
    observation
        .highCardinalityKeyValue("gatewayz.request_id", end.requestId())
        .lowCardinalityKeyValue(
            "error.type", end.failure() == null ? NONE : end.failure().getClass().getSimpleName())
        .stop();
  }

  private static String orNone(@Nullable String text) {
    return text == null ? NONE : text;
  }
}
