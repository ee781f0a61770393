package dev.gatewayz.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Read strictly, an answer is the same value that a tree of it holds, or an error for both. */
class AnswerOracleTest {
  private static final JsonMapper TREES =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  enum Mood {
    GOOD,
    BAD
  }

  record Person(
      String name, int age, double score, List<Long> marks, Mood mood, boolean here, Person next) {}

  /** Written as the processor writes them. */
  private static Person read(JsonIn in) {
    String name = null;
    Integer age = null;
    Double score = null;
    List<Long> marks = null;
    Mood mood = null;
    Boolean here = null;
    Person next = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "name" -> name = in.string();
        case "age" -> age = in.int32();
        case "score" -> score = in.float64();
        case "marks" -> marks = in.list(JsonIn::int64);
        case "mood" -> mood = in.oneOf(Mood.values());
        case "here" -> here = in.bool();
        case "next" -> next = in.nullable(AnswerOracleTest::read);
        default -> in.skip();
      }
    }
    return new Person(
        in.required("name", name),
        in.required("age", age),
        in.required("score", score),
        in.required("marks", marks),
        in.required("mood", mood),
        in.required("here", here),
        next);
  }

  /** The same out of a tree; an exception where it does not fit. */
  private static Person fromTree(JsonNode node) {
    require(node.isObject());
    JsonNode next = node.get("next");
    List<Long> marks = new ArrayList<>();
    JsonNode array = node.get("marks");
    require(array.isArray());
    array.forEach(mark -> marks.add(whole(mark, Long.MIN_VALUE, Long.MAX_VALUE)));
    JsonNode name = node.get("name");
    JsonNode score = node.get("score");
    JsonNode here = node.get("here");
    JsonNode mood = node.get("mood");
    require(name.isString() && score.isNumber() && here.isBoolean() && mood.isString());
    require(Double.isFinite(score.decimalValue().doubleValue()));
    return new Person(
        name.stringValue(),
        (int) whole(node.get("age"), Integer.MIN_VALUE, Integer.MAX_VALUE),
        score.decimalValue().doubleValue(),
        marks,
        Mood.valueOf(mood.stringValue()),
        here.booleanValue(),
        next == null || next.isNull() ? null : fromTree(next));
  }

  private static long whole(JsonNode node, long low, long high) {
    require(node.isNumber());
    long value = node.decimalValue().longValueExact();
    require(value >= low && value <= high);
    return value;
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException();
    }
  }

  private static final Map<String, List<String>> VALUES = new HashMap<>();

  static {
    VALUES.put("name", List.of("\"Ann\"", "\"\\u00e9\\n\\ud83d\"", "\"\"", "7", "null", "[\"a\"]"));
    VALUES.put(
        "age",
        List.of(
            "0",
            "-0",
            "30",
            "2147483647",
            "-2147483648",
            "2147483648",
            "3.0",
            "1e1",
            "1.5",
            "\"3\"",
            "null",
            "1e400"));
    VALUES.put(
        "score",
        List.of(
            "0.1",
            "1",
            "-1e-7",
            "1e308",
            "1e309",
            "12345678901234567890",
            "1e-400",
            "true",
            "null",
            "4.9E-324",
            "0.30000000000000004"));
    VALUES.put(
        "marks",
        List.of(
            "[]",
            "[1,2,3]",
            "[9223372036854775807]",
            "[9223372036854775808]",
            "[1,null]",
            "{}",
            "[[1]]",
            "[1,]",
            "[0.0]"));
    VALUES.put("mood", List.of("\"GOOD\"", "\"BAD\"", "\"good\"", "\"\"", "0", "null"));
    VALUES.put("here", List.of("true", "false", "\"true\"", "1", "null"));
    VALUES.put("other", List.of("{\"a\":[{}]}", "null", "1e999999", "\"x\"", "[1,[2,[3]]]"));
  }

  private final Random random = new Random(4);

  private String document(int depth) {
    List<String> members = new ArrayList<>();
    VALUES.forEach(
        (name, values) -> {
          // Mostly what fits, which comes first.
          int bound = random.nextInt(6) == 0 ? values.size() : Math.min(2, values.size());
          if (random.nextInt(60) > 0) {
            members.add("\"" + name + "\":" + values.get(random.nextInt(bound)));
          }
        });
    if (depth < 3 && random.nextInt(3) == 0) {
      members.add("\"next\":" + document(depth + 1));
    }
    // What is skipped is not looked into, so that its duplicates do not matter.
    if (depth == 0 && random.nextInt(40) == 0) {
      members.add(members.get(random.nextInt(members.size())));
    }
    Collections.shuffle(members, random);
    return "{" + String.join(",", members) + "}";
  }

  private String mutant(String document) {
    StringBuilder text = new StringBuilder(document);
    String alphabet = "{}[]\",:\\0123456789.eE+- tn";
    int at = random.nextInt(text.length());
    char c = alphabet.charAt(random.nextInt(alphabet.length()));
    switch (random.nextInt(3)) {
      case 0 -> text.setCharAt(at, c);
      case 1 -> text.insert(at, c);
      default -> text.deleteCharAt(at);
    }
    return text.toString();
  }

  @Test
  void readersAgreeWithTrees() {
    int good = 0;
    for (int i = 0; i < 15_000; i++) {
      String text = document(0);
      if (i % 3 == 0) {
        text = mutant(text);
      }
      Person expected = null;
      try {
        expected = fromTree(TREES.readTree(text));
        good++;
      } catch (RuntimeException e) {
        // Must be an error for the reader, too.
      }
      Person actual = null;
      try {
        actual = AnswerDocument.read(text, false, AnswerOracleTest::read);
      } catch (JsonMismatch e) {
        assertThat(e.expected()).isNotEmpty();
      }
      assertThat(actual).as(text).isEqualTo(expected);
    }
    assertThat(good).isBetween(1_500, 13_500);
  }
}
