package dev.gatewayz.benchmarks.jmh;

import dev.gatewayz.chat.Usage;
import dev.gatewayz.internal.account.CallUsage;
import dev.gatewayz.usage.Outcome;
import dev.gatewayz.usage.UsageSource;
import dev.gatewayz.usage.UsageTracker;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** A call that has ended being counted, by one thread and by two at once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class UsageRecordingBenchmark {
  private final UsageTracker tracker = new UsageTracker();
  private final CallUsage call =
      new CallUsage(
          "EarningsAnalyst.summarise",
          "gatewayz/openai/gpt-4o-mini",
          Outcome.SUCCESS,
          Map.of(),
          1,
          UsageSource.REPORTED,
          new Usage(100, 24, 124, 0, 0, 0),
          null);

  /** Counts. */
  @Benchmark
  @Threads(1)
  public void alone() {
    tracker.record(call);
  }

  /** Counts while another thread does. */
  @Benchmark
  @Threads(2)
  public void contended() {
    tracker.record(call);
  }
}
