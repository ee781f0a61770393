package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the documentation shows compiles. */
class DocsTest {
  private static final Pattern BLOCK = Pattern.compile("```java\n(.+?)```", Pattern.DOTALL);

  @ParameterizedTest
  @CsvSource({"templates.md, 7", "answers.md, 5", "prompts.md, 3"})
  void everyExampleCompiles(String file, int count) throws IOException {
    Matcher blocks = BLOCK.matcher(Files.readString(Path.of("../docs", file)));
    List<String> sources = new ArrayList<>();
    while (blocks.find()) {
      sources.add(
          """
          package docs;
          import dev.gatewayz.*;
          import dev.gatewayz.annotation.*;
          import dev.gatewayz.chat.*;
          import java.math.*;
          import java.time.*;
          import java.util.*;
          import java.util.concurrent.*;
          @GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
          interface Example%d {
            %s
          }
          """
              .formatted(sources.size(), blocks.group(1)));
    }
    assertThat(sources).hasSizeGreaterThanOrEqualTo(count);
    Compilation compilation = Compilation.javac(sources.toArray(String[]::new));
    assertThat(compilation.log()).isEmpty();
  }

  @Test
  void everyOptionIsDocumented() throws IOException {
    String docs = Files.readString(Path.of("../docs/templates.md"));
    assertThat(docs).contains(ProcessorOptions.ALL);
  }
}
