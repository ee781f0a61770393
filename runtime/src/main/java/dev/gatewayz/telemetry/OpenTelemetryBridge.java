package dev.gatewayz.telemetry;

import dev.gatewayz.Completion;
import dev.gatewayz.ContextCarrier;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.AnswerException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.observe.CallSubject;
import dev.gatewayz.observe.GatewayzListener;
import dev.gatewayz.usage.Outcome;
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
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
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
 * sent with the request. It ends when the caller has the answer, whoever gave it. Retries,
 * fallbacks, the first token and hedges are its events, and each tool that it runs is a span {@code
 * execute_tool <name>} below it. It has the prompt's id and hash, the tokens, and the kind of
 * error; the prompt's text only if asked for.
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
  private static final AttributeKey<Boolean> OVERRIDDEN =
      AttributeKey.booleanKey(Names.PROMPT_OVERRIDDEN);
  private static final AttributeKey<String> MESSAGES = AttributeKey.stringKey(Names.INPUT_MESSAGES);
  private static final AttributeKey<String> OUTPUT_MESSAGES =
      AttributeKey.stringKey(Names.OUTPUT_MESSAGES);
  private static final AttributeKey<String> RESPONSE_ID = AttributeKey.stringKey(Names.RESPONSE_ID);
  private static final AttributeKey<String> RESPONSE_MODEL =
      AttributeKey.stringKey(Names.RESPONSE_MODEL);
  private static final AttributeKey<List<String>> FINISH_REASONS =
      AttributeKey.stringArrayKey(Names.FINISH_REASONS);
  private static final AttributeKey<Double> FIRST_CHUNK =
      AttributeKey.doubleKey(Names.RESPONSE_FIRST_CHUNK);
  private static final AttributeKey<String> TOKEN_TYPE = AttributeKey.stringKey(Names.TOKEN_TYPE);
  private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey(Names.ERROR_TYPE);
  private static final AttributeKey<String> REQUEST_ID = AttributeKey.stringKey(Names.REQUEST_ID);
  private static final AttributeKey<Long> ATTEMPTS = AttributeKey.longKey(Names.ATTEMPTS);
  private static final AttributeKey<Long> INPUT = AttributeKey.longKey(Names.INPUT_TOKENS);
  private static final AttributeKey<Long> OUTPUT = AttributeKey.longKey(Names.OUTPUT_TOKENS);
  private static final AttributeKey<Long> CACHED = AttributeKey.longKey(Names.CACHED_TOKENS);
  private static final AttributeKey<Long> CACHE_WRITTEN = AttributeKey.longKey(Names.CACHE_WRITTEN);
  private static final AttributeKey<Long> REASONING = AttributeKey.longKey(Names.REASONING_TOKENS);

  private final Tracer tracer;
  private final TextMapPropagator propagator;
  private final boolean capturesPrompts;
  private final DoubleHistogram duration;
  private final DoubleHistogram firstChunk;
  private final DoubleHistogram perChunk;
  private final LongHistogram tokens;

  /**
   * A bridge that keeps the text of prompts to itself.
   *
   * @param telemetry gives the tracer, the meter and the propagators
   */
  public OpenTelemetryBridge(OpenTelemetry telemetry) {
    this(telemetry, false);
  }

  /**
   * A bridge.
   *
   * @param telemetry gives the tracer, the meter and the propagators
   * @param capturesPrompts whether spans show the conversation as {@code gen_ai.input.messages},
   *     and whole answers as {@code gen_ai.output.messages}
   */
  public OpenTelemetryBridge(OpenTelemetry telemetry, boolean capturesPrompts) {
    this.tracer = telemetry.getTracer(SCOPE);
    this.propagator = telemetry.getPropagators().getTextMapPropagator();
    this.capturesPrompts = capturesPrompts;
    Meter meter = telemetry.getMeter(SCOPE);
    this.duration = seconds(meter, Names.DURATION, "How long calls take.", Names.SECONDS);
    this.firstChunk =
        seconds(meter, Names.FIRST_CHUNK, "How long the first chunk takes.", Names.SECONDS);
    this.perChunk = seconds(meter, Names.PER_CHUNK, "Mean time between chunks.", Names.SECONDS);
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

  /** Begins the span of a call, which ends with it, and sends its context with the request. */
  @Override
  public OutgoingCall request(OutgoingCall call) {
    return begin(call, true);
  }

  @Override
  public CompletionStage<Completion<String>> answer(OutgoingCall call, Next next) {
    OutgoingCall traced = begin(call, false);
    return next.proceed(traced)
        .whenComplete(
            (answer, failure) -> {
              CallSpan span = (CallSpan) traced.attributes().get(SPAN);
              if (span != null) {
                answered(span, answer, failure);
              }
            });
  }

  private void answered(
      CallSpan span, @Nullable Completion<String> answer, @Nullable Throwable failure) {
    if (answer != null) {
      span.span()
          .setAttribute(RESPONSE_ID, answer.response().id())
          .setAttribute(RESPONSE_MODEL, Names.model(answer.response().model()))
          .setAttribute(
              FINISH_REASONS,
              answer.response().choices().stream()
                  .map(choice -> String.valueOf(choice.finishReasonText()))
                  .toList());
      if (capturesPrompts) {
        span.span().setAttribute(OUTPUT_MESSAGES, MessageJson.output(answer.response().choices()));
      }
    } else if (failure != null) {
      Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
      fail(span.span(), cause == null ? failure : cause);
    }
    span.answered();
  }

  private OutgoingCall begin(OutgoingCall call, boolean endsByItself) {
    Context parent = Context.current();
    String model = Names.model(call.model());
    SpanBuilder builder =
        tracer
            .spanBuilder(model.isEmpty() ? Names.CHAT : Names.CHAT + " " + model)
            .setParent(parent)
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute(OPERATION, Names.CHAT)
            .setAttribute(PROVIDER, Names.GATEWAYZ)
            .setAttribute(MODEL, model)
            .setAttribute(STREAM, call.streamed());
    if (call.promptId() != null) {
      builder.setAttribute(PROMPT, call.promptId());
    }
    if (call.promptHash() != null) {
      builder.setAttribute(VERSION, call.promptHash());
    }
    if (call.promptOverridden()) {
      builder.setAttribute(OVERRIDDEN, true);
    }
    if (capturesPrompts) {
      builder.setAttribute(MESSAGES, MessageJson.input(call.messages()));
    }
    RequestAttributes.set(builder, call);
    Span span = builder.startSpan();
    Map<String, String> headers = new HashMap<>();
    propagator.inject(parent.with(span), headers, OpenTelemetryBridge::put);
    OutgoingCall traced = call.withAttribute(SPAN, new CallSpan(span, endsByItself));
    for (Map.Entry<String, String> header : headers.entrySet()) {
      traced = traced.withHeader(header.getKey(), header.getValue());
    }
    return traced;
  }

  /**
   * The context of OpenTelemetry, in which tools and callbacks of the call run; spans that a tool
   * opens are children of its own.
   */
  @Override
  public Snapshot capture() {
    return new Captured(Context.current());
  }

  /** The context of a caller; a tool runs below its own span. */
  private record Captured(Context context) implements Snapshot {
    @Override
    public void run(Runnable code) {
      context.wrap(code).run();
    }

    @Override
    public void runTool(CallEvent.ToolStarted tool, Runnable code) {
      Span span =
          tool.call().attributes().get(SPAN) instanceof CallSpan call
              ? call.tool(tool.toolCallId())
              : null;
      (span == null ? context : context.with(span)).wrap(code).run();
    }
  }

  private static void put(@Nullable Map<String, String> map, String name, String value) {
    if (map != null) {
      map.put(name, value);
    }
  }

  @Override
  public void onEvent(CallEvent event) {
    CallSpan call = event.call().attributes().get(SPAN) instanceof CallSpan known ? known : null;
    if (call != null) {
      show(event, call);
      showTool(event, call);
    }
    if (event instanceof CallEvent.Finished end && Measured.isInference(end.call())) {
      measure(end, call);
    }
  }

  private static void show(CallEvent event, CallSpan call) {
    Span span = call.span();
    if (event instanceof CallEvent.Queued) {
      call.begun();
    } else if (event instanceof CallEvent.Sent) {
      call.sent(System.nanoTime());
    } else if (event instanceof CallEvent.FirstToken) {
      span.addEvent("gatewayz.first_token");
      span.setAttribute(FIRST_CHUNK, Measured.seconds(call.firstChunk(System.nanoTime())));
    } else if (event instanceof CallEvent.Retried retry) {
      span.addEvent("gatewayz.retry", failed(retry.failure().getClass().getSimpleName()));
    } else if (event instanceof CallEvent.Requeued again) {
      span.addEvent("gatewayz.requeue", failed(again.failure().getClass().getSimpleName()));
    } else if (event instanceof CallEvent.FellBack fallback) {
      span.addEvent("gatewayz.fallback", failed(fallback.failure().getClass().getSimpleName()));
      span.setAttribute(MODEL, Names.model(event.call().model()));
    } else if (event instanceof CallEvent.Hedged) {
      span.addEvent("gatewayz.hedge");
    } else if (event instanceof CallEvent.Finished end) {
      finish(span, end);
      call.finished();
    }
  }

  private void showTool(CallEvent event, CallSpan call) {
    if (event instanceof CallEvent.ToolStarted start) {
      call.toolStarted(
          start.toolCallId(),
          tracer
              .spanBuilder(Names.EXECUTE_TOOL + " " + start.tool())
              .setParent(Context.root().with(call.span()))
              .setSpanKind(SpanKind.INTERNAL)
              .setAttribute(OPERATION, Names.EXECUTE_TOOL)
              .setAttribute(Names.TOOL, start.tool())
              .setAttribute(Names.TOOL_CALL_ID, start.toolCallId())
              .setAttribute(Names.TOOL_TYPE, Names.FUNCTION)
              .startSpan());
    } else if (event instanceof CallEvent.ToolFinished end) {
      Span tool = call.toolFinished(end.toolCallId());
      if (tool != null) {
        end(tool, end.error());
      }
    }
  }

  private static void end(Span tool, @Nullable String error) {
    if (error != null) {
      tool.setAttribute(ERROR_TYPE, error);
      if (!error.equals(Measured.CANCELLED)) {
        tool.setStatus(StatusCode.ERROR);
      }
    }
    tool.end();
  }

  private static Attributes failed(String type) {
    return Attributes.of(ERROR_TYPE, type);
  }

  private static void finish(Span span, CallEvent.Finished end) {
    if (end.attempts() > 0) {
      span.setAttribute(REQUEST_ID, end.requestId());
    }
    span.setAttribute(ATTEMPTS, (long) end.attempts());
    if (!end.responseId().isEmpty()) {
      span.setAttribute(RESPONSE_ID, end.responseId());
    }
    if (!end.responseModel().isEmpty()) {
      span.setAttribute(RESPONSE_MODEL, Names.model(end.responseModel()));
    }
    if (!end.finishReasons().isEmpty()) {
      span.setAttribute(FINISH_REASONS, end.finishReasons());
    }
    Usage usage = end.usage();
    if (usage != null) {
      span.setAttribute(INPUT, usage.promptTokens());
      span.setAttribute(OUTPUT, usage.completionTokens());
      if (usage.cachedTokens() > 0) {
        span.setAttribute(CACHED, usage.cachedTokens());
      }
      if (usage.cacheWriteTokens() > 0) {
        span.setAttribute(CACHE_WRITTEN, usage.cacheWriteTokens());
      }
      if (usage.reasoningTokens() > 0) {
        span.setAttribute(REASONING, usage.reasoningTokens());
      }
    }
    String error = Measured.errorType(end);
    if (error != null) {
      span.setAttribute(ERROR_TYPE, error);
    }
    if (end.failure() != null) {
      fail(span, end.failure());
    } else if (end.outcome() == Outcome.FAILURE) {
      span.setStatus(StatusCode.ERROR);
    }
  }

  /** The message of an unusable answer shows some of it. */
  private static void fail(Span span, Throwable failure) {
    span.setAttribute(ERROR_TYPE, Measured.errorType(failure));
    if (failure instanceof CancellationException) {
      return;
    }
    boolean isShown = failure instanceof GatewayzException && !(failure instanceof AnswerException);
    span.setStatus(StatusCode.ERROR, isShown ? String.valueOf(failure.getMessage()) : "");
  }

  private void measure(CallEvent.Finished end, @Nullable CallSpan call) {
    Context context = Context.root().with(call == null ? Span.getInvalid() : call.span());
    Attributes attributes = attributes(end.call());
    String error = Measured.errorType(end);
    duration.record(
        Measured.seconds(end.duration()),
        error == null ? attributes : attributes.toBuilder().put(ERROR_TYPE, error).build(),
        context);
    Duration first = call == null ? end.toFirstToken() : call.toFirstChunk();
    if (first != null) {
      firstChunk.record(Measured.seconds(first), attributes, context);
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
            .put(MODEL, Names.model(call.model()));
    if (call.promptId() != null) {
      attributes.put(PROMPT, call.promptId());
    }
    return attributes.build();
  }

  private static Attributes typed(Attributes attributes, String type) {
    return attributes.toBuilder().put(TOKEN_TYPE, type).build();
  }
}
