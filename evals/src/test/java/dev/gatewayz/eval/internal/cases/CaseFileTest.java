package dev.gatewayz.eval.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFileTest {
  record Review(String text, int stars) {}

  enum Kind {
    NEWS,
    MAIL
  }

  record Whole(
      String id,
      List<Review> reviews,
      Optional<Double> share,
      Map<String, Integer> counts,
      Set<Kind> kinds,
      LocalDate day,
      int[] places,
      boolean flag,
      Object any) {}

  private static <C> List<CaseLine<C>> read(String text, Class<C> type) {
    return CaseFile.read("reviews.jsonl", text.getBytes(StandardCharsets.UTF_8), type);
  }

  @Test
  void recordsAreReadWhole() {
    Whole value =
        read(
                """
                {"id":"a","reviews":[{"text":"fine","stars":4,"more":1}],"counts":{"x":1},
                """
                        .strip()
                    + "\"kinds\":[\"MAIL\"],\"day\":\"2026-02-01\",\"places\":[1,2],\"flag\":true,"
                    + "\"any\":{\"b\":[null]}}\n\n",
                Whole.class)
            .get(0)
            .value();
    assertThat(value.reviews()).containsExactly(new Review("fine", 4));
    assertThat(value.share()).isEmpty();
    assertThat(value.counts()).containsExactly(Map.entry("x", 1));
    assertThat(value.kinds()).containsExactly(Kind.MAIL);
    assertThat(value.day()).isEqualTo("2026-02-01");
    assertThat(value.places()).containsExactly(1, 2);
  }

  @Test
  void theBadLineIsNamed() {
    String lines = "{\"text\":\"fine %d\",\"stars\":4}\n";
    StringBuilder file = new StringBuilder();
    for (int line = 1; line <= 5000; line++) {
      file.append(line == 4711 ? "{\"text\":\"bad\",\"stars\":\n" : lines.formatted(line));
    }
    assertThatThrownBy(() -> read(file.toString(), Review.class))
        .hasMessageStartingWith("reviews.jsonl:4711: This is not JSON: ")
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"text\":\"a\"}|\"stars\" is missing, which Review needs; there is [text].",
        "{\"text\":\"a\",\"stars\":\"4\"}|\"stars\": a whole number (int) belongs here, but there is \"4\".",
        "{\"text\":\"a\",\"stars\":4.5}|\"stars\": a whole number (int) belongs here, but there is 4.5.",
        "{\"text\":null,\"stars\":4}|\"text\": text belongs here, but there is null.",
        "[1]|A case is a JSON object",
        "{\"text\":\"a\",\"text\":\"b\",\"stars\":4}|This is not JSON: Duplicate Object property",
        "{\"text\":\"a\",\"stars\":4} x|This is not JSON: Unrecognized token",
      })
  void whatDoesNotFitIsSaid(String line, String message) {
    assertThatThrownBy(() -> read("{\"text\":\"ok\",\"stars\":1}\n" + line + "\n", Review.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("reviews.jsonl:2: ")
        .hasMessageContaining(message);
  }

  @Test
  void idsAreUniqueAndStayWhenLinesMove() {
    assertThatThrownBy(
            () ->
                read(
                    "{\"id\":1,\"text\":\"a\",\"stars\":1}\n{\"id\":1,\"text\":\"b\",\"stars\":1}",
                    Review.class))
        .hasMessage("reviews.jsonl:2: The id \"1\" is in line 1, too.");
    String one = read("{\"text\":\"a\",\"stars\":1}", Review.class).get(0).id();
    assertThat(read("\n{\"stars\":1, \"text\":\"a\"}", Review.class).get(0).id()).isEqualTo(one);
    assertThatThrownBy(() -> read("\n", Review.class)).hasMessageContaining("has no cases");
  }

  @Test
  void otherEncodingsAreAnError() {
    byte[] latin1 = "{\"text\":\"\u00e9\",\"stars\":1}".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> CaseFile.read("r.jsonl", latin1, Review.class))
        .hasMessage("r.jsonl:1: The line is not UTF-8.");
  }

  @Test
  void allBadLinesAreCounted() {
    assertThatThrownBy(() -> read("x\n".repeat(30), Review.class))
        .hasMessageContaining("reviews.jsonl:10: ")
        .hasMessageEndingWith("… and 20 more bad lines in reviews.jsonl.");
  }
}
