package dev.gatewayz.internal.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.internal.sse.SseDecoder;
import dev.gatewayz.internal.sse.SseEvents;
import dev.gatewayz.internal.sse.SseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

/** The fast ways to read a chunk say the same as the plain one, whatever the bytes. */
class ChunkReaderTest {
  private static final String MODEL = "gatewayz/a/b";

  /** One for all documents, since it remembers words from one to the next. */
  private static final AnswerScanner SCANNER = new AnswerScanner();

  private static final String PUNCTUATION = "{}[]\",:0123456789-+.eEtfn\\/ \n";

  /** Documents as servers send them; the fuzzers below take them apart. */
  static final List<String> SEEDS =
      List.of(
          """
          {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1790000000,"model":"openai/gpt-4o",\
          "choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":null}]}""",
          """
          {"id":"u","object":"chat.completion.chunk","created":0,"model":"m","system_fingerprint":"fp",\
          "choices":[{"index":0,"delta":{"role":"assistant","content":""},"logprobs":null,\
          "finish_reason":null}]}""",
          """
          {"choices":[{"delta":{"content":"a\\n\\"b\\\\ \\u00e9\\ud83d\\ude00 é😀"},"index":0}],"created":17,\
          "id":"x"}""",
          """
          {"id":"u","choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":9,\
          "completion_tokens":2,"total_tokens":11,"prompt_tokens_details":{"cached_tokens":4},\
          "completion_tokens_details":{"reasoning_tokens":1}}}""",
          """
          {"id":"u","choices":[],"usage":{"prompt_tokens":-9,"completion_tokens":2.5e0}}""",
          """
          {"choices":[{"index":1,"delta":{"reasoning_content":"hm","reasoning":"ha","refusal":"no"}}]}""",
          """
          {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"c","function":{"name":"f",\
          "arguments":"{}"}}],"content":null}}]}""",
          """
          {"error":{"message":"x"},"choices":[]}""",
          """
          {"error":null,"choices":[{"message":{"role":"assistant","content":"Hi","tool_calls":[]},\
          "finish_reason":"length","index":0}],"gateway_usage":{"provider":"p","cost_usd":0.000012,"n":1},\
          "x":[1,-0.5e-7,true,false,null,{"y":[[]],"z":{}}]}""",
          """
          { "choices" : [ null , 7 , { "index" : 0 , "delta" : { "content" : [ "a" ] } , "usage" : {} } ] }""",
          """
          {"service_tier":"x","id":"u","choices":[{"index":0,"logprobs":{"a":[1, 2]},"delta":{"content":"Hi"}}],\
          "cost_usd":0.5,"usage":{"cost":1e-3,"estimated_cost":NaN,"is_byok":false}}""",
          """
          {"obfuscation":"ab","choices":[],"usage":{"cost":{"total_cost":0.1},"queue_time":0.25}}""",
          "[]",
          "{}",
          "7");

  @Test
  void seedsAreReadAlike() {
    for (String seed : SEEDS) {
      assertSame(seed.getBytes(UTF_8));
    }
  }

  @Test
  void aWordIsOnlyTheSameAsTheLastIfItIsWrittenWithoutEscapes() {
    for (String model : List.of("a\\\\n", "a\\n", "a\\\\n", "ab", "a\\u0062")) {
      assertThat(assertSame(("{\"choices\":[],\"model\":\"" + model + "\"}").getBytes(UTF_8)))
          .isTrue();
    }
  }

  @Test
  void mutatedDocumentsAreReadAlike() {
    Random random = new Random(1);
    int scanned = 0;
    for (int run = 0; run < 150_000; run++) {
      scanned += assertSame(mutated(random)) ? 1 : 0;
    }
    // The scanner that is always unsure would pass, too.
    assertThat(scanned).isGreaterThan(20_000);
  }

  @Test
  void mutatedStreamsAreReadAlikeHoweverTheyAreSplit() {
    Random random = new Random(2);
    int known = 0;
    for (int run = 0; run < 20_000; run++) {
      byte[] stream = stream(random);
      Reading plain = new Reading(null);
      plain.decode(stream, random.nextInt(40) + 1);
      Reading fast = new Reading(new ChunkReader());
      fast.decode(stream, random.nextBoolean() ? stream.length : random.nextInt(400) + 1);
      assertThat(fast.seen).as(() -> new String(stream, ISO_8859_1)).isEqualTo(plain.seen);
      known += fast.known;
    }
    assertThat(known).isGreaterThan(20_000);
  }

  /** However an event is framed, and wherever the network has split it. */
  @ParameterizedTest
  @CsvSource({
    "data:, \\n\\n, 4096",
    "data:, \\r\\n\\r\\n, 4096",
    "data:, \\r\\r, 4096",
    "id: 7\\ndata:, \\n\\n, 4096",
    "data:, \\n\\n, 100",
    "data:, \\n\\n, 1"
  })
  void whatLooksLikeAnEarlierEventIsNotParsed(String before, String behind, int step) {
    String event = (before + SEEDS.get(0) + behind).translateEscapes();
    Reading fast = new Reading(new ChunkReader());
    fast.decode(event.repeat(10).getBytes(UTF_8), step);
    assertThat(fast.known).isEqualTo(9);
  }

  /** White space is the server's affair, but where the line ends is not. */
  @Test
  void dataOfSeveralLinesIsNoPatternForOne() {
    String json = SEEDS.get(0);
    int comma = json.indexOf(',') + 1;
    String lines = "data:" + json.substring(0, comma) + "\ndata:" + json.substring(comma) + "\n\n";
    String broken = "data:" + json.substring(0, comma) + "\n" + json.substring(comma) + "\n\n";
    Reading fast = new Reading(new ChunkReader());
    fast.decode((lines + broken).getBytes(UTF_8), 4096);
    assertThat(fast.seen).last().isEqualTo("not JSON");
  }

  /** Whether both read it, or both refuse it; returns whether the scanner was sure. */
  private static boolean assertSame(byte[] json) {
    AnswerFields expected = new AnswerFields();
    String expectedText;
    try {
      AnswerReader.read(json, 0, json.length, expected);
      expectedText = describe(expected);
    } catch (JacksonException e) {
      expectedText = "not JSON";
    }
    AnswerFields fields = new AnswerFields();
    if (!SCANNER.read(json, 0, json.length, fields)) {
      return false;
    }
    assertThat(describe(fields)).as(() -> new String(json, ISO_8859_1)).isEqualTo(expectedText);
    return true;
  }

  private static String describe(AnswerFields fields) {
    if (fields.hasError()) {
      return "error";
    }
    return fields.hasChoices()
        + " "
        + fields.cost()
        + fields.toChunk(MODEL, "")
        + fields.toCompletion(MODEL);
  }

  private static byte[] mutated(Random random) {
    byte[] seed = SEEDS.get(random.nextInt(SEEDS.size())).getBytes(UTF_8);
    int changes = random.nextInt(4);
    for (int i = 0; i < changes && seed.length > 0; i++) {
      seed = change(seed, random);
    }
    return seed;
  }

  private static byte[] change(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    int length = Math.min(random.nextInt(8), bytes.length - at);
    byte[] other = SEEDS.get(random.nextInt(SEEDS.size())).getBytes(UTF_8);
    int from = random.nextInt(other.length);
    int size = Math.min(random.nextInt(12), other.length - from);
    return switch (random.nextInt(6)) {
      case 0 -> {
        byte[] changed = bytes.clone();
        changed[at] = (byte) random.nextInt(256);
        yield changed;
      }
      case 1 -> {
        byte[] changed = bytes.clone();
        changed[at] = (byte) PUNCTUATION.charAt(random.nextInt(PUNCTUATION.length()));
        yield changed;
      }
      case 2 -> spliced(bytes, at, at + length, other, from, from);
      case 3 -> spliced(bytes, at, at, other, from, from + size);
      case 4 -> spliced(bytes, at, at + length, other, from, from + size);
      default -> spliced(bytes, at, bytes.length, other, from, from);
    };
  }

  private static byte[] spliced(byte[] bytes, int at, int to, byte[] other, int from, int until) {
    byte[] result = new byte[at + until - from + bytes.length - to];
    System.arraycopy(bytes, 0, result, 0, at);
    System.arraycopy(other, from, result, at, until - from);
    System.arraycopy(bytes, to, result, at + until - from, bytes.length - to);
    return result;
  }

  /** A stream of which most events look alike, as in life. */
  private static byte[] stream(Random random) {
    String seed = SEEDS.get(random.nextInt(3));
    StringBuilder text = new StringBuilder();
    int events = 2 + random.nextInt(6);
    for (int i = 0; i < events; i++) {
      String event =
          seed.replace("Hi", "t" + "é".repeat(random.nextInt(3)) + i).replace("1790", "179");
      if (random.nextInt(12) == 0) {
        event = new String(change(event.getBytes(UTF_8), random), ISO_8859_1);
      }
      text.append(random.nextInt(20) == 0 ? "data:" : "data: ").append(event);
      text.append(random.nextInt(20) == 0 ? "\r\n\r\n" : "\n\n");
      if (random.nextInt(10) == 0) {
        text.append(": keep-alive\n\n");
      }
    }
    return text.toString().getBytes(UTF_8);
  }

  /** Reads a stream the fast way, or the plain way where there is no fast reader. */
  private static final class Reading implements SseEvents {
    private final ChunkReader fast;
    private final List<String> seen = new ArrayList<>();
    private int known;

    Reading(ChunkReader fast) {
      this.fast = fast;
    }

    void decode(byte[] stream, int step) {
      SseDecoder decoder = new SseDecoder(1 << 20);
      byte[] scratch = new byte[stream.length];
      try {
        for (int at = 0; at < stream.length; at += step) {
          int length = Math.min(step, stream.length - at);
          // The scratch keeps what was in it before, as it does in life.
          System.arraycopy(stream, at, scratch, 0, length);
          decoder.decode(scratch, 0, length, this);
        }
        decoder.end(this);
      } catch (SseException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public int onEventStart(byte[] bytes, int start, int end) {
      if (fast == null) {
        return -1;
      }
      int next = fast.readKnown(bytes, start, end, "");
      if (next >= 0) {
        known++;
        seen.add(describe(fast.fields()));
      }
      return next;
    }

    @Override
    public boolean onEvent(byte[] bytes, int offset, int length, boolean isError) {
      AnswerFields fields = fast == null ? new AnswerFields() : fast.fields();
      try {
        if (fast == null) {
          AnswerReader.read(bytes, offset, length, fields);
        } else {
          fast.readEvent(bytes, offset, length, "");
          known += fields.shape == null ? 0 : 1;
        }
        seen.add(describe(fields) + isErrorMark(isError));
      } catch (JacksonException e) {
        seen.add("not JSON" + isErrorMark(isError));
      }
      return true;
    }

    private static String isErrorMark(boolean isError) {
      return isError ? " as error" : "";
    }
  }
}
