package dev.gatewayz.benchmarks.jmh;

import dev.gatewayz.internal.sse.SseDecoder;
import dev.gatewayz.internal.sse.SseEvents;
import dev.gatewayz.internal.sse.SseException;
import dev.gatewayz.internal.wire.AnswerFields;
import dev.gatewayz.internal.wire.ChunkReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Bytes of an event stream to text and usage, as an event loop does it. An operation is a stream.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DecodingBenchmark {
  private static final int MAX_EVENT = 16 * 1024 * 1024;

  /** What the stream looks like. */
  @Param public EventShape shape = EventShape.ALIKE;

  /** How many bytes arrive at once. */
  @Param({"16384", "1"})
  public int frame;

  private final ChunkReader reader = new ChunkReader();
  private byte[] stream = {};
  private byte[] scratch = {};

  /** What is counted beside streams, against processor time, which a busy machine leaves alone. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Decoded {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private long bytes;
    private long chunks;
    private long start;

    /** Begins an iteration. */
    @Setup(Level.Iteration)
    public void reset() {
      bytes = 0;
      chunks = 0;
      start = THREADS.getCurrentThreadCpuTime();
    }

    /** Bytes in a nanosecond on the processor, which is gigabytes in a second. */
    public double gigabytesPerCpuSecond() {
      return (double) bytes / (THREADS.getCurrentThreadCpuTime() - start);
    }

    /** Nanoseconds on the processor for a chunk. */
    public double cpuNanosPerChunk() {
      return (THREADS.getCurrentThreadCpuTime() - start) / (double) chunks;
    }
  }

  /** Encodes the stream. */
  @Setup
  public void encode() {
    stream = shape.stream();
    scratch = new byte[frame];
  }

  /** Decodes a stream. */
  @Benchmark
  public void decode(Decoded decoded, Blackhole hole) throws SseException {
    Receiver receiver = new Receiver(reader, hole);
    SseDecoder decoder = new SseDecoder(MAX_EVENT);
    for (int at = 0; at < stream.length; at += frame) {
      int length = Math.min(frame, stream.length - at);
      System.arraycopy(stream, at, scratch, 0, length);
      decoder.decode(scratch, 0, length, receiver);
    }
    decoded.bytes += stream.length;
    decoded.chunks += receiver.chunks;
  }

  private static final class Receiver implements SseEvents {
    private final ChunkReader reader;
    private final Blackhole hole;
    private int chunks;

    Receiver(ChunkReader reader, Blackhole hole) {
      this.reader = reader;
      this.hole = hole;
    }

    @Override
    public int onEventStart(byte[] bytes, int start, int end) {
      int next = reader.readKnown(bytes, start, end, null);
      if (next >= 0) {
        consume(reader.fields());
      }
      return next;
    }

    @Override
    public boolean onEvent(byte[] bytes, int offset, int length, boolean isError) {
      reader.readEvent(bytes, offset, length, null);
      consume(reader.fields());
      return true;
    }

    private void consume(AnswerFields fields) {
      chunks++;
      hole.consume(fields.choiceCount() == 0 ? fields.usage() : fields.choice(0).content());
    }
  }
}
