package dev.gatewayz.internal.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;

/** A name for a variable is one that Java takes. */
class LocalsTest {

  @Test
  void isFreeOfKeywordsAndOfWhatNoIdentifierHas() {
    for (String wanted :
        List.of(
            "class",
            "record",
            "var",
            "true",
            "null",
            "_",
            "_a",
            "a-b",
            "a1",
            "1a",
            "",
            "é",
            "sealed",
            "yield",
            "enum",
            "goto",
            "strictfp",
            "assert",
            "int",
            "transient")) {
      boolean isName = SourceVersion.isName(wanted, SourceVersion.RELEASE_17);
      assertThat(new Locals().free(wanted)).isEqualTo(isName ? wanted : "value");
    }
  }

  @Test
  void isTakenOnce() {
    Locals locals = new Locals();
    assertThat(locals.free("a")).isEqualTo("a");
    assertThat(locals.free("a")).isEqualTo("a2");
  }
}
