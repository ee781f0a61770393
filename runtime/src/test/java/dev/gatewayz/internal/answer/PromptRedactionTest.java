package dev.gatewayz.internal.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PromptRedactionTest {
  private static final String ASKED = "My secret question is: who shot the sheriff, and why then?";

  @Test
  void whatWasAskedIsTakenOut() {
    assertThat(without(ASKED, "Bad input '" + ASKED + "' here"))
        .isEqualTo("Bad input '[prompt]' here");
    assertThat(without(ASKED, ASKED)).isEqualTo("[prompt]");
  }

  @Test
  void partsOfItToo() {
    assertThat(without(ASKED, "Bad: who shot the sheriff…")).isEqualTo("Bad[prompt]…");
    assertThat(without(ASKED, "{\"input\":\"My secret question is: who sh"))
        .isEqualTo("{\"input\":\"[prompt]");
    assertThat(without(ASKED, "who shot the sheriff / secret question is: / who shot the sheriff"))
        .isEqualTo("[prompt] /[prompt]/[prompt]");
  }

  @Test
  void whatIsTooShortToMeanAnythingStays() {
    assertThat(without(ASKED, "The sheriff is out")).isEqualTo("The sheriff is out");
    assertThat(without("Hello", "Hello is no prompt, they say")).contains("Hello");
    assertThat(without("", "whatever it is that they say")).startsWith("whatever");
    assertThat(without(ASKED, "")).isEmpty();
  }

  @Test
  void everyStretchOfTheShortestLengthIsFound() {
    for (int start = 0; start + 16 <= ASKED.length(); start++) {
      String stretch = ASKED.substring(start, start + 16);
      assertThat(without(ASKED, "<" + stretch + ">")).isEqualTo("<[prompt]>");
    }
  }

  @Test
  void repetitionIsNoTrap() {
    String asked = "a".repeat(1_000_000);
    assertThat(without(asked, "a".repeat(8_000) + "!")).isEqualTo("[prompt]!");
  }

  @Test
  void nothingOfTheLengthIsLeftWhateverTheTexts() {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      String asked = text(random, 200);
      int cut = random.nextInt(asked.length());
      String said =
          text(random, 40) + asked.substring(cut) + text(random, 40) + asked.substring(0, cut);
      String shown = without(asked, said).replace("[prompt]", "\n");
      for (String rest : shown.split("\n")) {
        for (int i = 0; i + 16 <= rest.length(); i++) {
          assertThat(asked).doesNotContain(rest.substring(i, i + 16));
        }
      }
    }
  }

  @Test
  void itIsFoundThroughAnyNumberOfEscapes() {
    String asked =
        "Name: \"Jo Smith\"\nSSN: 078051120\tHIV: positive\r\nC:\\new\\users \u60a3\u8005 \ud83d\ude00 </b>";
    for (boolean ascii : new boolean[] {true, false}) {
      String escaped = asked;
      for (int times = 0; times < 7; times++) {
        assertThat(without(asked, "{'" + escaped + "'}")).isEqualTo("{'[prompt]'}");
        assertThat(without(asked, escaped.substring(0, escaped.length() - 4)))
            .startsWith("[prompt]");
        escaped = escaped(escaped, ascii);
      }
    }
  }

  @Test
  void shortLinesAreNoHidingPlace() {
    String asked = "PIN: 4711\nName: Jo\nAge: 41\nIll: yes\n";
    String escaped = escaped(escaped(asked, false), false);

    assertThat(without(asked, "Error code: 400 - {\"m\":\"" + escaped + "\"}"))
        .isEqualTo("Error code: 400 - {\"m\":\"[prompt]\"}");
  }

  @Test
  void backslashesThatMeanNothingStay() {
    String said = "No such file: C:\\data\\u12 \\ \\u12 \\uzzzz\\";
    assertThat(without(ASKED, said)).isEqualTo(said);
    assertThat(without(ASKED, "\\".repeat(50_000))).isEqualTo("\\".repeat(50_000));
    assertThat(without("\\".repeat(50_000), said)).isEqualTo(said);
    assertThat(without(ASKED, said + "!" + ASKED + "\\")).startsWith(said).endsWith("[prompt]\\");
  }

  /** As a string in JSON, without its quotes. */
  private static String escaped(String text, boolean ascii) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> escaped.append("\\\"");
        case '\\' -> escaped.append("\\\\");
        case '\n' -> escaped.append("\\n");
        case '\t' -> escaped.append("\\t");
        case '\r' -> escaped.append("\\r");
        case '/' -> escaped.append(ascii ? "\\/" : "/");
        default -> {
          if (ascii && (c > 126 || c == '<')) {
            escaped.append("\\u%04x".formatted((int) c));
          } else {
            escaped.append(c);
          }
        }
      }
    }
    return escaped.toString();
  }

  private static String without(String asked, String said) {
    return new PromptRedaction(() -> asked).apply(said);
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append("abc".charAt(random.nextInt(3)));
    }
    return text.toString();
  }
}
