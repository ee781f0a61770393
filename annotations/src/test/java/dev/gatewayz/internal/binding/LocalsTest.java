package dev.gatewayz.internal.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A name for a variable is one that Java takes. */
class LocalsTest {

  @Test
  void isFreeOfKeywordsAndOfWhatNoIdentifierHas() {
    for (String wanted : List.of("class", "true", "null", "_", "a-b", "1a", "", "enum", "goto")) {
      assertThat(new Locals().free(wanted)).isEqualTo("value");
    }
    for (String wanted : List.of("record", "var", "_a", "a1", "é", "sealed", "yield")) {
      assertThat(new Locals().free(wanted)).isEqualTo(wanted);
    }
  }

  @Test
  void isTakenOnce() {
    Locals locals = new Locals();
    assertThat(locals.free("a")).isEqualTo("a");
    assertThat(locals.free("a")).isEqualTo("a2");
  }
}
