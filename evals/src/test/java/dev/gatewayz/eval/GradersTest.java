package dev.gatewayz.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradersTest {
  @Test
  void exactTellsWhatWasExpected() {
    assertThat(Graders.exact("four", " four\n").passed()).isTrue();
    assertThat(Graders.exact(4, 4).passed()).isTrue();
    assertThat(Graders.exact("4", 4).passed()).isFalse();
    assertThat(Graders.exact("four", "five").why())
        .isEqualTo("\"five\" where \"four\" was expected");
    assertThat(Graders.exact(new int[] {1}, new int[] {1}).passed()).isTrue();
  }

  @Test
  void containsAndMatches() {
    assertThat(Graders.contains("paris", "It is Paris.").passed()).isTrue();
    assertThat(Graders.contains("rome", "It is Paris.").why())
        .isEqualTo("the answer does not contain \"rome\"");
    assertThat(Graders.matches("^\\d+$", "42").passed()).isTrue();
    assertThat(Graders.matches("^\\d+$", "42 or so").passed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It is 3.14.| true",
        "-3| false",
        "about 3.1| true",
        "3 or 4| false",
        "none| false",
        "3.2| false",
      })
  void numbersAreFoundInTexts(String answer, boolean passed) {
    assertThat(Graders.within(0.05, 3.14, answer).passed()).isEqualTo(passed);
  }

  @Test
  void numbersMayBeGroupedOrNegative() {
    assertThat(Graders.within(0, 1234.5, "$1,234.50 in all").passed()).isTrue();
    assertThat(Graders.within(0, -12, "\u221212").passed()).isTrue();
    assertThat(Graders.within(1, 2, Double.NaN).passed()).isFalse();
    assertThatThrownBy(() -> Graders.within(-1, 2, 2))
        .hasMessageContaining("must not be below zero");
  }

  @Test
  void jsonIsEqualByValueWithoutWhatIsIgnored() {
    String expected = "{\"a\":1,\"b\":[{\"id\":1,\"x\":2.0},{\"id\":2,\"x\":3}],\"t\":{\"at\":1}}";
    assertThat(
            Graders.json(
                    expected,
                    "{\"t\":{\"at\":9},\"b\":[{\"x\":2,\"id\":7},{\"x\":3}],\"a\":1e0}",
                    "$.b[*].id",
                    "$..at")
                .passed())
        .isTrue();
    assertThat(Graders.json(expected, expected.replace("2.0", "5")).why())
        .isEqualTo("$.b[0].x is 5 where 2.0 was expected");
    assertThat(Graders.json("{\"a\":1}", "{}").why()).isEqualTo("$.a is missing");
    assertThat(Graders.json("[1]", "[1,2]").why()).isEqualTo("$[1] was not expected");
    assertThat(Graders.json("[1]", "[1").why()).startsWith("This is not JSON");
    assertThatThrownBy(() -> Graders.json("1", "1", "a.b")).hasMessageContaining("begin with $");
  }

  @Test
  void overlapHasPrecisionAndRecall() {
    Grade grade = Graders.overlap(0.5, 0.6, Set.of("a", "b", "c"), List.of("a", "b", "x", "a"));
    assertThat(grade.passed()).isTrue();
    assertThat(grade.score()).isBetween(0.66, 0.67);
    assertThat(grade.why()).isEqualTo("precision 0.67, recall 0.67, missing [c], not expected [x]");
    assertThat(Graders.overlap(0.9, 0, Set.of("a"), List.of("a", "x")).passed()).isFalse();
    assertThat(Graders.overlap(0, 1, Set.of("a"), List.of()).passed()).isFalse();
    assertThat(Graders.overlap(1, 1, Set.of(), List.of()).passed()).isTrue();
  }

  @Test
  void checkAsserts() {
    Graders.exact(1, 1).check();
    assertThatThrownBy(() -> Graders.judged("polite", new Verdict("rude", false)).check())
        .isInstanceOf(AssertionError.class)
        .hasMessage("polite did not pass: rude");
    assertThatThrownBy(() -> Grade.scored("s", 1.5, 0, "")).hasMessageContaining("from 0 to 1");
  }
}
