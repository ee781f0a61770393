package dev.gatewayz.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.gatewayz.internal.json.ElementSplitter;
import dev.gatewayz.internal.json.TextTokens;
import dev.gatewayz.internal.sse.SseDecoder;
import dev.gatewayz.internal.sse.SseEvents;
import dev.gatewayz.internal.sse.SseException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Four times as much of something odd is four times the work, not sixteen times: counted in bytes
 * on the heap, and in the bytes of events that are looked at.
 */
@Tag("allocation")
class LinearWorkTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int MAX_EVENT = 1 << 20;
  private static final int SIZE = 8_000;

  /** Something odd, of about so many bytes. */
  private enum Odd {
    EVENTS_A_BYTE_AT_A_TIME(1, n -> event("x", "").repeat(n / 200)),
    ONE_EVENT_A_BYTE_AT_A_TIME(1, n -> event("x".repeat(n), "")),
    NOTHING_BUT_ESCAPES(n -> event("\\n\\u00e9\\\"".repeat(n / 10), "")),
    ESCAPES_A_BYTE_AT_A_TIME(1, n -> event("\\n\\u00e9\\\"".repeat(n / 10), "")),
    NESTED_DEEPLY(n -> event("x", ",\"a\":" + "[".repeat(150) + "]".repeat(150)).repeat(n / 400)),
    NESTED_TOO_DEEPLY(n -> event("x", ",\"a\":" + "[".repeat(n / 2) + "]".repeat(n / 2))),
    HUGE_NUMBERS(n -> event("x", (",\"a\":" + "7".repeat(900)).repeat(n / 900))),
    HUGE_TIMES(n -> event("x", ",\"created\":" + "7".repeat(40)).repeat(n / 200)),
    MEMBERS_WITHOUT_END(n -> event("x", ",\"a\":\"b\"".repeat(n / 8))),
    LINES_WITHOUT_DATA(n -> ": ping\n\n".repeat(n / 8)),
    EMPTY_LINES(n -> "\r\n".repeat(n / 2)),
    DATA_OF_SINGLE_LETTERS(n -> "data: 1\n".repeat(n / 8) + "\n");

    private final int frame;
    private final IntFunction<String> stream;

    Odd(IntFunction<String> stream) {
      this(16 * 1024, stream);
    }

    Odd(int frame, IntFunction<String> stream) {
      this.frame = frame;
      this.stream = stream;
    }
  }

  /** An odd text, fed character by character. */
  private enum OddText {
    ONE_LONG_TEXT(n -> "[\"" + "x".repeat(n) + "\"]"),
    ESCAPES(n -> "[\"" + "\\n\\\"".repeat(n / 4) + "\"]"),
    MANY_ELEMENTS(n -> "[" + "{\"a\":1},".repeat(n / 8) + "1]"),
    NESTED(n -> "[" + ("[".repeat(50) + "]".repeat(50) + ",").repeat(n / 100) + "1]");

    private final IntFunction<String> text;

    OddText(IntFunction<String> text) {
      this.text = text;
    }
  }

  private static String event(String text, String more) {
    return "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\""
        + text
        + "\"}}]"
        + more
        + "}\n\n";
  }

  private interface Work {
    long run(int size) throws SseException;
  }

  private static void assertLinear(Work work) throws SseException {
    work.run(SIZE);
    long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    long seen = work.run(SIZE);
    long once = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    long seenOfMore = work.run(4 * SIZE);
    long allocatedOfMore = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - once;
    assertThat(allocatedOfMore).isLessThan(8 * (once - before) + 64 * 1024);
    assertThat(seenOfMore).isLessThanOrEqualTo(5 * seen);
  }

  @ParameterizedTest
  @EnumSource
  void ofStreams(Odd odd) throws SseException {
    ChunkReader reader = new ChunkReader();
    assertLinear(size -> decode(reader, bytes(odd.stream.apply(size)), odd.frame));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static long decode(ChunkReader reader, byte[] stream, int frame) throws SseException {
    Looks looks = new Looks(reader);
    SseDecoder decoder = new SseDecoder(MAX_EVENT);
    byte[] arrived = new byte[frame];
    for (int at = 0; at < stream.length; at += frame) {
      int length = Math.min(frame, stream.length - at);
      System.arraycopy(stream, at, arrived, 0, length);
      decoder.decode(arrived, 0, length, looks);
    }
    decoder.end(looks);
    assertThat(looks.bytes).isLessThanOrEqualTo(2L * stream.length);
    return looks.bytes;
  }

  /** Counts the bytes of events that are compared and read: each at most once for either. */
  private static final class Looks implements SseEvents {
    private final ChunkReader reader;
    private long bytes;

    Looks(ChunkReader reader) {
      this.reader = reader;
    }

    @Override
    public int onEventStart(byte[] bytes, int start, int end) {
      int next = reader.readKnown(bytes, start, end, null);
      this.bytes += next < 0 ? 0 : next - start;
      return next;
    }

    @Override
    public boolean onEvent(byte[] bytes, int offset, int length, boolean isError) {
      this.bytes += length;
      try {
        reader.readEvent(bytes, offset, length, null);
      } catch (tools.jackson.core.JacksonException e) {
        // Not JSON, or nested too deeply: to find that out must not cost more either.
        return true;
      }
      return true;
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofElements(OddText odd) throws SseException {
    assertLinear(
        size -> {
          ElementSplitter splitter = new ElementSplitter();
          long[] seen = new long[1];
          String text = odd.text.apply(size);
          for (int i = 0; i < text.length(); i++) {
            String piece = text.substring(i, i + 1);
            splitter.feed(piece, element -> seen[0] += read(element));
          }
          assertThat(splitter.isComplete()).isTrue();
          assertThat(seen[0]).isPositive();
          return seen[0];
        });
  }

  private static long read(String element) {
    TextTokens tokens = new TextTokens(element);
    int count = 0;
    while (tokens.next() != null) {
      count++;
    }
    return count;
  }
}
