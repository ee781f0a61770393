package dev.gatewayz.sample;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import dev.gatewayz.processor.GatewayzProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the guide shows compiles, with the processor and without warnings. */
class DocsTest {
  private static final Pattern BLOCK = Pattern.compile("```java\n(.+?)```", Pattern.DOTALL);

  /** The beginning of a block that shows a type. */
  private static final Pattern TYPE =
      Pattern.compile(
          "(?:@(?:GatewayzClient|Cassette).*\n(?:@.*\n)*)?(?:public )?(?:interface|class) (\\w+)");

  private static final String BODY = "throw new UnsupportedOperationException();";

  private static final String IMPORTS =
      """
      package guide;
      import com.knuddels.jtokkit.Encodings;
      import com.knuddels.jtokkit.api.*;
      import dev.gatewayz.*;
      import dev.gatewayz.Deadlines;
      import dev.gatewayz.annotation.*;
      import dev.gatewayz.batch.*;
      import dev.gatewayz.chat.*;
      import dev.gatewayz.error.*;
      import dev.gatewayz.eval.*;
      import dev.gatewayz.gateway.*;
      import dev.gatewayz.intercept.*;
      import dev.gatewayz.observe.*;
      import dev.gatewayz.telemetry.*;
      import dev.gatewayz.testkit.*;
      import dev.gatewayz.testkit.fake.*;
      import dev.gatewayz.usage.*;
      import io.micrometer.core.instrument.MeterRegistry;
      import io.netty.channel.EventLoopGroup;
      import io.opentelemetry.api.OpenTelemetry;
      import java.io.IOException;
      import java.math.BigDecimal;
      import java.nio.charset.StandardCharsets;
      import java.nio.file.Files;
      import java.nio.file.Path;
      import java.time.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.function.*;
      import java.util.stream.Stream;
      import org.junit.jupiter.api.Test;
      """;

  /** What snippets speak of without showing it. */
  private static final String GIVEN =
      """
      abstract class Given {
        Gatewayz gatewayz;
        OpenTelemetry openTelemetry;
        MeterRegistry registry;
        Executor executor;
        Consumer<String> database;
        Supplier<String> secrets;
        EventLoopGroup workers;
        static class PaymentException extends RuntimeException {
          private static final long serialVersionUID = 1;
        }
        abstract String forecast(String json);
      }
      """;

  @ParameterizedTest
  @CsvSource({
    "answers.md, 5",
    "calls.md, 20",
    "evaluations.md, 7",
    "migration.md, 4",
    "production.md, 3",
    "security.md, 2",
    "servers.md, 2",
    "scale.md, 3",
    "start.md, 4",
    "testing.md, 3",
    "tools.md, 6",
    "transport.md, 1"
  })
  void theSnippetsCompile(String file, int atLeast) throws Exception {
    List<JavaFileObject> sources = new ArrayList<>();
    sources.add(source("Given", GIVEN));
    sources.add(
        source("Verses", "interface Verses { AnswerStream<String> stream(String topic); }"));
    sources.add(source("Forecast", "record Forecast(String sky, double degrees) {}"));
    Matcher blocks = BLOCK.matcher(Files.readString(Path.of("../docs").resolve(file)));
    while (blocks.find()) {
      String block = blocks.group(1).replace("…", BODY);
      Matcher shown = TYPE.matcher(block);
      String name = shown.lookingAt() ? shown.group(1) : "Block" + sources.size();
      sources.add(source(name, declaration(name, block)));
    }

    assertThat(sources).as("three that are given, and those shown").hasSizeGreaterThan(atLeast + 1);
    assertThat(
            javac()
                .withOptions("-Xlint:all,-auxiliaryclass,-classfile,-processing", "-Werror")
                .withProcessors(new GatewayzProcessor())
                .compile(sources))
        .succeededWithoutWarnings();
  }

  private static JavaFileObject source(String name, String declarations) {
    return JavaFileObjects.forSourceString("guide." + name, IMPORTS + declarations);
  }

  /** Types are as they are shown; methods get a type, and statements a method around them. */
  private static String declaration(String name, String block) {
    if (TYPE.matcher(block).lookingAt()) {
      return block.replaceAll("(?m)^public ", "");
    }
    if (block.startsWith("@GatewayzPrompt")) {
      return "@GatewayzClient(model = \"gatewayz/openai/gpt-4o-mini\") interface "
          + name
          + " {\n"
          + block
          + "}\n";
    }
    if (block.startsWith("@GatewayzTool")) {
      return "abstract class " + name + " extends Given {\n" + block + "}\n";
    }
    return "abstract class "
        + name
        + " extends Given {\n"
        + (block.contains("support.") ? "Support support;\n" : "")
        + "void snippet() throws Exception {\n"
        + block
        + "}\n}\n";
  }
}
