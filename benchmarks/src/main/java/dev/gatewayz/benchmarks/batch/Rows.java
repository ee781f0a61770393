package dev.gatewayz.benchmarks.batch;

import dev.gatewayz.Concurrency;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.GatewayzBuilder;
import dev.gatewayz.batch.Prompts;
import dev.gatewayz.benchmarks.load.Cost;
import dev.gatewayz.benchmarks.load.Meter;
import dev.gatewayz.flink.ClientSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** What so many rows cost, from the first one asked to the last one answered. */
public final class Rows {
  private static final AtomicReference<Meter> METER = new AtomicReference<>();
  private static final AtomicReference<Cost> COST = new AtomicReference<>();
  private static final AtomicInteger LEFT = new AtomicInteger();

  private Rows() {}

  private static void settings(GatewayzBuilder builder, String base) {
    builder.apiKey("gw_live_0123456789abcdef").apiBase(base).http2PriorKnowledge();
  }

  /** With {@code mapAsync}. */
  public static Cost plain(String base, int inFlight, int rows) {
    GatewayzBuilder builder = Gatewayz.builder().nio();
    settings(builder, base);
    try (Gatewayz client = builder.concurrency(Concurrency.fixed(inFlight)).build()) {
      RowPrompt prompt = new GatewayzRowPrompt(client);
      Stream<Long> source = LongStream.range(0, rows).boxed();
      Meter meter = Meter.start();
      Prompts.mapAsync(source, row -> prompt.ask("row " + row))
          .inFlight(inFlight)
          .forEach(
              row -> {
                if (!row.isAnswered()) {
                  throw new IllegalStateException(row.error());
                }
              })
          .join();
      return meter.stop();
    }
  }

  /** With Flink, on this machine, with one subtask. */
  public static Cost engine(String base, int inFlight, int rows) throws Exception {
    METER.set(null);
    COST.set(null);
    LEFT.set(rows);
    StreamExecutionEnvironment job = StreamExecutionEnvironment.getExecutionEnvironment();
    job.setParallelism(1);
    job.enableCheckpointing(1000);
    dev.gatewayz.flink.Prompts.on(
            job.fromSequence(0, rows - 1L).map(Rows::begun).returns(Types.LONG))
        .client(
            ClientSource.fromEnvironment()
                .concurrency(inFlight, inFlight)
                .with(builder -> settings(builder, base)))
        .prompts(GatewayzRowPrompt::new)
        .key(row -> row)
        .ask((prompt, row) -> prompt.ask("row " + row), String.class)
        .inFlight(inFlight)
        .apply("rows")
        .answers()
        .map(answer -> ended())
        .returns(Types.INT)
        .sinkTo(new DiscardingSink<>());
    job.execute();
    Cost cost = COST.get();
    if (cost == null) {
      throw new IllegalStateException(LEFT.get() + " rows were not answered.");
    }
    return cost;
  }

  private static Long begun(Long row) {
    if (METER.get() == null) {
      METER.set(Meter.start());
    }
    return row;
  }

  private static int ended() {
    Meter meter = METER.get();
    if (LEFT.decrementAndGet() == 0 && meter != null) {
      COST.set(meter.stop());
    }
    return 1;
  }
}
