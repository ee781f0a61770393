package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documentation of calls shows compiles. */
class CallsDocTest {
  private static final Pattern BLOCK = Pattern.compile("```java\n(.+?)```", Pattern.DOTALL);

  private static final String IMPORTS =
      """
      import dev.gatewayz.*;
      import dev.gatewayz.Deadlines;
      import dev.gatewayz.annotation.*;
      import dev.gatewayz.chat.*;
      import dev.gatewayz.error.*;
      import dev.gatewayz.gateway.*;
      import dev.gatewayz.intercept.*;
      import dev.gatewayz.observe.*;
      import dev.gatewayz.telemetry.*;
      import dev.gatewayz.usage.*;
      import io.micrometer.core.instrument.MeterRegistry;
      import io.opentelemetry.api.OpenTelemetry;
      import java.time.Duration;
      import java.util.List;
      import java.util.concurrent.Flow;
      """;

  @Test
  void theSnippetsCompile(@TempDir Path classes) throws IOException {
    Matcher blocks = BLOCK.matcher(Files.readString(Path.of("../docs/calls.md")));
    StringBuilder source = new StringBuilder(IMPORTS).append("class Snippets {\n");
    int count = 0;
    while (blocks.find()) {
      String block = blocks.group(1);
      source.append(
          block.contains("@GatewayzClient")
              ? block
              : "void snippet%d(Gatewayz gatewayz, OpenTelemetry openTelemetry, MeterRegistry registry) {\n%s}\n"
                  .formatted(count, block));
      count++;
    }
    assertThat(count).isGreaterThanOrEqualTo(12);

    StringWriter messages = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
    boolean compiled =
        compiler
            .getTask(messages, null, null, options, null, List.of(new Source(source + "}")))
            .call();

    assertThat(compiled).withFailMessage(messages::toString).isTrue();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Snippets.java"), JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
