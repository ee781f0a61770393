package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;

/** Lombok may come before or after this processor. */
class LombokTest {
  private static final String CALLER =
      """
      package run;
      import dev.gatewayz.annotation.*;
      @GatewayzClient(model = "gatewayz/a/b")
      interface Caller {
        @GatewayzPrompt("{{p.name}} {{p.old}} {{b.size}} {{f.count}}")
        String shown(Person p, Box b, Fields f);
        @GatewayzPrompt("{{p}} {{b}}") String json(@Json Fields p, @Json Built b);
        @GatewayzPrompt("{{p}}") String text(Person p);
        @GatewayzPrompt(value = "Go.", tools = Work.class) String tools();
        class Work { @GatewayzTool("finds") public Built find() { return null; } }
      }
      """;
  private static final String TYPES =
      """
      package run;
      import lombok.*;
      @Data class Person { private final String name; private final boolean old; }
      @Value class Box { int size; }
      class Fields { @Getter private int count; private String hidden; }
      @Builder @Getter class Built { private String title; private java.util.List<String> parts; }
      """;

  private static Processor lombok() {
    try {
      return (Processor)
          Class.forName("lombok.launch.AnnotationProcessorHider$AnnotationProcessor")
              .getDeclaredConstructor()
              .newInstance();
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Compilation compile(Processor... processors) {
    return new Compilation.Setup()
        .replacingOptions("-Xlint:none")
        .processors(processors)
        .compile(TYPES, CALLER);
  }

  @Test
  void eitherMayComeFirst() {
    Compilation before = compile(lombok(), new GatewayzProcessor());
    Compilation after = compile(new GatewayzProcessor(), lombok());
    for (Compilation compilation : List.of(before, after)) {
      assertThat(compilation.codes()).isEmpty();
      assertThat(compilation.success()).as(compilation.log()).isTrue();
      assertThat(compilation.resources().get("META-INF/gatewayz/prompts/run.Caller.json"))
          .contains("run.Caller.json", "run.Caller.shown", "run.Caller.text", "run.Caller.tools");
    }
    assertThat(after.sources()).isEqualTo(before.sources());
  }

  @Test
  void withoutItTheMessageNamesIt() {
    Compilation compilation = compile(new GatewayzProcessor());
    assertThat(compilation.codes()).containsExactly("GZ1021");
    assertThat(compilation.log()).contains("beside gatewayz-processor");
  }
}
