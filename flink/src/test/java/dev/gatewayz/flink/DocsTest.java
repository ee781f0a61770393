package dev.gatewayz.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide shows compiles, with the processor. */
class DocsTest {
  private static final Pattern BLOCK = Pattern.compile("```java\n(.+?)```", Pattern.DOTALL);
  private static final Pattern TYPE =
      Pattern.compile("(?:@GatewayzClient.*\n)?(?:public )?(?:interface|class) (\\w+)");

  private static final String IMPORTS =
      """
      package guide;
      import dev.gatewayz.annotation.*;
      import dev.gatewayz.flink.*;
      import dev.gatewayz.intercept.*;
      import java.util.concurrent.CompletableFuture;
      import org.apache.flink.streaming.api.datastream.DataStream;
      import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
      """;

  @Test
  void theSnippetsCompile(@TempDir Path folder) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-d",
                folder.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-processor",
                "dev.gatewayz.processor.GatewayzProcessor"));
    Matcher blocks = BLOCK.matcher(Files.readString(Path.of("../docs/flink.md")));
    while (blocks.find()) {
      String block = blocks.group(1);
      Matcher type = TYPE.matcher(block);
      boolean isType = type.lookingAt();
      String name = isType ? type.group(1) : "Block" + arguments.size();
      String body =
          isType
              ? block
              : "abstract class "
                  + name
                  + " {\nDataStream<String> rows;\nstatic AnswerCache cache;\n"
                  + "void snippet() throws Exception {\n"
                  + block
                  + "}\n}\n";
      Path source = folder.resolve(name + ".java");
      Files.writeString(source, IMPORTS + body);
      arguments.add(source.toString());
    }

    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new))).isZero();
    try (Stream<Path> classes = Files.list(folder.resolve("guide"))) {
      assertThat(classes).hasSizeGreaterThan(6);
    }
  }
}
