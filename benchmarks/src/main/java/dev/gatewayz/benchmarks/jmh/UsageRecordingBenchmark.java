package dev.gatewayz.benchmarks.jmh;

import dev.gatewayz.chat.Usage;
import dev.gatewayz.internal.account.CallUsage;
import dev.gatewayz.internal.account.UsageCounter;
import dev.gatewayz.usage.Outcome;
import dev.gatewayz.usage.UsageSource;
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
  private final UsageCounter counter = new UsageCounter();
  private final CallUsage call =
      new CallUsage(
          "EarningsAnalyst.summarise",
          "gatewayz/openai/gpt-4o-mini",
          Outcome.SUCCESS,
          Map.of(),
          1,
          UsageSource.REPORTED,
          Usage.of(100, 24),
          null);

  /** Counts. */
  @Benchmark
  @Threads(1)
  public void alone() {
    counter.record(call);
  }

  /** Counts while another thread does. */
  @Benchmark
  @Threads(2)
  public void contended() {
    counter.record(call);
  }
}
