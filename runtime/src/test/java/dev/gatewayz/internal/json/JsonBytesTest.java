package dev.gatewayz.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonBytesTest {

  @Test
  void everyCharacterArrivesAsItWas() {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      all.append((char) c);
      // Keeps neighbouring surrogates from forming pairs, and forms pairs of its own.
      all.append('|').append(Character.toString(0x1F600 + c % 64));
    }
    assertThat(readBack(all.toString())).isEqualTo(wellFormed(all.toString()));
  }

  private static String wellFormed(String text) {
    return text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void randomTextsArriveAsTheyWere() {
    Random random = new Random(11);
    for (int run = 0; run < 2_000; run++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(200);
      int[] bounds = {0x80, 0x100, 0x800, 0x10000, 0x110000};
      int bound = bounds[random.nextInt(bounds.length)];
      for (int i = 0; i < length; i++) {
        text.appendCodePoint(random.nextInt(bound));
      }
      assertThat(readBack(text.toString())).isEqualTo(wellFormed(text.toString()));
    }
  }

  @Test
  void shortEscapesAreUsedAndNothingElseIsEscaped() {
    assertThat(json("\b\t\n\f\r\"\\\u0001/\u007f\u2028é"))
        .isEqualTo("\"\\b\\t\\n\\f\\r\\\"\\\\\\u0001/\u007f\u2028é\"");
  }

  @Test
  void aSurrogateWithoutItsPartnerIsReplaced() {
    assertThat(json("a\ud83d")).isEqualTo("\"a\ufffd\"");
    assertThat(json("\ude00b")).isEqualTo("\"\ufffdb\"");
    assertThat(json("\ude00\ud83d")).isEqualTo("\"\ufffd\ufffd\"");
    assertThat(json("\ud83d\ud83d\ude00")).isEqualTo("\"\ufffd😀\"");
    assertThat(json("\ud83d\ude00")).isEqualTo("\"😀\"");
    assertThat(new JsonBytes(0).name("\ud83d")).hasToString("\"\ufffd\":");
    assertThat(new JsonBytes(0).raw("[\"é\ud83d😀\"]")).hasToString("[\"é\ufffd😀\"]");
  }

  @Test
  void namesAreSeparatedByCommas() {
    JsonBytes out = new JsonBytes(0);
    out.raw('{').name("a").raw('1').name("b").raw('{').name("c").raw("2}").raw('}');
    assertThat(out).hasToString("{\"a\":1,\"b\":{\"c\":2}}");
  }

  private static String json(String text) {
    return new String(new JsonBytes(1).string(text).toByteArray(), UTF_8);
  }

  private static Object readBack(String text) {
    byte[] json = new JsonBytes(1).string(text).toByteArray();
    return Json.read(json, 0, json.length);
  }
}
