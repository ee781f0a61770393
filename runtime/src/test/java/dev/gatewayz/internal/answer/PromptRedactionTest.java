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
