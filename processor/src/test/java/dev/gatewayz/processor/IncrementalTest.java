package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/**
 * A build tool compiles again what changed, and that alone: the rest are class files. What comes
 * out is what comes out of a whole build, byte for byte.
 */
class IncrementalTest {
  /** Types of another module, whose annotations stand on their types. */
  private static final String[] LIBRARY = {
    """
    package lib;
    import com.fasterxml.jackson.annotation.JsonValue;
    import dev.gatewayz.annotation.*;
    import java.util.*;
    import org.jspecify.annotations.Nullable;
    public interface Types {
      record Brief(String title, @Nullable String note, List<@Size(max = 20) String> tags,
          List<@Nullable Integer> holes, @Range(min = 1, max = 5) int stars,
          @Nullable String[] @Nullable [] grid) {}
      record Box<T>(T content, List<T> others) {}
      record Boxes(Box<@Nullable String> box, Box<Integer> other) {}
      sealed interface Shape {
        record Zeta(@Nullable String name) implements Shape {}
        record Alpha(int count) implements Shape {}
        record Mid(Level level) implements Shape {}
        record Beta() implements Shape {}
      }
      sealed interface Listed permits Listed.Two, Listed.One {
        record One(int a) implements Listed {}
        record Two(int b) implements Listed {}
      }
      enum Level { HIGH, LOW, MEDIUM }
      sealed interface Tree<T> {
        record Twig<T>(Tree<T> left, @Nullable Tree<T> right) implements Tree<T> {}
        record Leaf<T>(List<? extends T> value) implements Tree<T> {}
      }
      enum Sign {
        PLUS, MINUS;
        @JsonValue public String text() { return this == PLUS ? "+" : "-"; }
      }
      record Signs(Sign one, Map<String, Sign> more) {}
      record Bean(@Nullable String maybe, List<@Nullable String> all) {}
    }
    """,
    """
    package lib;
    import dev.gatewayz.annotation.*;
    import org.jspecify.annotations.Nullable;
    public class Towns {
      @GatewayzTool("Finds.") public String find(long count, @Nullable String name, double rest) {
        return name + count + rest;
      }
      @GatewayzTool("Says.") public static String say(int word, Types.Brief brief) { return ""; }
    }
    """,
    """
    package lib;
    import dev.gatewayz.annotation.*;
    import org.jspecify.annotations.Nullable;
    public interface Base {
      @GatewayzPrompt("{{#note}}{{note}}{{/note}} {{more}}")
      String base(@Var("note") @Nullable String note, @Var("more") @Untrusted String more);
    }
    """,
    """
    package lib;
    public interface Left extends Base {
      @Override String base(String note, String more);
    }
    """,
    """
    package lib;
    public interface Right extends Base {
      @Override String base(String note, String more);
    }
    """
  };

  private static final String CLIENT =
      """
      package app;
      import dev.gatewayz.annotation.*;
      import java.util.*;
      import lib.Types;
      @GatewayzClient(model = "gatewayz/a/b")
      public interface Caller extends lib.Left, lib.Right {
        @GatewayzPrompt("Go.") Types.Brief brief();
        @GatewayzPrompt("Go.") List<Types.Shape> shapes();
        @GatewayzPrompt("Go.") Types.Listed listed();
        @GatewayzPrompt("Go.") Types.Boxes boxes();
        @GatewayzPrompt(value = "Go.", tools = lib.Towns.class) String ask();
        @GatewayzPrompt("Go.{{#b.maybe}}{{b.maybe}}{{/b.maybe}}{{#b.all}}{{#.}}{{.}}{{/.}}{{/b.all}}")
        String bean(Types.Bean b);
        @GatewayzPrompt("{{value}}") String json(@Json Types.Brief value);
        @GatewayzPrompt("{{value}}") Types.Tree<String> tree(@Json Types.Signs value);
      }
      """;

  /** What else is generated, and what is read for it; prompts are as a whole build locked them. */
  private static final String[] OPTIONS = {
    "-Agatewayz.overrides=true",
    "-Agatewayz.fakes=true",
    "-Agatewayz.models=" + Fixtures.file("bad/GZ4018.json")
  };

  @TempDir Path folder;

  private static Map<String, String> out(Compilation compilation) {
    assertThat(compilation.success()).as(compilation.log()).isTrue();
    Map<String, String> out = new TreeMap<>(compilation.sources());
    out.putAll(compilation.resources());
    // The names of parameters of what is inherited are the author's own matter.
    out.replaceAll(
        (path, text) -> text.replaceAll("\\barg0\\b", "note").replaceAll("\\barg1\\b", "more"));
    return out;
  }

  private static Map<String, String> whole() {
    List<String> sources = new ArrayList<>(List.of(LIBRARY));
    sources.add(CLIENT);
    return out(
        new Compilation.Setup()
            .replacingOptions("-nowarn")
            .compile(sources.toArray(String[]::new)));
  }

  private static Compilation library(String... options) {
    return new Compilation.Setup().replacingOptions(options).compile(LIBRARY);
  }

  private static Path write(Map<String, byte[]> classes, Path to) throws IOException {
    for (Map.Entry<String, byte[]> type : classes.entrySet()) {
      Path file = to.resolve(type.getKey().replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, type.getValue());
    }
    return to;
  }

  private static Path jar(Map<String, byte[]> classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      for (Map.Entry<String, byte[]> type : classes.entrySet()) {
        entries.putNextEntry(new JarEntry(type.getKey().replace('.', '/') + ".class"));
        entries.write(type.getValue());
      }
    }
    return jar;
  }

  private static String classPath(Path library) {
    return library + File.pathSeparator + System.getProperty("java.class.path");
  }

  private static Compilation.Setup hidden(Path library) {
    return new Compilation.Setup()
        .replacingOptions("-Xlint:-processing", "-cp", classPath(library))
        .hidingFiles();
  }

  private static Compilation.Setup against(Path library) {
    return new Compilation.Setup().replacingOptions("-nowarn", "-cp", classPath(library));
  }

  @Test
  void typesOfClassFilesAreThoseOfTheirSources() throws IOException {
    Map<String, byte[]> classes = library("-g").classes();
    Path files = write(classes, folder.resolve("classes"));
    Path jar = jar(classes, folder.resolve("lib.jar"));
    Map<String, String> whole = whole();
    assertThat(out(against(files).compile(CLIENT))).isEqualTo(whole);
    assertThat(out(against(jar).compile(CLIENT))).isEqualTo(whole);
  }

  @Test
  void modulesAreReadToo() throws IOException {
    List<String> sources = new ArrayList<>(List.of(LIBRARY));
    sources.add("module lib { exports lib; }");
    Compilation library =
        new Compilation.Setup()
            .replacingOptions("-g", "--add-reads", "lib=ALL-UNNAMED")
            .compile(sources.toArray(String[]::new));
    assertThat(library.success()).as(library.log()).isTrue();
    Path jar = jar(library.classes(), folder.resolve("lib.jar"));
    Compilation compilation =
        new Compilation.Setup()
            .replacingOptions("-nowarn", "--module-path", jar.toString(), "--add-modules", "lib")
            .compile(CLIENT);
    assertThat(compilation.codes()).isEmpty();
    assertThat(out(compilation)).isEqualTo(whole());
  }

  @Test
  void theEclipseCompilerReadsTheSame() throws IOException {
    Path files = write(library("-g").classes(), folder.resolve("classes"));
    Compilation compilation =
        new Compilation.Setup()
            .compiler(new EclipseCompiler(), "--release", "17", "-cp", classPath(files))
            .compile(CLIENT);
    assertThat(out(compilation)).isEqualTo(whole());
  }

  @Test
  void namesThatNobodyKeptAreAskedFor() throws IOException {
    Path files = write(library("-g:none").classes(), folder.resolve("classes"));
    assertThat(against(files).compile(CLIENT).codes()).containsExactly("GZ7010", "GZ7010");
    Path named = write(library("-g:none", "-parameters").classes(), folder.resolve("named"));
    assertThat(out(against(named).compile(CLIENT))).isEqualTo(whole());
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "Later compilers show what is there.")
  void annotationsThatNobodyCanSeeAreMissed() throws IOException {
    Path files = write(library("-parameters").classes(), folder.resolve("classes"));
    Compilation compilation = hidden(files).compile(CLIENT);
    assertThat(compilation.success()).isTrue();
    assertThat(compilation.codes()).isNotEmpty().containsOnly("GZ5013");
    assertThat(compilation.log())
        .contains(
            "(in Types.Brief) The annotations in the types of \"Types.Brief\" cannot be seen");
    String silenced =
        CLIENT.replace("public interface", "@SuppressWarnings(\"GZ5013\") public interface");
    assertThat(hidden(files).compile(silenced).log()).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> eachTypeOfAFixtureIsTheSameWhenItIsCompiledAlone() {
    return Fixtures.tests("good", this::alone);
  }

  private void alone(Path fixture) throws IOException {
    String source = Fixtures.source(fixture);
    Path locks = Files.createDirectories(folder.resolve("locks of " + Fixtures.name(fixture)));
    Compilation whole =
        new Compilation.Setup()
            .replacingOptions("-nowarn", "-parameters")
            .options(OPTIONS)
            .options("-Agatewayz.lock=" + locks, "-Agatewayz.lock.accept=true")
            .compile(source);
    assertThat(whole.success()).as(whole.log()).isTrue();
    Path files = write(whole.classes(), folder.resolve(Fixtures.name(fixture)));
    for (String type : types(source)) {
      Compilation alone =
          against(files).options(OPTIONS).options("-Agatewayz.lock=" + locks).compile(type);
      assertThat(alone.success()).as(alone.log()).isTrue();
      assertThat(whole.sources()).containsAllEntriesOf(alone.sources());
      assertThat(whole.resources()).containsAllEntriesOf(alone.resources());
    }
  }

  /** Each type of a file as a file of its own. */
  private static List<String> types(String source) {
    List<String> types = new ArrayList<>();
    StringBuilder header = new StringBuilder();
    StringBuilder type = new StringBuilder();
    for (String line : source.lines().toList()) {
      if (line.startsWith("package ") || line.startsWith("import ")) {
        header.append(line).append('\n');
        continue;
      }
      type.append(line).append('\n');
      if (line.endsWith("}") && !line.startsWith(" ")) {
        types.add(header + type.toString());
        type.setLength(0);
      }
    }
    return types;
  }
}
