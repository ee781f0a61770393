package dev.gatewayz.telemetry;

import dev.gatewayz.ContextCarrier;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.observe.CallSubject;
import dev.gatewayz.observe.GatewayzListener;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Traces and measures calls with OpenTelemetry. Needs {@code io.opentelemetry:opentelemetry-api}.
 *
 * <pre>{@code
 * Gatewayz.builder().telemetry(new OpenTelemetryBridge(openTelemetry)).build();
 * }</pre>
 *
 * <p>A call is a client span {@code chat <model>}, a child of the span that is current on the
 * thread which makes the call, and its trace goes on in the gateway: the propagator's headers are
 * sent with the request. Retries, fallbacks, the first token and hedges are its events. It has the
 * prompt's id and hash, the tokens, and the kind of error; the prompt's text only if asked for.
 *
 * <p>The time per output chunk is recorded once for a stream, as its mean, because a clock for
 * every chunk would cost more than the chunk.
 */
public final class OpenTelemetryBridge implements Interceptor, GatewayzListener, ContextCarrier {
  private static final String SCOPE = "dev.gatewayz";
  private static final String SPAN = "dev.gatewayz.span";

  private static final AttributeKey<String> OPERATION = AttributeKey.stringKey(Names.OPERATION);
  private static final AttributeKey<String> PROVIDER = AttributeKey.stringKey(Names.PROVIDER);
  private static final AttributeKey<String> MODEL = AttributeKey.stringKey(Names.REQUEST_MODEL);
  private static final AttributeKey<Boolean> STREAM = AttributeKey.booleanKey(Names.STREAM);
  private static final AttributeKey<String> PROMPT = AttributeKey.stringKey(Names.PROMPT);
  private static final AttributeKey<String> VERSION = AttributeKey.stringKey(Names.PROMPT_VERSION);
  private static final AttributeKey<String> MESSAGES = AttributeKey.stringKey(Names.INPUT_MESSAGES);
  private static final AttributeKey<String> TOKEN_TYPE = AttributeKey.stringKey(Names.TOKEN_TYPE);
  private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey(Names.ERROR_TYPE);
  private static final AttributeKey<String> REQUEST_ID = AttributeKey.stringKey(Names.REQUEST_ID);
  private static final AttributeKey<Long> ATTEMPTS = AttributeKey.longKey(Names.ATTEMPTS);
  private static final AttributeKey<Long> INPUT = AttributeKey.longKey(Names.INPUT_TOKENS);
  private static final AttributeKey<Long> OUTPUT = AttributeKey.longKey(Names.OUTPUT_TOKENS);
  private static final AttributeKey<Long> CACHED = AttributeKey.longKey(Names.CACHED_TOKENS);
  private static final AttributeKey<Long> REASONING = AttributeKey.longKey(Names.REASONING_TOKENS);

  private final Tracer tracer;
  private final TextMapPropagator propagator;
  private final boolean capturesPrompts;
  private final DoubleHistogram duration;
  private final DoubleHistogram firstChunk;
  private final DoubleHistogram perChunk;
  private final LongHistogram tokens;

  /** A bridge that keeps the text of prompts to itself. */
  public OpenTelemetryBridge(OpenTelemetry telemetry) {
    this(telemetry, false);
  }

  /**
   * A bridge.
   *
   * @param capturesPrompts whether spans show the request with the text of the prompt, as {@code
   *     gen_ai.input.messages}
   */
  public OpenTelemetryBridge(OpenTelemetry telemetry, boolean capturesPrompts) {
    this.tracer = telemetry.getTracer(SCOPE);
    this.propagator = telemetry.getPropagators().getTextMapPropagator();
    this.capturesPrompts = capturesPrompts;
    Meter meter = telemetry.getMeter(SCOPE);
    this.duration = seconds(meter, Names.DURATION, "How long calls take.", Names.SECONDS);
    this.firstChunk =
        seconds(meter, Names.FIRST_CHUNK, "How long the first chunk takes.", Names.SECONDS);
    this.perChunk =
        seconds(meter, Names.PER_CHUNK, "Mean time between chunks.", Names.CHUNK_SECONDS);
    this.tokens =
        meter
            .histogramBuilder(Names.TOKENS)
            .ofLongs()
            .setUnit("{token}")
            .setDescription("Tokens of requests and answers.")
            .setExplicitBucketBoundariesAdvice(Names.TOKEN_COUNTS)
            .build();
  }

  private static DoubleHistogram seconds(
      Meter meter, String name, String description, List<Double> buckets) {
    return meter
        .histogramBuilder(name)
        .setUnit("s")
        .setDescription(description)
        .setExplicitBucketBoundariesAdvice(buckets)
        .build();
  }

  /** Begins the span of a call, and sends its context with the request. */
  @Override
  public OutgoingCall request(OutgoingCall call) {
    Context parent = Context.current();
    SpanBuilder builder =
        tracer
            .spanBuilder(call.model().isEmpty() ? Names.CHAT : Names.CHAT + " " + call.model())
            .setParent(parent)
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute(OPERATION, Names.CHAT)
            .setAttribute(PROVIDER, Names.GATEWAYZ)
            .setAttribute(MODEL, call.model())
            .setAttribute(STREAM, call.streamed());
    if (call.promptId() != null) {
      builder.setAttribute(PROMPT, call.promptId());
    }
    if (call.promptHash() != null) {
      builder.setAttribute(VERSION, call.promptHash());
    }
    if (capturesPrompts) {
      builder.setAttribute(MESSAGES, call.json());
    }
    Span span = builder.startSpan();
    Map<String, String> headers = new HashMap<>();
    propagator.inject(parent.with(span), headers, OpenTelemetryBridge::put);
    OutgoingCall traced = call.withAttribute(SPAN, span);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      traced = traced.withHeader(header.getKey(), header.getValue());
    }
    return traced;
  }

  /** The context of OpenTelemetry, in which tools and callbacks of the call run. */
  @Override
  public Snapshot capture() {
    Context captured = Context.current();
    return code -> captured.wrap(code).run();
  }

  private static void put(@Nullable Map<String, String> map, String name, String value) {
    if (map != null) {
      map.put(name, value);
    }
  }

  @Override
  public void onEvent(CallEvent event) {
    Span span = spanOf(event.call());
    if (event instanceof CallEvent.FirstToken) {
      span.addEvent("gatewayz.first_token");
    } else if (event instanceof CallEvent.Retried retry) {
      span.addEvent("gatewayz.retry", failed(retry.failure().getClass().getSimpleName()));
    } else if (event instanceof CallEvent.FellBack fallback) {
      span.addEvent("gatewayz.fallback", failed(fallback.failure().getClass().getSimpleName()));
      span.setAttribute(MODEL, event.call().model());
    } else if (event instanceof CallEvent.Hedged) {
      span.addEvent("gatewayz.hedge");
    } else if (event instanceof CallEvent.Finished end) {
      finish(span, end);
      if (Measured.isInference(end.call())) {
        measure(end);
      }
    }
  }

  private static Span spanOf(CallSubject call) {
    return call.attributes().get(SPAN) instanceof Span span ? span : Span.getInvalid();
  }

  private static Attributes failed(String type) {
    return Attributes.of(ERROR_TYPE, type);
  }

  private static void finish(Span span, CallEvent.Finished end) {
    span.setAttribute(REQUEST_ID, end.requestId());
    span.setAttribute(ATTEMPTS, (long) end.attempts());
    Usage usage = end.usage();
    if (usage != null) {
      span.setAttribute(INPUT, usage.promptTokens());
      span.setAttribute(OUTPUT, usage.completionTokens());
      if (usage.cachedTokens() > 0) {
        span.setAttribute(CACHED, usage.cachedTokens());
      }
      if (usage.reasoningTokens() > 0) {
        span.setAttribute(REASONING, usage.reasoningTokens());
      }
    }
    String error = Measured.errorType(end);
    if (error != null) {
      span.setAttribute(ERROR_TYPE, error);
      if (end.failure() != null) {
        span.setStatus(StatusCode.ERROR, String.valueOf(end.failure().getMessage()));
      }
    }
    span.end();
  }

  private void measure(CallEvent.Finished end) {
    Context context = Context.root().with(spanOf(end.call()));
    Attributes attributes = attributes(end.call());
    String error = Measured.errorType(end);
    duration.record(
        Measured.seconds(end.duration()),
        error == null ? attributes : attributes.toBuilder().put(ERROR_TYPE, error).build(),
        context);
    if (end.toFirstToken() != null) {
      firstChunk.record(Measured.seconds(end.toFirstToken()), attributes, context);
    }
    Duration mean = Measured.perChunk(end);
    if (mean != null) {
      perChunk.record(Measured.seconds(mean), attributes, context);
    }
    Usage usage = end.usage();
    if (usage != null) {
      tokens.record(usage.promptTokens(), typed(attributes, Names.INPUT), context);
      tokens.record(usage.completionTokens(), typed(attributes, Names.OUTPUT), context);
    }
  }

  private static Attributes attributes(CallSubject call) {
    AttributesBuilder attributes =
        Attributes.builder()
            .put(OPERATION, Measured.operation(call))
            .put(PROVIDER, Names.GATEWAYZ)
            .put(MODEL, call.model());
    if (call.promptId() != null) {
      attributes.put(PROMPT, call.promptId());
    }
    return attributes.build();
  }

  private static Attributes typed(Attributes attributes, String type) {
    return attributes.toBuilder().put(TOKEN_TYPE, type).build();
  }
}
