package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What may be {@code null} by whatever annotation, on a declaration or on a type, in source or in a
 * class file, may be {@code null} in answers, in arguments and in tools.
 */
class NullnessTest {
  private static final String[] ANNOTATIONS = {
    annotation("org.checkerframework.checker.nullness.qual", "Nullable", "TYPE_USE"),
    annotation(
        "org.checkerframework.checker.nullness.compatqual",
        "NullableDecl",
        "FIELD, METHOD, PARAMETER"),
    annotation("org.jetbrains.annotations", "Nullable", "METHOD, FIELD, PARAMETER, TYPE_USE"),
    annotation("jakarta.annotation", "Nullable", "METHOD, FIELD, PARAMETER"),
    annotation("javax.annotation", "CheckForNull", "METHOD, FIELD, PARAMETER"),
  };

  private static final String[] LIBRARY = {
    """
    package lib;
    import jakarta.annotation.Nullable;
    import java.util.List;
    import javax.annotation.CheckForNull;
    import org.checkerframework.checker.nullness.compatqual.NullableDecl;
    public record Absent(
        @org.checkerframework.checker.nullness.qual.Nullable String checker,
        @org.jetbrains.annotations.Nullable String jetbrains,
        @NullableDecl String declared,
        @Nullable Integer jakarta,
        @CheckForNull String checked,
        List<@org.checkerframework.checker.nullness.qual.Nullable String> holes,
        String @org.checkerframework.checker.nullness.qual.Nullable [] array) {}
    """,
    """
    package lib;
    import dev.gatewayz.annotation.GatewayzTool;
    import javax.annotation.CheckForNull;
    import org.checkerframework.checker.nullness.compatqual.NullableDecl;
    import org.jetbrains.annotations.Nullable;
    public class Finder {
      @GatewayzTool("Finds.") @CheckForNull public String find(
          @NullableDecl String declared,
          @Nullable Integer jetbrains,
          @CheckForNull Absent checked,
          @org.checkerframework.checker.nullness.qual.Nullable String checker) {
        return null;
      }
    }
    """
  };

  private static final String CALLER =
      """
      package run;
      import dev.gatewayz.annotation.*;
      import jakarta.annotation.Nullable;
      import javax.annotation.CheckForNull;
      import lib.*;
      import org.checkerframework.checker.nullness.compatqual.NullableDecl;
      @GatewayzClient(model = "gatewayz/a/b")
      interface Caller {
        @GatewayzPrompt("Go.") Absent absent();
        @GatewayzPrompt("Go.") @CheckForNull Absent checked();
        @GatewayzPrompt("Go.") @org.jetbrains.annotations.Nullable Absent jetbrains();
        @GatewayzPrompt("{{value}}") String json(@Json Absent value);
        @GatewayzPrompt("{{#a}}{{.}}{{/a}}{{#b}}{{.}}{{/b}}{{#c}}{{.}}{{/c}}{{#d}}{{.}}{{/d}}none")
        String texts(
            @NullableDecl String a,
            @CheckForNull String b,
            @org.checkerframework.checker.nullness.qual.Nullable String c,
            @Nullable @org.jetbrains.annotations.Nullable String d);
        @GatewayzPrompt("{{value.checker}}") String bean(Absent value);
        @GatewayzPrompt(value = "Go.", tools = Finder.class) String ask();
      }
      """;

  @AutoClose private static final RecordingGateway gateway = new RecordingGateway();

  private static String annotation(String folder, String name, String targets) {
    return """
    package %s;
    import static java.lang.annotation.ElementType.*;
    @java.lang.annotation.Target({%s}) @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.CLASS)
    public @interface %s {}
    """
        .formatted(folder, targets, name);
  }

  private static String[] sources(String caller) {
    List<String> sources = new ArrayList<>(List.of(ANNOTATIONS));
    sources.addAll(List.of(LIBRARY));
    sources.add(caller);
    return sources.toArray(String[]::new);
  }

  private static Compilation compile(String caller) {
    return new Compilation.Setup().replacingOptions("-nowarn").compile(sources(caller));
  }

  private static String withoutBean() {
    return CALLER.replaceFirst(".*String bean.*\n", "");
  }

  @Test
  void itMayBeNull() {
    Generated client =
        Generated.withTools(
            compile(withoutBean()), "run.GatewayzCaller", gateway.gatewayz(), "lib.Finder");
    gateway.answer(
        "{\"checker\":null,\"jetbrains\":null,\"declared\":null,\"jakarta\":null,\"checked\":null,"
            + "\"holes\":[null],\"array\":null}");
    Object absent = client.call("absent");
    assertThat(absent)
        .hasToString(
            "Absent[checker=null, jetbrains=null, declared=null, jakarta=null, checked=null,"
                + " holes=[null], array=null]");
    assertThat(gateway.request())
        .contains(
            "\"checker\":{\"type\":[\"string\",\"null\"]},\"jetbrains\":{\"type\":[\"string\",\"null\"]},"
                + "\"declared\":{\"type\":[\"string\",\"null\"]}");
    gateway.answer("{\"value\":null}");
    assertThat(client.call("checked")).isNull();
    assertThat(client.call("jetbrains")).isNull();
    gateway.forget();
    client.call("json", absent);
    assertThat(JsonTree.content(gateway.request(), 0)).contains("\"declared\":null");
    client.call("texts", null, null, null, null);
    assertThat(JsonTree.content(gateway.request(), 0)).isEqualTo("none");
    client.call("ask");
    assertThat(gateway.request())
        .contains(
            "\"declared\":{\"type\":[\"string\",\"null\"]}",
            "\"checker\":{\"type\":[\"string\",\"null\"]}");
  }

  @Test
  void templatesHaveToAsk() {
    assertThat(compile(CALLER).codes()).containsExactly("GZ2012");
  }

  @Test
  void classFilesSayTheSame(@TempDir Path folder) throws IOException {
    List<String> library = new ArrayList<>(List.of(ANNOTATIONS));
    library.addAll(List.of(LIBRARY));
    new Compilation.Setup()
        .replacingOptions("-parameters")
        .compile(library.toArray(String[]::new))
        .writeTo(folder);
    Compilation whole = compile(withoutBean());
    Compilation.Setup against =
        new Compilation.Setup()
            .replacingOptions(
                "-nowarn",
                "-cp",
                folder + File.pathSeparator + System.getProperty("java.class.path"));
    Compilation alone = against.compile(withoutBean());
    assertThat(alone.sources()).isEqualTo(whole.sources());
    assertThat(alone.resources()).isEqualTo(whole.resources());
  }
}
