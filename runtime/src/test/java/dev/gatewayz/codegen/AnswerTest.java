package dev.gatewayz.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.chat.Choice;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.AnswerFormatException;
import dev.gatewayz.error.AnswerRefusedException;
import dev.gatewayz.error.AnswerTruncatedException;
import dev.gatewayz.error.CallInfo;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
  private static final Supplier<CallInfo> CALL =
      () ->
          CallInfo.builder()
              .promptId("P.ask")
              .model("gatewayz/a/b")
              .attempts(1)
              .requestId("req_1")
              .build();

  enum Mood {
    GOOD,
    BAD
  }

  record Person(String name, int age, List<String> tags, Mood mood, Double score) {}

  /** Written as the processor writes them. */
  private static final AnswerType<Person> PERSON = AnswerType.of(AnswerTest::person);

  private static Person person(JsonIn in) {
    String name = null;
    Integer age = null;
    List<String> tags = null;
    Mood mood = null;
    Double score = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "name" -> name = in.string();
        case "age" -> age = in.int32();
        case "tags" -> tags = in.list(JsonIn::string);
        case "mood" -> mood = in.oneOf(new String[] {"GOOD", "BAD"}, Mood.values());
        case "score" -> score = in.nullable(JsonIn::float64);
        default -> in.skip();
      }
    }
    return new Person(
        in.required("name", name),
        in.required("age", age),
        in.required("tags", tags),
        in.required("mood", mood),
        score);
  }

  private static final String GOOD =
      "{\"name\":\"Ann\",\"age\":30,\"tags\":[\"a\",\"b\"],\"mood\":\"GOOD\",\"score\":null,\"x\":{\"y\":[]}}";

  private static final Person ANN = new Person("Ann", 30, List.of("a", "b"), Mood.GOOD, null);

  @Test
  void strictJsonIsRead() {
    assertThat(PERSON.of(answer(GOOD), CALL)).isEqualTo(ANN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "```json\n%s\n```",
        "Here is the JSON:\n\n%s\n\nLet me know if you need more {or less}.",
        "\n\n%s\n",
      })
  void wordsAroundJsonAreTakenOff(String around) {
    assertThat(PERSON.of(answer(around.formatted(GOOD)), CALL)).isEqualTo(ANN);
  }

  @Test
  void leniencyIsForFormAlone() {
    String loose =
        "{\"name\":\"Ann\",\"age\":\"30\",\"tags\":[\"a\",\"b\" , ],\"mood\":\"good\",\"score\":\"1.5\",}";
    assertThat(PERSON.of(answer(loose), CALL))
        .isEqualTo(new Person("Ann", 30, List.of("a", "b"), Mood.GOOD, 1.5));
  }

  @Test
  void textThatLooksLikeJsonSurvivesInsideStrings() {
    String name = "a \\\"},]{[ b";
    String json = GOOD.replace("\"b\"]", "\"b\",]").replace("Ann", name);
    assertThat(PERSON.of(answer(json), CALL).name()).isEqualTo("a \"},]{[ b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"age\":30, | | age | a value | nothing",
        "30 | null | age | a whole number | null",
        "30 | 30.5 | age | a whole number from -2147483648 to 2147483647 | 30.5",
        "30 | 3000000000 | age | a whole number from -2147483648 to 2147483647 | 3000000000",
        "30 | true | age | a whole number | true",
        "\"Ann\" | 7 | name | text | 7",
        "\"Ann\" | null | name | text | null",
        "[\"a\",\"b\"] | [\"a\",{}] | tags[1] | text | an object",
        "[\"a\",\"b\"] | \"a\" | tags | a list | the text \"a\"",
        "\"GOOD\" | \"FINE\" | mood | one of GOOD, BAD | the text \"FINE\"",
        "null | \"much\" | score | a number | the text \"much\"",
        "null | 1e999 | score | a number that fits a double | 1e999",
      })
  void whatDoesNotFitIsNamed(String from, String to, String path, String expected, String found) {
    String json = GOOD.replace(from, to == null ? "" : to);
    assertThatExceptionOfType(AnswerFormatException.class)
        .isThrownBy(() -> PERSON.of(answer(json), CALL))
        .satisfies(
            e -> {
              assertThat(e.path()).isEqualTo(path);
              assertThat(e.expected()).isEqualTo(expected);
              assertThat(e.found()).isEqualTo(found);
              assertThat(e.text()).isEqualTo(json);
              assertThat(e.partial().usage()).isEqualTo(Usage.of(1, 2));
              assertThat(e.promptId()).isEqualTo("P.ask");
            });
  }

  @Test
  void everyTruncationIsAnError() {
    for (int i = 0; i < GOOD.length(); i++) {
      String cut = GOOD.substring(0, i);
      assertThatExceptionOfType(AnswerFormatException.class)
          .as(cut)
          .isThrownBy(() -> PERSON.of(answer(cut), CALL));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "no", "[]", "7", "null", "{}{}", "[[[[", "\"x\"", "\u0000", "{\"a\":\ud83d}"})
  void nonsenseIsAnError(String text) {
    assertThatExceptionOfType(AnswerFormatException.class)
        .isThrownBy(() -> PERSON.of(answer(text), CALL));
  }

  @Test
  void depthIsBounded() {
    String deep = "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThatExceptionOfType(AnswerFormatException.class)
        .isThrownBy(() -> PERSON.of(answer(deep), CALL));
  }

  @Test
  void aConstructorMayHaveRulesOfItsOwn() {
    AnswerType<Integer> picky =
        AnswerType.of(
            in -> {
              if (in.int32() < 0) {
                throw new IllegalArgumentException("negative");
              }
              return 1;
            });
    assertThatExceptionOfType(AnswerFormatException.class)
        .isThrownBy(() -> picky.of(answer("-1"), CALL))
        .withMessageContaining("its constructor accepts")
        .withMessageContaining("negative");
  }

  @Test
  void scalarsOfTheJdkAreRead() {
    LocalDate date = read("\"2026-11-24\"", in -> in.text("a date", LocalDate::parse));
    assertThat(date).isEqualTo("2026-11-24");
    UUID uuid =
        read("\"123e4567-e89b-12d3-a456-426614174000\"", in -> in.text("a UUID", UUID::fromString));
    assertThat(uuid).hasToString("123e4567-e89b-12d3-a456-426614174000");
    BigDecimal decimal = read("12345678901234567890.5", JsonIn::decimal);
    assertThat(decimal).isEqualTo(new BigDecimal("12345678901234567890.5"));
    BigInteger integer = read("12345678901234567890", JsonIn::bigInteger);
    assertThat(integer).hasToString("12345678901234567890");
    boolean yes = read("true", JsonIn::bool);
    assertThat(yes).isTrue();
    boolean no = read("\"False\"", JsonIn::bool);
    assertThat(no).isFalse();
    long large = read("9007199254740993", JsonIn::int64);
    assertThat(large).isEqualTo(9007199254740993L);
    Map<String, Integer> map = read("{\"a\":1,\"b\":2}", in -> in.map(JsonIn::int32));
    assertThat(map).isEqualTo(Map.of("a", 1, "b", 2));
    Set<Integer> set = read("[1,1,2]", in -> in.set(JsonIn::int32));
    assertThat(set).containsExactly(1, 2);
    assertThatExceptionOfType(AnswerFormatException.class)
        .isThrownBy(() -> read("\"tomorrow\"", in -> in.text("a date", LocalDate::parse)))
        .withMessageContaining("expected a date, found the text \"tomorrow\"");
  }

  @Test
  void unionsAreReadByTheirDiscriminatorWhereverItStands() {
    JsonIn.Reader<Object> union =
        in ->
            in.union(
                "type",
                new String[] {"yes", "no"},
                List.<JsonIn.Reader<Object>>of(member("score"), member("reason")));
    Object first = read("{\"type\":\"yes\",\"score\":\"1\"}", union);
    assertThat(first).isEqualTo("1");
    Object second = read("{\"reason\":\"bad\",\"type\":\"no\"}", union);
    assertThat(second).isEqualTo("bad");
    assertThatExceptionOfType(AnswerFormatException.class)
        .isThrownBy(() -> read("[{\"type\":\"maybe\"}]", in -> in.list(union)))
        .satisfies(e -> assertThat(e.path()).isEqualTo("[0].type"));
    assertThatExceptionOfType(AnswerFormatException.class)
        .isThrownBy(() -> read("[{\"score\":\"1\"}]", in -> in.list(union)))
        .satisfies(e -> assertThat(e.path()).isEqualTo("[0].type"));
    assertThatExceptionOfType(AnswerFormatException.class)
        .isThrownBy(() -> read("[{\"type\":\"no\",\"reason\":7}]", in -> in.list(union)))
        .satisfies(e -> assertThat(e.path()).isEqualTo("[0].reason"));
  }

  private static JsonIn.Reader<Object> member(String name) {
    return in -> {
      in.beginObject();
      String value = null;
      while (in.nextMember()) {
        if (in.name().equals(name)) {
          value = in.string();
        } else {
          in.skip();
        }
      }
      return in.required(name, value);
    };
  }

  @Test
  void aCutAnswerIsTruncatedAndARefusalRefused() {
    assertThatExceptionOfType(AnswerTruncatedException.class)
        .isThrownBy(() -> PERSON.of(answer(GOOD, "length", null), CALL))
        .satisfies(e -> assertThat(e.text()).isEqualTo(GOOD));
    assertThatExceptionOfType(AnswerRefusedException.class)
        .isThrownBy(() -> PERSON.of(answer(null, "stop", "I will not"), CALL))
        .withMessageContaining("I will not");
    assertThatExceptionOfType(AnswerRefusedException.class)
        .isThrownBy(() -> PERSON.of(answer("", "content_filter", null), CALL));
  }

  @Test
  void textIsTakenAsItIs() {
    assertThat(AnswerType.TEXT.of(answer("```x"), CALL)).isEqualTo("```x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stop",
        "STOP",
        "FINISH_REASON_STOP",
        "end_turn",
        "eos_token",
        "COMPLETE",
        "tool_calls",
        ""
      })
  void textThatEndsWellIsTaken(String reason) {
    assertThat(AnswerType.TEXT.of(answer("x", reason, null), CALL)).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "length",
        "MAX_TOKENS",
        "FINISH_REASON_MAX_TOKENS",
        "max_output_tokens",
        "abort",
        "surprise"
      })
  void textThatBreaksOffIsAnErrorUnlessItIsAccepted(String reason) {
    ChatCompletion cut = answer("half an ans", reason, null);

    assertThatExceptionOfType(AnswerTruncatedException.class)
        .isThrownBy(() -> AnswerType.TEXT.of(cut, CALL))
        .satisfies(e -> assertThat(e.text()).isEqualTo("half an ans"));
    assertThat(AnswerType.TEXT.evenTruncated(cut, CALL)).isEqualTo("half an ans");
    assertThat(AnswerType.TEXT.shown(cut, CALL)).isEqualTo("half an ans");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "content_filter",
        "SAFETY",
        "FINISH_REASON_SAFETY",
        "RECITATION",
        "blocklist",
        "PROHIBITED_CONTENT"
      })
  void textThatAFilterStoppedIsRefused(String reason) {
    assertThatExceptionOfType(AnswerRefusedException.class)
        .isThrownBy(() -> AnswerType.TEXT.of(answer("so f", reason, null), CALL))
        .withMessageContaining(reason)
        .satisfies(e -> assertThat(e.text()).isEqualTo("so f"));
    assertThatExceptionOfType(AnswerRefusedException.class)
        .isThrownBy(() -> AnswerType.TEXT.evenTruncated(answer(null, reason, null), CALL));
  }

  @Test
  void aRefusalIsNeverText() {
    ChatCompletion refused = answer(null, "stop", "I can't help with that.");

    assertThatExceptionOfType(AnswerRefusedException.class)
        .isThrownBy(() -> AnswerType.TEXT.evenTruncated(refused, CALL))
        .satisfies(e -> assertThat(e.text()).isEqualTo("I can't help with that."));
    assertThat(AnswerType.TEXT.shown(refused, CALL)).isEmpty();
  }

  private static <T> T read(String text, JsonIn.Reader<T> reader) {
    return AnswerType.of(reader).of(answer(text), CALL);
  }

  private static ChatCompletion answer(String text) {
    return answer(text, "stop", null);
  }

  private static ChatCompletion answer(String text, String finishReason, String refusal) {
    AssistantMessage message = AssistantMessage.builder().content(text).refusal(refusal).build();
    return ChatCompletion.builder()
        .id("id")
        .model("gatewayz/a/b")
        .choices(List.of(Choice.builder().message(message).finishReasonText(finishReason).build()))
        .usage(Usage.of(1, 2))
        .build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"value\":7} | 7",
        "{\"other\":[],\"value\":7} | 7",
        "7 | 7",
        "{\"value\":\"7\"} | 7",
        "{} | value: expected a value, found nothing.",
        "{\"value\":null} | value: expected a whole number, found null.",
        "{\"value\":11} | value: expected at most ten, found 11.",
      })
  void whatIsNoObjectIsUnwrapped(String json, String expected) {
    AnswerType<Integer> number =
        AnswerType.of(in -> in.wrapped(w -> w.check(w.int32(), v -> v <= 10, "at most ten")));
    String read;
    try {
      read = String.valueOf(number.read(json));
    } catch (JsonMismatch e) {
      read = e.getMessage();
    }
    assertThat(read).isEqualTo(expected);
  }

  @Test
  void uuidsHaveTheirUsualForm() {
    AnswerType<UUID> uuid = AnswerType.of(JsonIn::uuid);
    String text = "6B0C0000-0000-4000-8000-000000000001";
    assertThat(uuid.read('"' + text + '"')).isEqualTo(UUID.fromString(text));
    assertThatExceptionOfType(JsonMismatch.class)
        .isThrownBy(() -> uuid.read("\"1-1-1-1-1\""))
        .withMessage("The answer: expected a UUID, found the text \"1-1-1-1-1\".");
  }

  @Test
  void constantsGoByTheirNames() {
    AnswerType<Mood> mood = AnswerType.of(in -> in.oneOf(Mood.values()));
    assertThat(mood.read("\"BAD\"")).isEqualTo(Mood.BAD);
    assertThat(mood.read("\"bad\"")).isEqualTo(Mood.BAD);
    assertThatExceptionOfType(JsonMismatch.class).isThrownBy(() -> mood.read("\"NONE\""));
  }
}
