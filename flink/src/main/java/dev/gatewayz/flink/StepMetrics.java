package dev.gatewayz.flink;

import java.math.BigDecimal;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.IntSupplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;

/** What a subtask tells of its rows, in the group {@code gatewayz} of its operator. Thread-safe. */
final class StepMetrics {
  /** Within the group of an operator. */
  static final String GROUP = "gatewayz";

  private final Counter answers;
  private final Counter deadLetters;
  private final Counter askedAgain;
  private final Counter calls;
  private final Counter attempts;
  private final Counter promptTokens;
  private final Counter completionTokens;
  private final DoubleAdder cost = new DoubleAdder();

  StepMetrics(MetricGroup parent, IntSupplier window, IntSupplier inFlight) {
    MetricGroup group = parent.addGroup(GROUP);
    answers = counter(group, "answers");
    deadLetters = counter(group, "deadLetters");
    askedAgain = counter(group, "askedAgain");
    calls = counter(group, "calls");
    attempts = counter(group, "attempts");
    promptTokens = counter(group, "promptTokens");
    completionTokens = counter(group, "completionTokens");
    group.<Double, Gauge<Double>>gauge("cost", cost::sum);
    group.<Integer, Gauge<Integer>>gauge("window", window::getAsInt);
    group.<Integer, Gauge<Integer>>gauge("inFlight", inFlight::getAsInt);
  }

  private static Counter counter(MetricGroup group, String name) {
    return group.counter(name, new ThreadSafeSimpleCounter());
  }

  void askedAgain() {
    askedAgain.inc();
  }

  void count(Outcome<?, ?> outcome) {
    (outcome instanceof AnswerValue ? answers : deadLetters).inc();
    RowUsageValue usage = outcome.usage();
    calls.inc(usage.calls());
    attempts.inc(usage.attempts());
    promptTokens.inc(usage.promptTokens());
    completionTokens.inc(usage.completionTokens());
    BigDecimal dollars = usage.cost();
    if (dollars != null) {
      cost.add(dollars.doubleValue());
    }
  }
}
