package dev.gatewayz.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.chat.Choice;
import dev.gatewayz.error.AnswerFormatException;
import dev.gatewayz.error.AnswerTruncatedException;
import dev.gatewayz.error.CallInfo;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a model says is the right value, or an error that names the place. */
class AnswerCorpusTest {
  private static final Supplier<CallInfo> CALL =
      () ->
          CallInfo.builder()
              .promptId("P.ask")
              .model("gatewayz/a/b")
              .attempts(1)
              .requestId("req_1")
              .build();

  sealed interface Shape {}

  record Circle(double radius) implements Shape {}

  record Group(List<Shape> parts) implements Shape {}

  record Drawing(
      String title,
      int count,
      BigDecimal price,
      Shape shape,
      Map<String, Long> marks,
      String note) {}

  // Readers as the processor writes them.

  private static Circle circle(JsonIn in) {
    Double radius = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "radius" -> radius = in.float64();
        default -> in.skip();
      }
    }
    return new Circle(in.required("radius", radius));
  }

  private static Group group(JsonIn in) {
    List<Shape> parts = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "parts" -> parts = in.list(AnswerCorpusTest::shape);
        default -> in.skip();
      }
    }
    return new Group(in.required("parts", parts));
  }

  private static final List<JsonIn.Reader<? extends Shape>> SHAPES =
      List.of(AnswerCorpusTest::circle, AnswerCorpusTest::group);

  private static Shape shape(JsonIn in) {
    return in.union("type", new String[] {"circle", "group"}, SHAPES);
  }

  private static Drawing drawing(JsonIn in) {
    String title = null;
    Integer count = null;
    BigDecimal price = null;
    Shape shape = null;
    Map<String, Long> marks = null;
    String note = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "title" -> title = in.string();
        case "count" -> count = in.int32();
        case "price" -> price = in.decimal();
        case "shape" -> shape = shape(in);
        case "marks" -> marks = in.map(JsonIn::int64);
        case "note" -> note = in.nullable(JsonIn::string);
        default -> in.skip();
      }
    }
    return new Drawing(
        in.required("title", title),
        in.required("count", count),
        in.required("price", price),
        in.required("shape", shape),
        in.required("marks", marks),
        note);
  }

  private static final AnswerType<Drawing> DRAWING = AnswerType.of(AnswerCorpusTest::drawing);

  private static final String GOOD =
      """
      {"title":"Grüße [1] {2} 🌍","count":3,"price":9.90,
       "shape":{"type":"group","parts":[{"type":"circle","radius":1.5},{"radius":2,"type":"circle"}]},
       "marks":{"a":1,"b":-9223372036854775808},"note":null}""";

  private static final Drawing VALUE =
      new Drawing(
          "Grüße [1] {2} 🌍",
          3,
          new BigDecimal("9.90"),
          new Group(List.of(new Circle(1.5), new Circle(2))),
          Map.of("a", 1L, "b", Long.MIN_VALUE),
          null);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "\uFEFF%s",
        " \n%s\n\n",
        "```json\n%s\n```",
        "```\n%s```",
        "```json\n%s",
        "Here [as asked] is {it}:\n%s",
        "<think>maybe {\"title\": 1}?</think>%s",
        "%s\nAnything else?",
        "%1$s\n\nAgain, in a fence:\n```json\n%1$s\n```",
      })
  void whatStandsAroundAnAnswerIsTakenOff(String around) {
    assertThat(read(String.format(around, GOOD))).isEqualTo(VALUE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "},{ | },{},{",
        "3 | 3,",
        "3, | 3,,",
        "[{ | [,{",
        "\"note\":null | \"note\":NaN",
        "3 | 03",
        "3 | +3",
        "3 | 0x3",
        "3 | \"\"",
        "3 | \"3 apples\"",
        "3 | Infinity",
      })
  void whatIsNoJsonIsNotGuessed(String from, String to) {
    assertNoValue(GOOD.replaceFirst(Pattern.quote(from), to));
  }

  @Test
  void ofTwoAnswersNeitherIsTaken() {
    assertThat(assertNoValue(GOOD + "\nOr rather:\n" + GOOD.replace(":3,", ":4,")))
        .satisfies(e -> assertThat(e.expected()).isEqualTo("one answer"));
  }

  @Test
  void aPartOfAnAnswerIsNotTheAnswer() {
    AnswerType<Circle> circle = AnswerType.of(AnswerCorpusTest::circle);
    assertThatExceptionOfType(AnswerFormatException.class)
        .isThrownBy(() -> circle.of(answer("{\"shape\":{\"radius\":1}}", "stop"), CALL));
    assertThatExceptionOfType(AnswerFormatException.class)
        .isThrownBy(() -> circle.of(answer("{\"shape\":{\"radius\":1}", "stop"), CALL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "```json\n%s\n```", "Well:\n%s"})
  void anAnswerThatIsCutAnywhereIsNoValue(String around) {
    String whole = String.format(around, GOOD);
    int end = whole.lastIndexOf('}') + 1;
    for (int length = 0; length < end; length++) {
      String cut = whole.substring(0, length);
      assertNoValue(cut);
      assertThatExceptionOfType(AnswerTruncatedException.class)
          .isThrownBy(() -> DRAWING.of(answer(cut, "length"), CALL))
          .satisfies(e -> assertThat(e.text()).isEqualTo(cut));
    }
  }

  @Test
  void anAnswerThatIsCutIsSaidToBeCut() {
    assertThat(assertNoValue(GOOD.substring(0, GOOD.indexOf("1.5"))))
        .satisfies(e -> assertThat(e.path()).isEqualTo("shape.parts[0].radius"))
        .satisfies(
            e -> assertThat(e.found()).isEqualTo("the end of the answer in the middle of a value"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"count\":3 | \"count\":3,\"count\":3 | count",
        "\"note\":null | \"note\":null,\"x\":1,\"x\":2 | x",
        "\"a\":1 | \"a\":1,\"a\":1 | marks.a",
        "\"radius\":1.5 | \"radius\":1.5,\"radius\":1.5 | shape.parts[0].radius",
        "\"radius\":1.5 | \"radius\":1.5,\"type\":\"circle\" | shape.parts[0].type",
        "\"radius\":2 | \"radius\":2,\"radius\":2 | shape.parts[1].radius",
        "\"type\":\"circle\"}] | \"type\":\"circle\",\"type\":\"group\"}] | shape.parts[1].type",
      })
  void noMemberIsReadTwice(String from, String to, String path) {
    assertThat(assertNoValue(GOOD.replace(from, to)))
        .satisfies(e -> assertThat(e.path()).isEqualTo(path))
        .satisfies(e -> assertThat(e.found()).isEqualTo("a second one"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"type\":\"group\", | | shape.type | nothing",
        "\"type\":\"group\" | \"type\":\"square\" | shape.type | the text \"square\"",
        "\"type\":\"group\" | \"type\":1 | shape.type | 1",
        "\"type\":\"group\" | \"type\":null | shape.type | null",
        "\"type\":\"group\" | \"type\":\"circle\" | shape.radius | nothing",
        "{\"radius\":2,\"type\":\"circle\"} | {} | shape.parts[1].type | nothing",
        "{\"radius\":2,\"type\":\"circle\"} | {\"radius\":2} | shape.parts[1].type | nothing",
        "{\"radius\":2,\"type\":\"circle\"} | {\"radius\":2,\"type\":[]} | shape.parts[1].type | a list",
        "{\"radius\":2,\"type\":\"circle\"} | [] | shape.parts[1] | a list",
        "\"radius\":1.5 | \"radius\":\"wide\" | shape.parts[0].radius | the text \"wide\"",
      })
  void whatIsNoneOfAUnionIsNamed(String from, String to, String path, String found) {
    assertThat(assertNoValue(GOOD.replace(from, to == null ? "" : to)))
        .satisfies(e -> assertThat(e.path()).isEqualTo(path))
        .satisfies(e -> assertThat(e.found()).isEqualTo(found));
  }

  @Test
  void nestingIsBounded() {
    for (String open :
        new String[] {"[", "{\"x\":", "{\"shape\":{\"type\":\"group\",\"parts\":["}) {
      assertNoValue(open.repeat(100_000));
      assertNoValue(GOOD.replace("null}", open.repeat(50_000)));
    }
    String lists = "[".repeat(150) + "]".repeat(150);
    assertThat(read(GOOD.replace("null}", "null,\"x\":" + lists + "}"))).isEqualTo(VALUE);
    // Discriminators that come last, all the way down.
    String deep =
        "{\"parts\":[".repeat(60)
            + "{\"radius\":1,\"type\":\"circle\"}"
            + "],\"type\":\"group\"}".repeat(60);
    assertThat(AnswerType.of(AnswerCorpusTest::shape).of(answer(deep, "stop"), CALL))
        .isInstanceOf(Group.class);
  }

  @Test
  void aListOfAUnionIsReadOnce() {
    // Each kind is told last, and looked for ahead of its object.
    String circle = "{\"radius\":1,\"type\":\"circle\"},";
    String list = "[" + circle.repeat(200_000) + circle.replace("},", "}]");
    assertThat(AnswerType.of(in -> in.list(AnswerCorpusTest::shape)).read(list)).hasSize(200_001);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999999",
        "-1e999999999",
        "1E+99999999999999999999",
        "0.1e1000000000",
        "1e-999999999",
        "\"1e999999999\"",
        "\"1e99999999999999999999\"",
      })
  void numbersAreBounded(String number) {
    assertNoValue(GOOD.replace("9.90", number));
    assertNoValue(GOOD.replace("\"a\":1", "\"a\":" + number));
    assertNoValue(GOOD.replace(":3,", ":" + number + ","));
    assertNoNumber(JsonIn::bigInteger, number);
    assertNoNumber(JsonIn::decimal, number);
    if (!number.contains("e-")) {
      assertNoNumber(JsonIn::float64, number);
      assertNoNumber(JsonIn::float32, number);
    }
  }

  @Test
  void digitsAreBounded() {
    String many = "7".repeat(1_000_000);
    assertNoValue(GOOD.replace("9.90", many));
    assertNoValue(GOOD.replace("9.90", "\"" + many + "\""));
    assertNoValue(GOOD.replace("null}", "null,\"x\":" + many + "}"));
    assertNoNumber(JsonIn::bigInteger, many);
    String most = "7".repeat(1_000);
    assertThat(AnswerType.of(JsonIn::bigInteger).of(answer(most, "stop"), CALL))
        .isEqualTo(new BigInteger(most));
  }

  @Test
  void numbersAreReadExactly() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      float small = Float.intBitsToFloat(random.nextInt());
      long whole = random.nextLong() >> random.nextInt(64);
      if (Double.isFinite(value)) {
        assertThat(number(JsonIn::float64, Double.toString(value))).isEqualTo(value);
      }
      if (Float.isFinite(small)) {
        assertThat(number(JsonIn::float32, Float.toString(small))).isEqualTo(small);
      }
      assertThat(number(JsonIn::int64, Long.toString(whole))).isEqualTo(whole);
      assertThat(number(JsonIn::float64, Long.toString(whole))).isEqualTo((double) whole);
      assertThat(number(JsonIn::bigInteger, Long.toString(whole)))
          .isEqualTo(BigInteger.valueOf(whole));
    }
    assertThat(number(JsonIn::int32, "3.0")).isEqualTo(3);
    assertThat(number(JsonIn::int32, "3e1")).isEqualTo(30);
    assertNoNumber(JsonIn::int64, "9223372036854775808");
    assertNoNumber(JsonIn::int64, "0.5");
    assertNoNumber(JsonIn::float32, "1e39");
  }

  @Test
  void charactersAreWhatTheModelWrote() {
    Drawing strange = read(GOOD.replace("Grüße", "\\u0000\\ud83d \ude00\\ud83d\\ude00\\/"));
    assertThat(strange.title()).isEqualTo("\0\ud83d \ude00\ud83d\ude00/ [1] {2} 🌍");
    for (String raw : new String[] {"\\x", "\\u12", "\\ud83"}) {
      assertNoValue(GOOD.replace("Grüße", raw));
    }
    assertNoValue("\0" + GOOD.substring(1));
    assertNoValue(GOOD.replace(":3,", ":\0,"));
  }

  @Test
  void membersAreBounded() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      many.append(",\"m").append(i).append("\":0");
    }
    assertNoValue(GOOD.replace("null}", "null" + many + "}"));
    // The names of a map are data.
    assertThat(read(GOOD.replace("\"a\":1", "\"a\":1" + many)).marks()).hasSize(100_002);
  }

  @Test
  void anyOtherTextIsAnErrorAndNothingElse() {
    Random random = new Random(42);
    String alphabet = "{}[]\",:\\0123456789.eE+-truefalsn \n\0\ud83d\ude00`é";
    for (int i = 0; i < 30_000; i++) {
      StringBuilder mutant = new StringBuilder(GOOD);
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        int at = random.nextInt(mutant.length());
        char c = alphabet.charAt(random.nextInt(alphabet.length()));
        switch (random.nextInt(3)) {
          case 0 -> mutant.setCharAt(at, c);
          case 1 -> mutant.insert(at, c);
          default -> mutant.delete(at, Math.min(mutant.length(), at + 1 + random.nextInt(8)));
        }
      }
      try {
        assertThat(read(mutant.toString())).isNotNull();
      } catch (AnswerFormatException e) {
        assertThat(e.text()).isEqualTo(mutant.toString());
      }
    }
  }

  @Test
  void failuresOfConstructorsAreErrorsOfTheAnswer() {
    for (Throwable thrown :
        List.of(
            new IllegalStateException("no"),
            new NullPointerException("no"),
            new AssertionError("no"),
            new NoClassDefFoundError("no"),
            new StackOverflowError("no"))) {
      AnswerType<Object> picky =
          AnswerType.of(
              in -> {
                in.beginObject();
                while (in.nextMember()) {
                  in.list(JsonIn::string);
                }
                return AnswerCorpusTest.<RuntimeException>raise(thrown);
              });
      assertThatExceptionOfType(AnswerFormatException.class)
          .isThrownBy(() -> picky.of(answer("{\"a\":[]}", "stop"), CALL))
          .satisfies(e -> assertThat(e.found()).isEqualTo(thrown.toString()));
    }
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> Object raise(Throwable thrown) throws E {
    throw (E) thrown;
  }

  private static Drawing read(String text) {
    return DRAWING.of(answer(text, "stop"), CALL);
  }

  private static AnswerFormatException assertNoValue(String text) {
    try {
      throw new AssertionError("A value: " + read(text));
    } catch (AnswerFormatException e) {
      assertThat(e.text()).isEqualTo(text);
      assertThat(e.expected()).isNotEmpty();
      assertThat(e.found()).isNotEmpty();
      return e;
    }
  }

  private static <T> T number(JsonIn.Reader<T> reader, String number) {
    return AnswerType.of(reader).of(answer(number, "stop"), CALL);
  }

  private static void assertNoNumber(JsonIn.Reader<?> reader, String number) {
    assertThatExceptionOfType(AnswerFormatException.class).isThrownBy(() -> number(reader, number));
  }

  private static ChatCompletion answer(String text, String finishReason) {
    AssistantMessage message = AssistantMessage.builder().content(text).build();
    return ChatCompletion.builder()
        .id("id")
        .model("gatewayz/a/b")
        .choices(List.of(Choice.builder().message(message).finishReasonText(finishReason).build()))
        .build();
  }
}
