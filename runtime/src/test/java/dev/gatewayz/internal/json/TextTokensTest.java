package dev.gatewayz.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.internal.json.JsonScanner.Unsure;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/** What it reads is what a full parser reads; what that refuses it is not sure about. */
class TextTokensTest {
  private static final String[] PLAIN = {
    "{\"headline\":\"Revenue rose\",\"pages\":12,\"share\":-0.25,\"final\":true}",
    " [ 1 , 0 , -7 , 999999999999999999 , 10.50 , null , false , [ ] , { } ] ",
    "{\"a\":{\"b\":[{\"c\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00 é 😀\"}]},\"a b\":\"\"}",
    "\"text\"",
    "-0",
    "\n[[[[[[\"deep\"]]]]]]\t"
  };
  private static final String STRAY = "{}[]\",:\\ntfu0123456789.-+eE \n\u0001é/";

  private static List<Object> read(JsonTokens in) {
    List<Object> read = new ArrayList<>();
    for (JsonToken token = in.next(); token != null; token = in.next()) {
      read.add(token);
      assertThat(in.current()).isEqualTo(token);
      switch (token) {
        case PROPERTY_NAME -> read.add(in.name());
        case VALUE_STRING -> read.add(in.string());
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
          read.add(in.string());
          read.add(in.isLong() ? in.int64() : "no long");
          read.add(in.float64());
          if (!in.isLong() || Math.abs(in.int64()) < 1 << 24) {
            read.add(in.float32());
          }
          read.add(in.decimal());
        }
        default -> {}
      }
    }
    return read;
  }

  private static @Nullable List<Object> parsed(String json) {
    try (ParserTokens tokens = ParserTokens.of(json)) {
      return read(tokens);
    } catch (JacksonException e) {
      return null;
    }
  }

  @Test
  void readsWhatModelsWriteWithoutAParser() {
    for (String json : PLAIN) {
      assertThat(read(new TextTokens(json))).isEqualTo(parsed(json));
    }
  }

  @Test
  void readsNothingElseThanAParser() {
    Random random = new Random(7);
    int sure = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder json = new StringBuilder(PLAIN[i % PLAIN.length]);
      for (int n = random.nextInt(3); n >= 0; n--) {
        int at = random.nextInt(json.length());
        switch (random.nextInt(3)) {
          case 0 -> json.deleteCharAt(at).append(' ');
          case 1 -> json.setCharAt(at, STRAY.charAt(random.nextInt(STRAY.length())));
          default -> json.insert(at, STRAY.charAt(random.nextInt(STRAY.length())));
        }
      }
      List<Object> read;
      try {
        read = read(new TextTokens(json.toString()));
        sure++;
      } catch (Unsure e) {
        continue;
      }
      assertThat(read).as(json.toString()).isEqualTo(parsed(json.toString()));
    }
    assertThat(sure).isBetween(2_000, 18_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[1,]",
        "{\"a\":1,}",
        "[1 2]",
        "01",
        "-",
        "1.",
        ".5",
        "1e5",
        "[1}",
        "{\"a\"}",
        "nul",
        "truey",
        "\"a",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\\u12\"",
        "\"tab\t\"",
        "1 2",
        "[1]]",
        "{1:2}",
        "{a:1}",
        "{\"\\u0061\":1}",
        "NaN",
        "\ufeff1",
        "/* */1",
        "1234567890123456789",
        "\u00a01"
      })
  void leavesTheRestToAParser(String json) {
    assertThatThrownBy(() -> read(new TextTokens(json))).isSameAs(Unsure.INSTANCE);
  }

  @Test
  void leavesWhatIsNestedDeepToAParser() {
    String deep = "[".repeat(61) + "]".repeat(61);
    assertThatThrownBy(() -> read(new TextTokens(deep))).isSameAs(Unsure.INSTANCE);
    assertThat(read(new TextTokens(deep.substring(1, 121)))).hasSize(120);
  }

  @Test
  void skipsWhatIsCurrentAndComesBackToIt() {
    JsonTokens in = new TextTokens("{\"a\":{\"x\":[1,{}]},\"b\":2}");
    in.next();
    in.next();
    in.next();
    int place = in.place();
    in.skip();
    assertThat(in.current()).isEqualTo(JsonToken.END_OBJECT);
    assertThat(in.next()).isEqualTo(JsonToken.PROPERTY_NAME);
    assertThat(in.name()).isEqualTo("b");

    JsonTokens again = in.from(place);
    assertThat(again.next()).isEqualTo(JsonToken.START_OBJECT);
    assertThat(again.next()).isEqualTo(JsonToken.PROPERTY_NAME);
    assertThat(again.name()).isEqualTo("x");
  }

  @Test
  void aNameThatComesAgainIsTheSameObject() {
    JsonTokens in = new TextTokens("[{\"headline\":1},{\"headline\":2}]");
    in.next();
    in.next();
    in.next();
    String first = in.name();
    in.next();
    in.next();
    in.next();
    in.next();
    assertThat(in.name()).isSameAs(first);
  }
}
