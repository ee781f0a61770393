package dev.gatewayz.observe;

import dev.gatewayz.chat.Usage;
import dev.gatewayz.internal.log.NamedLog;
import dev.gatewayz.usage.Outcome;
import dev.gatewayz.usage.UsageSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes one line for each call that has ended, of pairs as in {@code outcome=SUCCESS}: the prompt,
 * the model, the outcome, how long it took, requests, tokens, cost in US dollars, why the model
 * stopped, the request id, and the tags of the call. What nobody knows is left out. No line holds a
 * prompt, an answer or a key; {@link dev.gatewayz.intercept.ExchangeLog} writes those.
 *
 * <pre>{@code
 * Gatewayz.builder().listener(new CallLog()).build();
 * }</pre>
 *
 * <p>Lines are written on event loops: where there are many calls, the log should not wait for a
 * disk. Thread-safe.
 */
public final class CallLog implements GatewayzListener {
  private static final String LOGGER = "dev.gatewayz.calls";

  private final Consumer<String> good;
  private final Consumer<String> bad;

  /**
   * A log that writes to the {@link System.Logger} named {@code dev.gatewayz.calls}: calls that
   * have failed at level {@code WARNING}, all others at {@code INFO}.
   */
  public CallLog() {
    NamedLog log = new NamedLog(LOGGER);
    this.good = log::info;
    this.bad = log::warning;
  }

  /**
   * A log that writes elsewhere, as in {@code new CallLog(logger::info)} for a logger of SLF4J.
   *
   * @param lines takes each line, on event loops, several at a time
   */
  public CallLog(Consumer<String> lines) {
    this.good = Objects.requireNonNull(lines, "lines");
    this.bad = lines;
  }

  @Override
  public void onEvent(CallEvent event) {
    if (event instanceof CallEvent.Finished end) {
      (end.outcome() == Outcome.FAILURE ? bad : good).accept(line(end));
    }
  }

  private static String line(CallEvent.Finished end) {
    CallSubject call = end.call();
    Usage usage = end.usage();
    Line line = new Line();
    line.add("prompt", call.promptId());
    line.add("model", call.model());
    line.add("outcome", end.outcome());
    line.add("error", end.failure() == null ? null : end.failure().getClass().getSimpleName());
    line.add("millis", end.duration().toMillis());
    line.add("firstTokenMillis", millis(end.toFirstToken()));
    line.add("requests", end.attempts());
    line.add("promptTokens", usage == null ? null : usage.promptTokens());
    line.add("completionTokens", usage == null ? null : usage.completionTokens());
    line.add("tokens", end.source() == UsageSource.ESTIMATED ? "estimated" : null);
    line.add("cost", cost(end.cost()));
    line.add("finish", end.finishReasons().isEmpty() ? null : end.finishReasons().get(0));
    line.add("requestId", end.requestId());
    call.tags().forEach(line::add);
    return line.toString();
  }

  private static @Nullable Long millis(@Nullable Duration duration) {
    return duration == null ? null : duration.toMillis();
  }

  private static @Nullable String cost(@Nullable BigDecimal cost) {
    return cost == null ? null : cost.toPlainString();
  }

  /** Pairs; a value that would not stand for itself is in quotes. */
  private static final class Line {
    private final StringBuilder text = new StringBuilder();

    void add(String name, @Nullable Object value) {
      String shown = value == null ? "" : value.toString();
      if (!shown.isEmpty()) {
        text.append(text.isEmpty() ? "" : " ").append(plain(name)).append('=').append(plain(shown));
      }
    }

    private static String plain(String value) {
      StringBuilder quoted = new StringBuilder();
      boolean isPlain = true;
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        boolean isOdd = c <= ' ' || c == '"' || c == '\\' || c == '=' || c == 0x7f;
        boolean breaks = c < ' ' || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029;
        isPlain = isPlain && !isOdd && !breaks;
        if (breaks) {
          quoted.append(String.format("\\u%04x", (int) c));
        } else {
          quoted.append(c == '"' || c == '\\' ? "\\" : "").append(c);
        }
      }
      return isPlain ? value : "\"" + quoted + "\"";
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
