package dev.gatewayz.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What models write in place of plain JSON is read to the value that is meant, or to none. */
class LooseAnswerTest {

  record Review(String verdict, int stars) {}

  private static final JsonMapper TREES =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final AnswerType<Review> REVIEW = AnswerType.of(LooseAnswerTest::review);

  private static Review review(JsonIn in) {
    String verdict = null;
    Integer stars = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "verdict" -> verdict = in.string();
        case "stars" -> stars = in.int32();
        default -> in.skip();
      }
    }
    return new Review(in.required("verdict", verdict), in.required("stars", stars));
  }

  private static final String GOOD = "{\"verdict\":\"good\",\"stars\":5}";
  private static final String DRAFT = "{\"verdict\":\"meh\",\"stars\":3}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<think>\nFirst idea D, no.\n</think>\n\nA",
        "<thinking>D</thinking>A",
        "<THINK>D</Think >A",
        "<reasoning>it's \"D</reasoning>\n```json\nA\n```",
        "<think>{ [ \" ' /* </think>A",
        "<think></think>A",
        "Sure.\n<think>D</think>\nA",
        "A\n<think>Or D? No.</think>\nDone.",
        "<think>one</think>D<think>two</think> hm </think>A",
        "<think>\nA",
        "<think>\nFirst idea D, no.\nA\n```",
        "First idea D, no.\n</think>\nA",
        "Half of {\"verdict\": \"me </think>A",
        "First { or [ or \"\n</think>\nA",
        "D</think>A</think>",
        "A\n</think>",
        "[THINK]D[/THINK]A",
        "◁think▷D◁/think▷A",
        "<|channel|>final<|message|>A",
        "<|channel|>analysis<|message|>D<|end|><|start|>assistant<|channel|>final<|message|>A<|return|>",
        "<|channel|>analysis<|message|>D<|end|><|start|>assistant<|channel|>final"
            + " <|constrain|>json<|message|>A",
        "<|channel>thought\nD<channel|>A",
        "analysisMaybe D.assistantfinalA",
        "<|START_THINKING|>D<|END_THINKING|>A",
        "<|begin_of_box|>A<|end_of_box|>",
        "D is a first try.\n<answer>A</answer>",
        "A<|im_end|>",
        "A<|eot_id|>\n</s>",
        "A\nA",
        "A\nor, in another order: {\"stars\":5,\"verdict\":\"good\"}",
        "A\nand pretty:\n{\n  \"verdict\" : \"good\",\n  'stars': 5,\n}",
        "Draft: D\nFinal answer:\n```json\nA\n```",
        "D\n**Final:** A",
        "Draft:\nD\n\nAnswer:\nA",
        "{\"verdict\":1,\"stars\":3} or A",
        "\uFEFFA",
        "```JSON\nA\n```\n",
        "~~~\nA\n~~~",
        "Here [1] is {it}: A. Bye {now} [2].",
        "\"{\\\"verdict\\\":\\\"good\\\",\\\"stars\\\":5}\"",
        "```json\n\"{\\\"verdict\\\":\\\"good\\\",\\\"stars\\\":5}\"\n```",
        "{'verdict': 'good', 'stars': 5}",
        "{verdict: \"good\", stars: 5}",
        "{“verdict”: “good”, ‘stars’: 5}",
        "{ // as asked\n\"verdict\": \"good\", /* all */ \"stars\": 5 # of five\n}",
        "{\"verdict\":\"good\",\"stars\":5,\"x\":[True,False,None,],}",
        "[A]",
        "{\"answer\":A}",
        "{\"properties\":A}",
        "{\"type\":\"object\",\"properties\":A,\"required\":[\"verdict\"]}",
        "<tool_call>\n{\"name\":\"Review\",\"arguments\":A}\n</tool_call>",
        "{\"name\":\"Review\",\"parameters\":A}",
        "```json\n{\"Response\": A}\n```",
        "{\"final_answer\":[1,2]} no: A",
        "{\"result\":\"{\\\"verdict\\\":\\\"good\\\",\\\"stars\\\":5}\"}",
        "{\\\"verdict\\\":\\\"good\\\",\\\"stars\\\":5}",
        "{\n \\\"verdict\\\": \\\"good\\\",\n \\\"stars\\\":5\n}",
        "{\u00a0\"verdict\":\u2003\"good\",\"stars\":\u200b5}",
      })
  void theAnswerIsRead(String text) {
    String whole = restore(text);
    assertThat(REVIEW.read(whole)).as(whole).isEqualTo(new Review("good", 5));
  }

  /** Puts the answer where A stands, and a draft of it where D does. */
  private static String restore(String text) {
    return text.replaceAll("(?<![A-Za-z])A(?![A-Za-z])|(?<=final)A", "\1")
        .replaceAll("(?<![A-Za-z])D(?![A-Za-z])", "\2")
        .replace("\1", GOOD)
        .replace("\2", DRAFT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "D\nOr rather:\nA",
        "D A",
        "Final: D Final: A",
        "<think>I could say D but",
        "<think>I could say D</think>",
        "D</think>\nNo.",
        "{\"verdict\":\"good\" \"stars\":5}",
        "{\"verdict\":\"good\",,\"stars\":5}",
        "{\"verdict\":\"good\",\"stars\":1 5}",
        "{\"verdict\":\"good\",\"stars\":1/**/5}",
        "{\"verdict\":\"good\",\"stars\":five}",
        "{\"verdict\":good,\"stars\":5}",
        "{\"verdict\":'it's good',\"stars\":5}",
        "{\"verdict\":“a “good” one”,\"stars\":5}",
        "{\"verdict\":\"good\",\"stars\":Nonesuch}",
        "{\"verdict\":\"good\",\"stars\":undefined}",
        "{\"verdict\":\"good\",\"stars\":...}",
        "{\"verdict\":\"good\",\"stars\":5",
        "{\"verdict\":\"good\",\"stars\":5 /* cut",
        "{\"review\":A}",
        "{\"review\":A",
        "[A,D]",
        "[[A]]",
        "{\"answer\":A,\"why\":\"x\"}",
        "{\"properties\":A,\"why\":\"x\"}",
        "{\"arguments\":A,\"parameters\":D}",
        "{\"type\":\"object\",\"properties\":{\"verdict\":{\"type\":\"string\"}}}",
        "{\"answer\":{\"review\":A}}",
        "{\"answer\":A} or {\"answer\":D}",
      })
  void whereNobodyCanTellThereIsNoValue(String text) {
    assertThatExceptionOfType(JsonMismatch.class)
        .as(text)
        .isThrownBy(() -> REVIEW.read(restore(text)))
        .satisfies(e -> assertThat(e.found()).isNotEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "'a\"b' | a\"b",
        "'it\\'s' | it's",
        "“say \"it\"” | say \"it\"",
        "\"“so”\" | “so”",
        "\"a ```json\\n{}\\n``` b\" | a ```json\\n{}\\n``` b",
        "\"</think>{}<answer>\" | </think>{}<answer>",
        "\"// no /* comment */ # here\" | // no /* comment */ # here",
        "\"True, 'x', {a: 1,}\" | True, 'x', {a: 1,}",
        "\"\\ud83d\" | \ud83d",
        "\"a\\/b\\u00e9\" | a/bé",
      })
  void textIsWhatItWas(String json, String text) {
    String loose = "So: {verdict: " + json + ", stars: 5,}";
    assertThat(REVIEW.read(loose).verdict()).isEqualTo(text.replace("\\n", "\n"));
  }

  @Test
  void charactersThatMustBeEscapedAreThemselves() {
    for (String raw : new String[] {"\n", "\r\n", "\t", "\0", "\u001f", "a\n\n  b"}) {
      assertThat(REVIEW.read("{\"verdict\":\"" + raw + "\",\"stars\":5}").verdict()).isEqualTo(raw);
      assertThat(REVIEW.read("{'verdict':'" + raw + "','stars':5}").verdict()).isEqualTo(raw);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      quoteCharacter = '\0',
      value = {
        "<think>maybe 3</think>7 = 7",
        "```\\n7\\n``` = 7",
        "```json\\n\"GOOD\"\\n``` = \"GOOD\"",
        "<think>x</think>True = true",
        "\"a {b} c\" = \"a {b} c\"",
        "<|channel|>final<|message|>7<|return|> = 7",
        "GOOD = \"GOOD\"",
        "<think>bad?</think>\\n**good**. = \"good\"",
        "```\\n2026-01-31\\n``` = \"2026-01-31\"",
      })
  void aValueWithoutBracketsMayBeTheWholeAnswer(String text, String json) {
    assertThat(JsonRepair.candidates(text.replace("\\n", "\n"))).containsExactly(json);
  }

  // Documents of every kind, in every shape.

  private static final List<String> AROUND =
      List.of(
          "%s",
          "\uFEFF%s",
          "```json\n%s\n```",
          "```\n%s```",
          "Here it is:\n\n%s\n\nAnything else?",
          "%s<|im_end|>",
          "<think>hm \"{'[ {\"x\": 1}</think>%s",
          "hm {\"x\": 1} \" it's\n</think>\n%s",
          "hm {\"x\": [\"y\", </think>%s",
          "<think>\n%s",
          "<|channel|>analysis<|message|>{\"x\":1}<|end|><|channel|>final<|message|>%s",
          "{\"x\": 0}\n<answer>%s</answer>",
          "%1$s\n\n%1$s",
          "Draft: {\"x\":0}\nFinal:\n%s");

  private static final String[] WORDS = {
    "a",
    "é",
    "🌍",
    "\"",
    "\\",
    "\n",
    "\t",
    "'",
    "“",
    "’",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "```json\n",
    "</think>",
    "<think>",
    "<answer>",
    "//",
    "/*",
    "#",
    "True",
    "\ud83d",
    "<|channel|>final<|message|>",
    " "
  };

  private final Random random = new Random(11);

  private Object document(int depth) {
    int kind = random.nextInt(depth > 3 ? 5 : 7);
    switch (kind) {
      case 0:
        return random.nextBoolean();
      case 1:
        return random.nextInt(2_000) - 1_000;
      case 2:
        return random.nextLong() * 1e-9;
      case 3, 4:
        return words();
      case 5:
        List<Object> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          elements.add(document(depth + 1));
        }
        return elements;
      default:
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          members.put(words(), document(depth + 1));
        }
        return members;
    }
  }

  private String words() {
    StringBuilder words = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      words.append(WORDS[random.nextInt(WORDS.length)]);
    }
    return words.toString();
  }

  /** Writes a value, loosely if asked to. */
  private String written(Object value, boolean isLoose) {
    StringBuilder json = new StringBuilder();
    if (value instanceof Map<?, ?> members) {
      String comma = "{";
      for (Map.Entry<?, ?> member : members.entrySet()) {
        json.append(comma)
            .append(gap(isLoose))
            .append(quoted((String) member.getKey(), isLoose))
            .append(gap(isLoose))
            .append(':')
            .append(gap(isLoose))
            .append(written(member.getValue(), isLoose))
            .append(gap(isLoose));
        comma = ",";
      }
      json.append(members.isEmpty() ? "{" : "");
      return json.append(isLoose && !members.isEmpty() ? "," : "").append('}').toString();
    }
    if (value instanceof List<?> elements) {
      json.append('[');
      for (int i = 0; i < elements.size(); i++) {
        json.append(i > 0 ? "," : "")
            .append(gap(isLoose))
            .append(written(elements.get(i), isLoose));
      }
      return json.append(isLoose && !elements.isEmpty() ? " , " : "").append(']').toString();
    }
    if (value instanceof String text) {
      return quoted(text, isLoose);
    }
    String word = value.toString();
    return isLoose && value instanceof Boolean
        ? Character.toUpperCase(word.charAt(0)) + word.substring(1)
        : word;
  }

  private String gap(boolean isLoose) {
    String[] gaps = {"", " ", "\n", "\u00a0", "/* \" ' } */", "// it's\n", "# {\n"};
    return isLoose ? gaps[random.nextInt(gaps.length)] : "";
  }

  private String quoted(String text, boolean isLoose) {
    int kind = isLoose ? random.nextInt(3) : 0;
    String raw = text.replace("\\", "\\\\");
    if (kind == 1) {
      return "'" + raw.replace("'", "\\'") + "'";
    }
    if (kind == 2 && !text.contains("“")) {
      return "“" + raw + "”";
    }
    String escaped = raw.replace("\"", "\\\"");
    return "\"" + (isLoose ? escaped : escaped.replace("\n", "\\n").replace("\t", "\\t")) + "\"";
  }

  @Test
  void whateverStandsAroundADocumentItReadsTheSame() {
    for (int i = 0; i < 6_000; i++) {
      Object value = document(0);
      if (!(value instanceof Map<?, ?> || value instanceof List<?>)) {
        value = List.of(value);
      }
      String around = AROUND.get(random.nextInt(AROUND.size()));
      String loose = around.formatted(written(value, i % 2 == 0));
      assertThat(JsonRepair.candidates(loose))
          .as(loose)
          .singleElement()
          .extracting(TREES::readTree)
          .isEqualTo(TREES.readTree(written(value, false)));
    }
  }

  @Test
  void whatIsBrokenIsNotMendedIntoAnotherValue() {
    String alphabet = "{}[]\",:\\0123456789.eE+-truefalsn '“”/#*\n\0`";
    for (int i = 0; i < 8_000; i++) {
      StringBuilder mutant =
          new StringBuilder(written(List.of(document(0), document(0)), i % 2 == 0));
      for (int changes = 1 + random.nextInt(3); changes > 0 && mutant.length() > 0; changes--) {
        int at = random.nextInt(mutant.length());
        char c = alphabet.charAt(random.nextInt(alphabet.length()));
        if (random.nextBoolean()) {
          mutant.setCharAt(at, c);
        } else {
          mutant.deleteCharAt(at);
        }
      }
      String text = mutant.toString();
      LooseJson loose = new LooseJson(text);
      boolean isWhole = loose.read(0);
      String json = isWhole ? loose.json() : loose.broken(text.length());
      assertThat(isJson(json)).as("%s%n%s", text, json).isEqualTo(isWhole);
      if (isJson(text)) {
        assertThat(TREES.readTree(json)).isEqualTo(TREES.readTree(text));
      }
    }
  }

  private static boolean isJson(String text) {
    try {
      TREES.readTree(text);
      return true;
    } catch (JacksonException e) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "\"", "<think>"})
  void longTextIsReadOnce(String piece) {
    assertThat(JsonRepair.candidates(piece.repeat(4_000_000 / piece.length()))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[",
        "\"",
        "'",
        "{\"",
        "[\"",
        "<think>",
        "</think>",
        "<think>{",
        "{</think>",
        "[/*</think>",
        "[//</think>",
        "['</think>",
        "\"</think>'</think>",
        "<think>[\"a",
        "```",
        "`",
        " ",
        "[]",
        "[1],",
        "{}",
        "{it} ",
        "\\",
        "\"\\",
        "/*",
        "{/*",
        "<answer>",
        "<answer>{",
        "\"\"</think>",
        "(",
        "a",
        "<|channel|>final",
        "<|",
        "<a",
        "{a:",
        "{\"a\":1,",
        "[1,",
        "7",
        "-",
        "{'</think>“"
      })
  void hostileTextTakesTimeThatIsLinear(String piece) {
    // Minutes if each piece were read to the end.
    String text = piece.repeat(700_000 / piece.length());
    assertThat(JsonRepair.candidates(text)).isNotEmpty();
    assertThat(JsonRepair.candidates("<think>" + text)).isNotEmpty();
  }
}
