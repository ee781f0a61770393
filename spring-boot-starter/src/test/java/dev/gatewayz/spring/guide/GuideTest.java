package dev.gatewayz.spring.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page on Spring Boot shows what compiles and runs here. */
class GuideTest {
  private static final Pattern SHOWN = Pattern.compile("```java\n(.+?)```", Pattern.DOTALL);
  private static final Path SOURCES = Path.of("src/test/java/dev/gatewayz/spring/guide");

  @Test
  void thePageShowsWhatRuns() throws IOException {
    Matcher shown = SHOWN.matcher(Files.readString(Path.of("../docs/spring.md")));
    for (String file : List.of("HaikuController", "HaikusTest")) {
      assertThat(shown.find()).as(file).isTrue();
      assertThat(squeezed(Files.readString(SOURCES.resolve(file + ".java"))))
          .contains(squeezed(shown.group(1)));
    }
    assertThat(shown.find()).isFalse();
  }

  private static String squeezed(String code) {
    return code.replaceAll("\\s+", " ").strip();
  }
}
