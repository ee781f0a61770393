package dev.gatewayz.benchmarks.jmh;

import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.Rendering;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A prompt and an argument to the bytes of a request, as generated code does it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RequestWritingBenchmark {
  private static final Prompt PROMPT =
      Prompt.of(
          "RequestWritingBenchmark.write",
          "0",
          "gatewayz/bench/call",
          "\"temperature\":0.2",
          "{\"role\":\"user\",\"content\":\"Summarise this earnings call in one sentence:\\n",
          "\"}");

  /** What the argument is written in. */
  public enum Script {
    /** English, with a line end and quotation marks now and then. */
    ASCII("Good afternoon, and \"welcome\" to the earnings call of Northwind Turbines.\n"),
    /** Characters below 256, which a {@code String} keeps a byte each. */
    LATIN("Schönen Nachmittag und herzlich willkommen zur Größe der Zürcher Geschäfte.\n"),
    /** Characters of two and three bytes, and some of four. */
    UNICODE("下午好，欢迎参加财报电话会议。Καλησπέρα σας και καλώς ήρθατε 😀\n");

    private final String sentence;

    Script(String sentence) {
      this.sentence = sentence;
    }
  }

  /** How many characters the argument has. */
  @Param({"100", "10000", "1000000"})
  public int length;

  /** What it is written in. */
  @Param public Script script = Script.ASCII;

  private String argument = "";

  /** Makes the argument. */
  @Setup
  public void prepare() {
    argument =
        script.sentence.repeat(length / script.sentence.length() + 1).substring(0, length - 1);
  }

  /** Writes a request. */
  @Benchmark
  public Rendering write() {
    return PROMPT.render().raw(0).text("text", argument).raw(1);
  }
}
