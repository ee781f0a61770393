package dev.gatewayz.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that models write nearly as they were asked to. */
class NearAnswerTest {

  enum Mood {
    GOOD,
    VERY_BAD
  }

  sealed interface Kind {}

  record A() implements Kind {}

  record B(int n) implements Kind {}

  private static final List<JsonIn.Reader<? extends Kind>> KINDS =
      List.of(
          in -> {
            in.beginObject();
            while (in.nextMember()) {
              in.skip();
            }
            return new A();
          },
          in -> {
            Integer n = null;
            in.beginObject();
            while (in.nextMember()) {
              if (in.name().equals("n")) {
                n = in.int32();
              } else {
                in.skip();
              }
            }
            return new B(in.required("n", n));
          });

  record Note(String note, Integer stars) {
    static Note read(JsonIn in) {
      String note = null;
      Integer stars = null;
      in.beginObject();
      while (in.nextMember()) {
        switch (in.name()) {
          case "note" -> note = in.nullable(JsonIn::string);
          case "stars" -> stars = in.nullable(JsonIn::int32);
          default -> in.skip();
        }
      }
      return new Note(note, stars);
    }
  }

  /** What may be missing altogether, with objects around it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"note\":\"x\"} | x null",
        "{\"answer\":{\"note\":\"x\"}} | x null",
        "{\"Note\":{\"stars\":2,\"more\":{}}} | null 2",
        "{\"thoughts\":\"hm\",\"answer\":{\"note\":\"x\"},\"meta\":{\"a\":1}} | x null",
        "{\"answer\":{\"stars\":\"2\"}} | null 2",
        "Here: {\"answer\":{\"note\":\"x\"}}. | x null",
        "{\"answer\":{\"note\":null}} | null null",
        "{\"answer\":{\"stars\":\"many\"}} |",
        // The object around has something of it.
        "{\"stars\":null,\"answer\":{\"note\":\"x\"}} | null null",
        "{\"stars\":1,\"answer\":{\"note\":\"x\"}} | null 1",
        // Nobody knows which is meant.
        "{\"a\":{\"note\":\"x\"},\"b\":{\"note\":\"y\"}} | null null",
        "{\"a\":{\"note\":\"x\"},\"b\":{\"stars\":1}} | null null",
        // There is none.
        "{} | null null",
        "{\"answer\":{}} | null null",
        "{\"answer\":{\"other\":{\"note\":\"x\"}}} | null null",
        "{\"answer\":[{\"note\":\"x\"}]} | null null",
      })
  void aValueWithoutAnyMemberOfItsOwnIsLookedForInside(String text, String value) {
    AnswerType<Note> answer = AnswerType.of(Note::read);
    if (value == null) {
      assertThatExceptionOfType(JsonMismatch.class).isThrownBy(() -> answer.read(text));
    } else {
      Note note = answer.read(text);
      assertThat(note.note() + " " + note.stars()).isEqualTo(value);
    }
  }

  /** Names that are data are nobody's envelope. */
  @Test
  void mapsAndListsAreWhatTheyAre() {
    String map = "{\"a\":{\"b\":{\"note\":\"x\"}}}";
    Note none = new Note(null, null);
    assertThat(AnswerType.of(in -> in.map(Note::read)).read(map)).isEqualTo(Map.of("a", none));
    assertThat(AnswerType.of(in -> in.list(Note::read)).read("[" + map + "]"))
        .isEqualTo(List.of(none));
    assertThat(
            AnswerType.of(in -> in.wrapped(v -> v.map(Note::read))).read("{\"value\":" + map + "}"))
        .isEqualTo(Map.of("a", none));
  }

  /** Each type with what models write for it; an empty value is an error. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "mood | \"very bad\" | VERY_BAD",
        "mood | \"Very-Bad\" | VERY_BAD",
        "mood | \" good.\" | GOOD",
        "mood | good | GOOD",
        "mood | {\"answer\":\"GOOD\"} | GOOD",
        "mood | {\"mood\":\"GOOD\"} | GOOD",
        "mood | {\"mood\":\"GOOD\",\"why\":\"x\"} |",
        "mood | \"bad\" |",
        "mood | The mood is GOOD |",
        "flag | \"yes\" | true",
        "flag | No. | false",
        "flag | \"maybe\" |",
        "flag | 1 |",
        "whole | \"1,234\" | 1234",
        "whole | 1,234 | 1234",
        "whole | \"12,34\" |",
        "number | \"1,234\" |",
        "number | \"1,234.5\" | 1234.5",
        "number | \"1,234,567\" | 1234567.0",
        "number | \"12,5\" |",
        "number | NaN |",
        "date | \"2026-1-5\" | 2026-01-05",
        "date | \"2026/01/05\" | 2026-01-05",
        "date | \" 2026-01-05 \" | 2026-01-05",
        "date | 2026-01-05 | 2026-01-05",
        "date | \"2026-01-05T00:00:00Z\" | 2026-01-05",
        "date | \"2026-01-05T10:00:00Z\" |",
        "date | \"2026-13-05\" |",
        "date | \"05/01/2026\" |",
        "date | \"2026-01/05\" |",
        "instant | \"2026-01-05 10:00:00Z\" | 2026-01-05T10:00:00Z",
        "instant | \"2026-01-05T10:00Z\" | 2026-01-05T10:00:00Z",
        "instant | \"2026/1/5 9:00 UTC\" | 2026-01-05T09:00:00Z",
        "instant | \"2026-01-05T10:00:00+0200\" | 2026-01-05T08:00:00Z",
        "instant | \"2026-01-05T10:00:00\" |",
        "list | {\"answer\":[\"a\"]} | [a]",
        "list | [\"a\"] | [a]",
        "list | {\"items\":[\"a\"]} | [a]",
        "list | {\"items\":[\"a\"],\"more\":[]} |",
        "kind | {\"type\":\"A\"} | A[]",
        "kind | {\"type\":\"B\",\"n\":3} | B[n=3]",
        "kind | {\"kind\":{\"n\":3,\"type\":\"b\"}} | B[n=3]",
        "kind | {\"n\":3} |",
        "list | \"a\" |",
        "list | null |",
        "list | [[\"a\"]] |",
      })
  void whatCanMeanOneThingOnlyIsUnderstood(String type, String text, String value) {
    JsonIn.Reader<?> reader =
        switch (type) {
          case "mood" -> in -> in.oneOf(Mood.values());
          case "flag" -> JsonIn::bool;
          case "whole" -> JsonIn::int32;
          case "number" -> JsonIn::float64;
          case "date" -> in -> in.text("a date", LocalDate::parse);
          case "instant" -> in -> in.text("a time", Instant::parse);
          case "kind" -> in -> in.union("type", new String[] {"A", "B"}, KINDS);
          default -> in -> in.list(JsonIn::string);
        };
    AnswerType<?> answer = AnswerType.of(in -> in.wrapped(reader));
    for (String written : List.of(text, "{\"value\":" + text + "}")) {
      if (value != null && (written.equals(text) || text.startsWith("\""))) {
        assertThat(String.valueOf(answer.read(written))).as(written).isEqualTo(value);
      } else if (value == null) {
        assertThatExceptionOfType(JsonMismatch.class)
            .as(written)
            .isThrownBy(() -> answer.read(written));
      }
    }
  }
}
