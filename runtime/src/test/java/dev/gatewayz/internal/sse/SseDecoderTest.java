package dev.gatewayz.internal.sse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SseDecoderTest {
  private static final int LIMIT = 1 << 20;

  /** Every case of the web platform tests, whole, at every split in two, and byte by byte. */
  @TestFactory
  Stream<DynamicTest> webPlatformTests() throws IOException {
    return cases()
        .map(
            test ->
                DynamicTest.dynamicTest(
                    (String) test.get("id"),
                    () -> {
                      byte[] bytes = Base64.getDecoder().decode((String) test.get("bytes"));
                      List<String> expected = new ArrayList<>();
                      for (Object event : (List<?>) test.get("events")) {
                        expected.add((String) ((Map<?, ?>) event).get("data"));
                      }
                      assertThat(decode(List.of(bytes))).isEqualTo(expected);
                      assertThat(decode(single(bytes))).isEqualTo(expected);
                      for (int i = 0; i <= bytes.length; i++) {
                        assertThat(decode(split(bytes, i)))
                            .as("split at %d", i)
                            .isEqualTo(expected);
                      }
                    }));
  }

  @SuppressWarnings("unchecked")
  private static Stream<Map<String, Object>> cases() throws IOException {
    try (InputStream in = SseDecoderTest.class.getResourceAsStream("/sse/wpt.json")) {
      byte[] json = in.readAllBytes();
      Map<String, Object> document = (Map<String, Object>) Json.read(json, 0, json.length);
      return ((List<Map<String, Object>>) document.get("cases")).stream();
    }
  }

  @Test
  void aStreamSplitAnywhereGivesTheSameEvents() {
    String stream =
        "\uFEFFdata: {\"a\":\"😀 \u2028\"}\r\n\r\n: keep-alive\n\nevent: x\rdata:b\rdata: c\r\r"
            + "data:\n\nid: 1\ndata: [DONE]\n\n";
    byte[] bytes = stream.getBytes(UTF_8);
    List<String> whole = decode(List.of(bytes));
    assertThat(whole).containsExactly("{\"a\":\"😀 \u2028\"}", "b\nc", "", "[DONE]");
    for (int i = 0; i <= bytes.length; i++) {
      for (int j = i; j <= bytes.length; j++) {
        List<byte[]> parts =
            List.of(
                Arrays.copyOfRange(bytes, 0, i),
                Arrays.copyOfRange(bytes, i, j),
                Arrays.copyOfRange(bytes, j, bytes.length));
        assertThat(decode(parts)).isEqualTo(whole);
      }
    }
  }

  @Test
  void randomStreamsGiveTheSameEventsHoweverTheyAreSplit() {
    Random random = new Random(7);
    String alphabet = "data: event:error\r\n\r\n\n:x\uFEFF😀{}";
    for (int run = 0; run < 3_000; run++) {
      StringBuilder text = new StringBuilder();
      int pieces = random.nextInt(12);
      for (int i = 0; i < pieces; i++) {
        int from = random.nextInt(alphabet.length());
        int to = from + random.nextInt(alphabet.length() - from + 1);
        text.append(alphabet, from, to);
      }
      byte[] bytes = text.toString().getBytes(UTF_8);
      List<String> whole = decode(List.of(bytes));
      assertThat(decode(single(bytes))).as("%s", text).isEqualTo(whole);
      int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
      assertThat(decode(split(bytes, at))).as("%s", text).isEqualTo(whole);
    }
  }

  /** As servers and what stands before them send it; events are parted by a bar. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      quoteCharacter = '\0',
      value = {
        ": OPENROUTER PROCESSING~~data: {1}~~:~~: x~data: {2}~~ = {1}|{2}",
        "data: : OPENROUTER PROCESSING~~data: {1}~~data: : x~~data::~~data: {2}~~ = {1}|{2}",
        "data: : x~data: {1}~~ = {1}",
        "data: {\"a\"~data: :1}~~ = {\"a\"~:1}",
        "data: []~~data: {1}~~ = []|{1}",
        "data: [{1},{2}]~~ = [{1},{2}]",
        "event: ping~data: {}~~data:{1}~~ = {1}",
        "data: 0~event: keep-alive~data: 1~~event: message~data:{1}~~ = {1}",
        "data: ~~data~~data: {1}~~ = ||{1}",
        "id: 7~retry: 10~data: {1}~~data: [DONE]~~ = {1}|[DONE]",
        "~~~data: {1}~~~~ = {1}",
        "DATA: no~data : no~ data: no~data: {1}~~ = {1}",
      })
  void whatServersSendIsTheSameWithEachLineEndAndEachSplit(String stream, String events) {
    List<String> expected = List.of(events.replace('~', '\n').split("\\|"));
    for (String lineEnd : List.of("\n", "\r", "\r\n")) {
      for (String start : List.of("", "\uFEFF")) {
        byte[] bytes = (start + stream.replace("~", lineEnd)).getBytes(UTF_8);
        assertThat(decode(single(bytes))).isEqualTo(expected);
        for (int i = 0; i <= bytes.length; i++) {
          assertThat(decode(split(bytes, i))).as("split at %d", i).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void bytesThatAreNoUtf8ArePassedOnAsTheyAre() {
    byte[] bytes = "data: a?b\n\ndata: ??\n\n".getBytes(UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '?' ? (byte) 0xc3 : bytes[i];
    }
    assertThat(decode(List.of(bytes))).containsExactly("a\ufffdb", "\ufffd\ufffd");
    assertThat(decode(single(bytes))).containsExactly("a\ufffdb", "\ufffd\ufffd");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"event: error\ndata: no\n\n", "error: no\n\n", "event:error\ndata:no\n\n"})
  void eventsOfTypeErrorAreMarked(String stream) throws SseException {
    List<Boolean> errors = new ArrayList<>();
    SseDecoder decoder = new SseDecoder(LIMIT);
    byte[] bytes = stream.getBytes(UTF_8);
    decoder.decode(
        bytes,
        0,
        bytes.length,
        (data, offset, length, isError) -> {
          assertThat(new String(data, offset, length, UTF_8)).isEqualTo("no");
          errors.add(isError);
          return true;
        });
    assertThat(errors).containsExactly(true);
  }

  @Test
  void theTypeOfAnEventDoesNotOutliveIt() throws SseException {
    List<Boolean> errors = new ArrayList<>();
    SseDecoder decoder = new SseDecoder(LIMIT);
    byte[] bytes = "event: error\n\ndata: fine\n\n".getBytes(UTF_8);
    decoder.decode(bytes, 0, bytes.length, (data, o, l, isError) -> errors.add(isError));
    assertThat(errors).containsExactly(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"data: [DONE]", "data: [DONE]\n", "data: [DONE]\r", "data: [DONE]\n\n"})
  void anEventWithoutBlankLineIsHandedOnAtTheEnd(String stream) throws SseException {
    List<String> events = new ArrayList<>();
    SseDecoder decoder = new SseDecoder(LIMIT);
    byte[] bytes = stream.getBytes(UTF_8);
    SseEvents collect = collectInto(events);
    decoder.decode(bytes, 0, bytes.length, collect);
    decoder.end(collect);
    assertThat(events).containsExactly("[DONE]");
  }

  @Test
  void anEventOfTheLargestSizePasses() {
    byte[] line = ("data:" + "x".repeat(95) + "\n\n").getBytes(UTF_8);
    assertThat(decode(List.of(line), 100)).containsExactly("x".repeat(95));
    assertThat(decode(single(line), 100)).containsExactly("x".repeat(95));

    // The ends of its lines count.
    String lines = "data:xxxxxxxxxx\n".repeat(9);
    assertThat(decode(List.of((lines + "data:y\n\n").getBytes(UTF_8)), 100))
        .containsExactly("xxxxxxxxxx\n".repeat(9) + "y");
    SseDecoder decoder = new SseDecoder(100);
    byte[] more = (lines + "data:yy\n\n").getBytes(UTF_8);
    assertThatThrownBy(() -> decoder.decode(more, 0, more.length, collectInto(new ArrayList<>())))
        .isInstanceOf(SseException.class);
  }

  @Test
  void aLineThatIsTooLongIsRefusedBeforeItIsWhole() {
    SseDecoder decoder = new SseDecoder(100);
    byte[] part = "data:".concat("x".repeat(60)).getBytes(UTF_8);
    assertThatThrownBy(
            () -> {
              decoder.decode(part, 0, part.length, collectInto(new ArrayList<>()));
              decoder.decode(part, 0, part.length, collectInto(new ArrayList<>()));
            })
        .isInstanceOf(SseException.class)
        .hasMessageContaining("100 bytes");
  }

  @Test
  void anEventOfManyLinesThatIsTooLongIsRefused() {
    SseDecoder decoder = new SseDecoder(100);
    byte[] lines = "data:xxxxxxxxxx\n".repeat(20).getBytes(UTF_8);
    assertThatThrownBy(() -> decoder.decode(lines, 0, lines.length, collectInto(new ArrayList<>())))
        .isInstanceOf(SseException.class);
  }

  /** In one piece, of several lines, and behind the end of the stream. */
  @ParameterizedTest
  @ValueSource(strings = {"data:a\n\ndata:b\n\n", "data:a\ndata:a\n\ndata:b\n\n", "data:a"})
  void decodingStopsWhereTheReceiverSaysSo(String stream) throws SseException {
    List<String> events = new ArrayList<>();
    SseEvents once =
        (data, offset, length, isError) -> {
          events.add(new String(data, offset, length, UTF_8));
          return false;
        };
    SseDecoder decoder = new SseDecoder(LIMIT);
    byte[] bytes = stream.getBytes(UTF_8);

    boolean goOn = decoder.decode(bytes, 0, bytes.length, once);
    if (goOn) {
      goOn = decoder.end(once);
    }

    assertThat(goOn).isFalse();
    assertThat(events).hasSize(1);
  }

  @Test
  void theEndOfAStreamThatWasReadIsNoReasonToStop() throws SseException {
    SseDecoder decoder = new SseDecoder(LIMIT);
    byte[] bytes = "data:a\n\ndata:b".getBytes(UTF_8);
    List<String> events = new ArrayList<>();
    assertThat(decoder.decode(bytes, 0, bytes.length, collectInto(events))).isTrue();
    assertThat(decoder.end(collectInto(events))).isTrue();
    assertThat(events).containsExactly("a", "b");
  }

  /** A first line may begin with bytes of a mark and be none. */
  @Test
  void halfAByteOrderMarkIsText() {
    byte[] bytes = "??data: no\n\ndata: {1}\n\n".getBytes(UTF_8);
    bytes[0] = (byte) 0xef;
    bytes[1] = (byte) 0xbb;
    assertThat(decode(single(bytes))).containsExactly("{1}");
    for (int i = 0; i <= bytes.length; i++) {
      assertThat(decode(split(bytes, i))).as("split at %d", i).containsExactly("{1}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"error: no", "data: no\nevent: error"})
  void theLastLineIsReadThoughNothingEndsIt(String stream) throws SseException {
    List<Boolean> errors = new ArrayList<>();
    SseEvents collect =
        (data, offset, length, isError) -> {
          assertThat(new String(data, offset, length, UTF_8)).isEqualTo("no");
          return errors.add(isError);
        };
    SseDecoder decoder = new SseDecoder(LIMIT);
    byte[] bytes = stream.getBytes(UTF_8);
    decoder.decode(bytes, 0, bytes.length, collect);
    assertThat(decoder.end(collect)).isTrue();
    assertThat(errors).containsExactly(true);
  }

  /** A receiver that knows the next event by its first bytes is asked where one begins, only. */
  @Test
  void theReceiverIsAskedWhereAnEventBegins() throws SseException {
    List<String> asked = new ArrayList<>();
    List<String> events = new ArrayList<>();
    SseEvents receiver =
        new SseEvents() {
          @Override
          public int onEventStart(byte[] bytes, int from, int to) {
            asked.add(new String(bytes, from, to - from, UTF_8).lines().findFirst().orElseThrow());
            return -1;
          }

          @Override
          public boolean onEvent(byte[] bytes, int offset, int length, boolean isError) {
            return events.add(new String(bytes, offset, length, UTF_8));
          }
        };
    SseDecoder decoder = new SseDecoder(LIMIT);
    for (String part :
        List.of(
            "data:a\n\ndata:b\ndata:c\n\nevent: error\ndata:d\n\nda",
            "ta:e\n\ndata:f\n",
            "data:g\n\nevent: ping\ndata:h\n\ndata:i\n\n")) {
      byte[] bytes = part.getBytes(UTF_8);
      assertThat(decoder.decode(bytes, 0, bytes.length, receiver)).isTrue();
    }
    assertThat(events).containsExactly("a", "b\nc", "d", "e", "f\ng", "i");
    assertThat(asked)
        .containsExactly(
            "data:a", "data:b", "event: error", "da", "data:f", "event: ping", "data:i");
  }

  private static List<String> decode(List<byte[]> parts) {
    return decode(parts, LIMIT);
  }

  private static List<String> decode(List<byte[]> parts, int limit) {
    List<String> events = new ArrayList<>();
    SseDecoder decoder = new SseDecoder(limit);
    try {
      for (byte[] part : parts) {
        // At an offset, and overwritten afterwards: the decoder must not keep the array.
        byte[] room = new byte[part.length + 3];
        System.arraycopy(part, 0, room, 2, part.length);
        assertThat(decoder.decode(room, 2, part.length, collectInto(events))).isTrue();
        Arrays.fill(room, (byte) '#');
      }
    } catch (SseException e) {
      throw new AssertionError(e);
    }
    return events;
  }

  private static SseEvents collectInto(List<String> events) {
    return (bytes, offset, length, isError) -> events.add(new String(bytes, offset, length, UTF_8));
  }

  private static List<byte[]> split(byte[] bytes, int at) {
    return List.of(Arrays.copyOfRange(bytes, 0, at), Arrays.copyOfRange(bytes, at, bytes.length));
  }

  private static List<byte[]> single(byte[] bytes) {
    List<byte[]> parts = new ArrayList<>();
    for (byte b : bytes) {
      parts.add(new byte[] {b});
    }
    return parts;
  }
}
