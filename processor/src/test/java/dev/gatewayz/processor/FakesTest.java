package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.codegen.FakeCalls;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fakes implement every interface that clients do, and ask for answers in the shape it returns. */
class FakesTest {
  private static final String HAIKUS =
      """
      package run;
      import dev.gatewayz.AnswerStream;
      import dev.gatewayz.annotation.*;
      import java.util.List;
      @GatewayzClient(model = "gatewayz/a/b")
      public interface Haikus {
        @GatewayzPrompt("Write about {{topic}}.") String write(String topic);
        @GatewayzPrompt("Is {{calls}} about {{#topics}}{{.}}{{/topics}}?") boolean is(int calls, String... topics);
        @GatewayzPrompt(value = "Count.", id = "count-all") AnswerStream<Integer> count();
      }
      """;

  private static Compilation compile(String source) {
    return new Compilation.Setup()
        .options("-Agatewayz.fakes=true", "-Xlint:-processing")
        .compile(source);
  }

  @Test
  void fakesLookHandwritten() {
    Compilation compilation = compile(HAIKUS);

    assertThat(compilation.log()).isEmpty();
    assertThat(compilation.sources().get("run/FakeHaikus.java"))
        .isEqualTo(
            """
            package run;

            import dev.gatewayz.AnswerStream;
            import dev.gatewayz.codegen.FakeCalls;
            import dev.gatewayz.codegen.GatewayzGenerated;

            /**
             * Implements {@link Haikus} for tests.
             */
            @GatewayzGenerated(
                format = 1
            )
            public final class FakeHaikus implements Haikus {
              private final FakeCalls calls;

              public FakeHaikus(FakeCalls calls) {
                this.calls = calls;
                calls.prompts("run.Haikus", "write", "is", "count-all");
              }

              @Override
              public String write(String topic) {
                return calls.<String>call("write", new Object[] {topic});
              }

              @Override
              public boolean is(int calls, String... topics) {
                return this.calls.<Boolean>call("is", new Object[] {calls, topics});
              }

              @Override
              public AnswerStream<Integer> count() {
                return calls.<Integer>stream("count-all", new Object[] {});
              }
            }
            """);
    assertThat(Compilation.javac(HAIKUS).sources()).doesNotContainKey("run/FakeHaikus.java");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Adapters", "Interfaces", "ReturnTypes", "Snapshots", "Values"})
  void everyInterfaceHasAFakeThatCompiles(String fixture) {
    Compilation compilation = compile(Fixtures.read(Fixtures.file("good/" + fixture + ".java")));

    assertThat(compilation.log()).isEmpty();
    assertThat(compilation.sources().keySet())
        .anyMatch(name -> name.startsWith("fixtures/Fake"))
        .anyMatch(name -> name.startsWith("fixtures/Gatewayz"));
  }

  @Test
  void callsAskForAnswers() throws ReflectiveOperationException {
    List<String> asked = new ArrayList<>();
    FakeCalls calls =
        (FakeCalls)
            Proxy.newProxyInstance(
                FakeCalls.class.getClassLoader(),
                new Class<?>[] {FakeCalls.class},
                (proxy, method, arguments) -> {
                  asked.add(method.getName() + Arrays.deepToString(arguments));
                  return method.getName().equals("call") ? Boolean.TRUE : null;
                });
    Constructor<?> constructor =
        Class.forName("run.FakeHaikus", true, compile(HAIKUS).load())
            .getDeclaredConstructor(FakeCalls.class);
    Object fake = constructor.newInstance(calls);
    Method is = fake.getClass().getMethod("is", int.class, String[].class);

    assertThat(is.invoke(fake, 3, new String[] {"a", "b"})).isEqualTo(true);
    assertThat(asked)
        .containsExactly("prompts[run.Haikus, [write, is, count-all]]", "call[is, [3, [a, b]]]");
  }

  @Test
  void aFakeDoesNotTakeTheNameOfAnotherClass() {
    Compilation compilation =
        new Compilation.Setup()
            .options("-Agatewayz.fakes=true")
            .compile(HAIKUS, "package run; class FakeHaikus {}");

    assertThat(compilation.codes()).containsExactly("GZ1012");
    assertThat(compilation.log()).contains("\"FakeHaikus\"");
  }
}
