package dev.gatewayz.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderingTest {
  private static final String OPEN = "{\"role\":\"user\",\"content\":\"";

  private static Rendering opened() {
    return Prompt.of("Test.test", "0", "gatewayz/a/b", "", OPEN, "[", "]").render().raw(0);
  }

  /** What stands behind the opening quote. */
  private static String written(Rendering rendering) {
    return rendering.json().toString();
  }

  @Test
  void whatComesBeforeTheFirstArgumentIsSharedByAllRequests() {
    Prompt prompt = Prompt.of("Test.test", "0", "gatewayz/a/b", "", OPEN, "\"}");
    Rendering one = prompt.render().raw(0).text("x", "1").raw(1);
    Rendering other = prompt.render().raw(0).text("x", "2").raw(1);
    assertThat(one.beginning()).isSameAs(other.beginning()).asString().endsWith(OPEN);
    assertThat(written(one) + written(other)).isEqualTo("1\"}2\"}");
  }

  @Test
  void theFirstSegmentIsCopiedWhereSomethingElseComesFirst() {
    Prompt prompt = Prompt.of("Test.test", "0", "gatewayz/a/b", "", OPEN, ",");
    Rendering rendering = prompt.render().raw(1).raw(0).raw(0);
    assertThat(written(rendering)).isEqualTo("," + OPEN + OPEN);
  }

  @Test
  void plainValuesAreJsonInsideTheText() {
    assertThat(written(opened().json("a\"b\n"))).isEqualTo("\\\"a\\\\\\\"b\\\\n\\\"");
    assertThat(written(opened().json(null))).isEqualTo("null");
    assertThat(written(opened().json(true))).isEqualTo("true");
    assertThat(written(opened().json(1.5))).isEqualTo("1.5");
    assertThat(written(opened().json(new BigDecimal("1.50")))).isEqualTo("1.50");
    assertThat(written(opened().json('x'))).isEqualTo("\\\"x\\\"");
  }

  @Test
  void whatIsNoJsonNumberIsAString() {
    assertThat(written(opened().json(Double.NaN))).isEqualTo("\\\"NaN\\\"");
    assertThat(written(opened().json(Float.POSITIVE_INFINITY))).isEqualTo("\\\"Infinity\\\"");
  }

  @Test
  void commasStandBetweenElementsOnly() {
    Rendering rendering = opened().raw(1);
    for (String element : List.of("[", "{", "")) {
      rendering.comma().json(element);
    }
    assertThat(written(rendering.raw(2))).isEqualTo("[\\\"[\\\",\\\"{\\\",\\\"\\\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t \r\f"})
  void blankMessagesAreRefused(String text) {
    Rendering rendering = opened().text("x", text);
    assertThatThrownBy(() -> rendering.filled("user"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The user message of the prompt Test.test is blank.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "\\n", "\\", "x ", " \\ \n", "\"  ", "n", "\\\""})
  void otherMessagesAreNot(String text) {
    opened().text("x", text).filled("user");
  }

  @Test
  void fencesOfOneCallCarryOneNumber() {
    String one = written(opened().fence().text("x", "a").endFence().fence().endFence());
    assertThat(one)
        .matches(
            "<untrusted:([0-9a-f]{16})>\\\\na\\\\n</untrusted:\\1>"
                + "<untrusted:\\1>\\\\n\\\\n</untrusted:\\1>");
    assertThat(written(opened().fence())).isNotEqualTo(written(opened().fence()));
  }
}
