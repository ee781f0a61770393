package dev.gatewayz.codegen;

import dev.gatewayz.benchmarks.client.Brief;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The text of an answer to a record. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class TypedReadingBenchmark {
  private static final AnswerType<Brief> ANSWER = AnswerType.of(Brief::read);

  /** The answer; not constant, so that it is read each time. */
  public String text =
      "{\"headline\":\"Services carry the quarter\",\"bullets\":[\"Revenue up 12 %\",\"Margins flat at"
          + " 21.4 %\",\"Soft winter ahead\"],\"sentiment\":\"NEUTRAL\",\"confidence\":0.85,\"pages\":12}";

  /** As a model writes it by rule. */
  @Benchmark
  public Brief strict() {
    return ANSWER.read(text);
  }

  /** As a model writes it in spite of the rule: inside a Markdown fence. */
  @Benchmark
  public Brief fenced() {
    return ANSWER.read("```json\n" + text + "\n```");
  }
}
