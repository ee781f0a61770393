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

/** What the documentation shows compiles. */
class DocsTest {
  private static final Pattern BLOCK = Pattern.compile("```java\n(.+?)```", Pattern.DOTALL);

  @Test
  void everyExampleOfTheTemplatesCompiles() throws IOException {
    Matcher blocks = BLOCK.matcher(Files.readString(Path.of("../docs/templates.md")));
    List<String> sources = new ArrayList<>();
    while (blocks.find()) {
      sources.add(
          """
          package docs;
          import dev.gatewayz.CallOptions;
          import dev.gatewayz.annotation.*;
          import dev.gatewayz.chat.*;
          import java.util.*;
          @GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
          interface Example%d {
            %s
          }
          """
              .formatted(sources.size(), blocks.group(1)));
    }
    assertThat(sources).hasSizeGreaterThan(6);
    Compilation compilation = Compilation.javac(sources.toArray(String[]::new));
    assertThat(compilation.log()).isEmpty();
  }

  @Test
  void everyOptionIsDocumented() throws IOException {
    String docs = Files.readString(Path.of("../docs/templates.md"));
    assertThat(docs).contains(ProcessorOptions.ALL);
  }
}
