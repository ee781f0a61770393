package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import org.junit.jupiter.api.Test;

/** A failure on one interface is reported there, and keeps no other from being generated. */
class FailureTest {
  private static final List<Element[]> ORIGINS = new ArrayList<>();

  private static String client(String name) {
    return """
        package run;
        import dev.gatewayz.annotation.*;
        @GatewayzClient(model = "gatewayz/a/b")
        interface %s { @GatewayzPrompt("Hello") String hello(); }
        """
        .formatted(name);
  }

  /** The processor in an environment where some calls come out differently. */
  private static Processor in(BiFunction<String, Object[], Object> instead) {
    Processor processor = new GatewayzProcessor();
    return (Processor)
        Proxy.newProxyInstance(
            FailureTest.class.getClassLoader(),
            new Class<?>[] {Processor.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("init")) {
                ProcessingEnvironment real = (ProcessingEnvironment) arguments[0];
                processor.init(
                    proxy(
                        ProcessingEnvironment.class,
                        real,
                        (name, args) ->
                            switch (name) {
                              case "getElementUtils" ->
                                  proxy(Elements.class, real.getElementUtils(), instead);
                              case "getFiler" -> proxy(Filer.class, real.getFiler(), instead);
                              default -> null;
                            }));
                return null;
              }
              return method.invoke(processor, arguments);
            });
  }

  private static <T> T proxy(Class<T> type, T real, BiFunction<String, Object[], Object> instead) {
    return type.cast(
        Proxy.newProxyInstance(
            FailureTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Object other = instead.apply(method.getName(), arguments);
              if (other instanceof Throwable failure) {
                throw failure;
              }
              try {
                return other == null ? method.invoke(real, arguments) : other;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private static Compilation compile(BiFunction<String, Object[], Object> instead) {
    return new Compilation.Setup()
        .replacingOptions()
        .processors(in(instead))
        .compile(
            client("A"), client("Boom"), client("C"), "package run; class D { int x = \"\"; }");
  }

  @Test
  void aFailureIsReportedOnItsInterface() {
    Compilation compilation =
        compile(
            (name, arguments) ->
                name.equals("getPackageOf") && arguments[0].toString().equals("run.Boom")
                    ? new IllegalStateException("boom")
                    : null);
    assertThat(compilation.codes()).containsExactly("GZ9001");
    assertThat(compilation.log())
        .contains("/run/Boom.java:4", "please report it", "IllegalStateException: boom");
    assertThat(compilation.sources()).containsOnlyKeys("run/GatewayzA.java", "run/GatewayzC.java");
  }

  @Test
  void aFileThatCannotBeWrittenIsReportedOnItsInterface() {
    Compilation compilation =
        compile(
            (name, arguments) ->
                name.equals("createSourceFile") && arguments[0].equals("run.GatewayzBoom")
                    ? new IOException("disk full")
                    : null);
    assertThat(compilation.codes()).containsExactly("GZ9002");
    assertThat(compilation.log()).contains("could not be written: java.io.IOException: disk full");
    assertThat(compilation.sources()).containsOnlyKeys("run/GatewayzA.java", "run/GatewayzC.java");
  }

  @Test
  void everyFileHasExactlyOneOriginatingElement() {
    ORIGINS.clear();
    compile(
        (name, arguments) -> {
          if (Set.of("createSourceFile", "createResource").contains(name)) {
            ORIGINS.add((Element[]) arguments[arguments.length - 1]);
          }
          return null;
        });
    assertThat(ORIGINS).hasSize(9).allSatisfy(elements -> assertThat(elements).hasSize(1));
  }

  @Test
  void buildToolsAreToldThatFilesAreIsolated() throws IOException {
    try (var in =
        GatewayzProcessor.class.getResourceAsStream(
            "/META-INF/gradle/incremental.annotation.processors")) {
      assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip())
          .isEqualTo(GatewayzProcessor.class.getName() + ",isolating");
    }
  }
}
