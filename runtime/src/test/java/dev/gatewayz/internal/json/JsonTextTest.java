package dev.gatewayz.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Strings in bytes are what Jackson reads, or none for both. */
class JsonTextTest {
  private static final JsonMapper ORACLE = JsonMapper.shared();

  /** At the edges of each length in UTF-8, and of what an escape may stand for. */
  private static final String[] PIECES = {
    "\u0080",
    "\u00a0",
    "\u07ff",
    "\u0800",
    "\ud7ff",
    "\ue000",
    "\uffff",
    "\ud800\udc00",
    "\ud8c0\udc00",
    "\udbff\udfff",
    "\\u00ff",
    "\\u0100",
    "a",
    "plain text",
    "é",
    "ÿ",
    "中",
    "😀",
    "\\n",
    "\\\"",
    "\\\\",
    "\\/",
    "\\u00e9",
    "\\u4e2d",
    "\\u0041",
    "\\ud83d\\ude00",
    "\\uD83D",
    "\\ude00",
    "\\u0000",
    "\u007f",
    "\u2028",
    " ",
    "\"",
    "\\",
    "\\x",
    "\\u12g4",
    "\n",
    "\0",
    "x".repeat(17)
  };

  private final Random random = new Random(3);

  @Test
  void stringsAreWhatJacksonReads() {
    int good = 0;
    for (int i = 0; i < 60_000; i++) {
      StringBuilder text = new StringBuilder();
      // The last pieces are wrong, or end the string.
      int bound = i % 3 == 0 ? PIECES.length : 32;
      for (int left = random.nextInt(8); left > 0; left--) {
        text.append(PIECES[random.nextInt(bound)]);
      }
      byte[] bytes = ("##\"" + text + "\"##").getBytes(UTF_8);
      int quote = indexOfQuote(bytes);
      int size = quote < 0 ? bytes.length - 2 : quote + 1;
      String expected = oracle(Arrays.copyOfRange(bytes, 2, size));
      int end = JsonText.end(bytes, 3, bytes.length - 2);
      assertThat(end >= 0 ? JsonText.read(bytes, 3, end) : null).as("%s", text).isEqualTo(expected);
      if (end >= 0) {
        assertThat(end).isEqualTo(quote);
        assertThat(JsonText.read(bytes, 3, end, expected)).isEqualTo(expected);
        assertThat(JsonText.read(bytes, 3, end, "other")).isEqualTo(expected);
        good++;
      }
    }
    assertThat(good).isGreaterThan(20_000);
  }

  @Test
  void aTextThatIsKnownIsNotMadeAgain() {
    byte[] bytes = "chatcmpl-1\\n".getBytes(UTF_8);
    String known = new String("chatcmpl-1");
    assertThat(JsonText.read(bytes, 0, 10, known)).isSameAs(known);
    assertThat(JsonText.read(bytes, 0, 10, "chatcmpl-2")).isEqualTo(known);
    assertThat(JsonText.read(bytes, 0, 10, null)).isEqualTo(known);
    // As long as the escape, and written like it.
    assertThat(JsonText.read(bytes, 10, 12, "\\n")).isEqualTo("\n");
  }

  @Test
  void whatIsWrongWithAStringHasItsPlace() {
    assertThat(JsonText.end("a\nb\"".getBytes(UTF_8), 0, 4)).isEqualTo(~1);
    assertThat(JsonText.end("ab\\x\"".getBytes(UTF_8), 0, 5)).isEqualTo(~2);
    assertThat(JsonText.end("a\"b".getBytes(UTF_8), 0, 1)).isEqualTo(~1);
    // An escape that goes on behind the end.
    for (int end = 1; end < 6; end++) {
      assertThat(JsonText.end("\\u0041\"".getBytes(UTF_8), 0, end)).isEqualTo(~0);
    }
  }

  @Test
  void bytesOfAnyKindAreUtf8OrAreNot() {
    for (int i = 0; i < 60_000; i++) {
      byte[] bytes = new byte[random.nextInt(12)];
      random.nextBytes(bytes);
      byte[] text = "aé中😀 and more than eight".getBytes(UTF_8);
      byte[] mixed = Arrays.copyOf(text, text.length + bytes.length);
      System.arraycopy(bytes, 0, mixed, text.length, bytes.length);
      boolean isWellFormed = Arrays.equals(new String(mixed, UTF_8).getBytes(UTF_8), mixed);
      assertThat(JsonText.isWellFormed(mixed, 0, mixed.length)).isEqualTo(isWellFormed);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0xff, 0xc3, 0xed, 0xf0, 0x80, 0xc0})
  void documentsWithBytesThatAreNoUtf8AreRead(int wrong) {
    byte[] json = "\ufeff{\"a?\":[\"?\",\"\\ud83d\",\"\\ude00\"]}".getBytes(UTF_8);
    for (int i = 0; i < json.length; i++) {
      json[i] = json[i] == '?' ? (byte) wrong : json[i];
    }
    for (int offset : new int[] {0, 3}) {
      assertThat(Json.read(json, offset, json.length - offset))
          .hasToString("{a\ufffd=[\ufffd, \ud83d, \ude00]}");
    }
    assertThatCode(() -> JsonText.end(json, 0, json.length)).doesNotThrowAnyException();
  }

  /** Where the first quote is that is not escaped. */
  private static int indexOfQuote(byte[] bytes) {
    for (int i = 3; i < bytes.length - 2; i += bytes[i] == '\\' ? 2 : 1) {
      if (bytes[i] == '"') {
        return i;
      }
    }
    return -1;
  }

  private static String oracle(byte[] json) {
    try {
      return ORACLE.readTree(json).stringValue();
    } catch (JacksonException e) {
      return null;
    }
  }
}
