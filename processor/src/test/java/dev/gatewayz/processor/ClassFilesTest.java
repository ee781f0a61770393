package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interfaces may extend interfaces of other jars, and come from other languages. */
class ClassFilesTest {
  private static final String CLIENT =
      """
      package run;
      @dev.gatewayz.annotation.GatewayzClient(model = "gatewayz/a/b")
      interface Caller extends lib.Base<String> {}
      """;

  @TempDir Path library;

  private static String base(String parameter) {
    return """
    package lib;
    import dev.gatewayz.annotation.*;
    public interface Base<T> {
      @GatewayzPrompt("Write about {{topic}} and {{topic}}.") String write(%s);
    }
    """
        .formatted(parameter);
  }

  private Compilation compileAgainst(String base, String... options) throws IOException {
    return compileAgainst(base, CLIENT, List.of(options));
  }

  private Compilation compileAgainst(String base, String client, List<String> options)
      throws IOException {
    Compilation compiled =
        new Compilation.Setup().replacingOptions(options.toArray(String[]::new)).compile(base);
    for (Map.Entry<String, byte[]> type : compiled.classes().entrySet()) {
      Path file = library.resolve(type.getKey().replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, type.getValue());
    }
    String classPath = library + File.pathSeparator + System.getProperty("java.class.path");
    return new Compilation.Setup().options("-cp", classPath).compile(client);
  }

  @Test
  void parametersWithoutNamesAreReportedOnceWhereTheClientIs() throws IOException {
    Compilation compilation = compileAgainst(base("T topic"));
    assertThat(compilation.codes()).containsExactly("GZ2016");
    assertThat(compilation.log())
        .contains(
            "/run/Caller.java:3",
            "[GZ2016] (in Base.write(T)) The parameters of \"Base.write\" have no names in its"
                + " class file",
            "Compile \"Base\" with -parameters, or annotate its parameters with @Var.");
  }

  @Test
  void toolsNeedTheNamesOfTheirParametersAndTheirDescriptionsInTheClassFile() throws IOException {
    String tools =
        """
        package lib;
        import dev.gatewayz.annotation.*;
        public interface Weather {
          /** Seen by nobody but who compiles it. */
          @GatewayzTool int degrees();
          @GatewayzTool("The sky.") String sky(String city);
        }
        """;
    String client =
        """
        package run;
        @dev.gatewayz.annotation.GatewayzClient(model = "gatewayz/a/b")
        interface Caller {
          @dev.gatewayz.annotation.GatewayzPrompt(value = "Ask.", tools = lib.Weather.class)
          String ask();
        }
        """;
    assertThat(compileAgainst(tools, client, List.of()).codes()).containsExactly("GZ7010");
    assertThat(compileAgainst(tools, client, List.of("-parameters")).codes())
        .containsExactly("GZ7006");
  }

  @Test
  void varNamesThem() throws IOException {
    Compilation compilation = compileAgainst(base("@Var(\"topic\") T topic"));
    assertThat(compilation.log()).isEmpty();
    assertThat(compilation.sources().get("run/GatewayzCaller.java"))
        .contains("String write(String arg0)", "\"topic\", arg0)");
  }

  @Test
  void theParametersOptionKeepsTheNames() throws IOException {
    Compilation compilation = compileAgainst(base("T topic"), "-parameters");
    assertThat(compilation.log()).isEmpty();
  }

  @Test
  void aClassThatTheClassPathLacksIsNamed() throws IOException {
    Compilation compiled =
        new Compilation.Setup()
            .replacingOptions()
            .compile(
                "package lib; public class Missing {}",
                "package lib; public class Topic extends Missing {}");
    Path file = library.resolve("lib/Topic.class");
    Files.createDirectories(file.getParent());
    Files.write(file, compiled.classes().get("lib.Topic"));
    String classPath = library + File.pathSeparator + System.getProperty("java.class.path");
    Compilation compilation =
        new Compilation.Setup()
            .replacingOptions("-cp", classPath)
            .compile(
                """
                package run;
                import dev.gatewayz.annotation.*;
                @GatewayzClient(model = "gatewayz/a/b")
                interface Caller {
                  @GatewayzPrompt("Write about {{topic}}.") String write(lib.Topic topic);
                }
                """);
    assertThat(compilation.success()).isFalse();
    assertThat(compilation.codes()).containsExactly("GZ1017");
    assertThat(compilation.log()).contains("Caller.java:4", "Missing");
  }

  @Test
  void aKotlinSuspendFunctionIsNamedAsOne() {
    Compilation compilation =
        new Compilation.Setup()
            .replacingOptions()
            .compile(
                "package kotlin.coroutines; public interface Continuation<T> {}",
                """
                package run;
                import dev.gatewayz.annotation.*;
                @GatewayzClient(model = "gatewayz/a/b")
                interface Caller {
                  @GatewayzPrompt("Write about {{topic}}.")
                  Object write(String topic, kotlin.coroutines.Continuation<? super String> c);
                }
                """);
    assertThat(compilation.codes()).containsExactly("GZ1010");
    assertThat(compilation.log()).contains("suspend", "Caller.java:6");
  }

  @Test
  void interfacesOfTheSameNameLiveInTheirPackages() {
    String one =
        """
        package one;
        @dev.gatewayz.annotation.GatewayzClient(model = "gatewayz/a/b")
        public interface Same {
          @dev.gatewayz.annotation.GatewayzPrompt("1") String call();
        }
        """;
    Compilation compilation = Compilation.javac(one, one.replace("one", "two"));
    assertThat(compilation.log()).isEmpty();
    assertThat(compilation.resources())
        .containsOnlyKeys(
            "META-INF/gatewayz/prompts/one.Same.json",
            "META-INF/gatewayz/prompts/two.Same.json",
            "META-INF/native-image/dev.gatewayz/one.Same/reachability-metadata.json",
            "META-INF/native-image/dev.gatewayz/two.Same/reachability-metadata.json");
  }
}
