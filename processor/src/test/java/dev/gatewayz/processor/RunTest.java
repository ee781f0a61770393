package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.CallOptions;
import dev.gatewayz.Completion;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that were compiled here send what their prompts say. */
class RunTest {
  private static RecordingGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    gateway = new RecordingGateway();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  private static Generated good(String name) {
    Compilation compilation =
        Compilation.javac(Fixtures.read(Fixtures.file("good/" + name + ".java")));
    return Generated.of(compilation, "fixtures.Gatewayz" + name, gateway.gatewayz());
  }

  @Test
  void argumentsAreEscapedIntoTheConstantRequest() {
    String answer =
        (String) good("EarningsAnalyst").call("summarise", "fr\"", 3, List.of("A\n", "{{B}}"), "é");
    assertThat(answer).isEqualTo("Yes.");
    assertThat(gateway.request())
        .startsWith(
            """
            {"model":"openai/gpt-4o-mini","messages":[\
            {"role":"system","content":"You are a sell-side analyst. Answer in fr\\"."},\
            {"role":"user","content":"Summarise this call in at most 3 bullet points.\\n\
            - cover A\\n\\n- cover {{B}}\\né"}],"temperature":0.2,"max_tokens":600""");
  }

  @Test
  void everyReturnTypeBringsTheAnswer() {
    Generated client = good("ReturnTypes");
    assertThat(client.call("text")).isEqualTo("Yes.");
    assertThat(((CompletableFuture<?>) client.call("future")).join()).isEqualTo("Yes.");
    assertThat(((CompletableFuture<?>) client.call("stage")).join()).isEqualTo("Yes.");
    assertThat(((Completion<?>) client.call("completion")).value()).isEqualTo("Yes.");
    Object whole = ((CompletableFuture<?>) client.call("completionFuture")).join();
    assertThat(((Completion<?>) whole).value()).isEqualTo("Yes.");
    try (Stream<?> stream = (Stream<?>) client.call("stream", 3)) {
      assertThat(stream.map(String::valueOf)).containsExactly("Yes.");
    }
    for (int i = 0; i < 6; i++) {
      assertThat(gateway.request()).contains("Count");
    }
  }

  @Test
  void optionsOfACallReplaceThoseOfThePrompt() {
    String source =
        """
        package run;
        import dev.gatewayz.CallOptions;
        import dev.gatewayz.annotation.*;
        @GatewayzClient(model = "gatewayz/a/b", temperature = 0.5)
        interface Caller {
          @GatewayzPrompt("Hello.") String hello(CallOptions options);
        }
        """;
    Generated client =
        Generated.of(Compilation.javac(source), "run.GatewayzCaller", gateway.gatewayz());
    client.call("hello", CallOptions.builder().temperature(1.5).build());
    assertThat(gateway.request()).contains("\"temperature\":1.5").doesNotContain("0.5");
  }

  @Test
  void nullForAParameterThatForbidsItIsRefusedByName() {
    Generated client = good("EarningsAnalyst");
    assertThatThrownBy(() -> client.call("summarise", "French", 3, null, "t"))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("The argument \"tickers\" of the prompt EarningsAnalyst.summarise is null.");
    assertThatThrownBy(() -> client.call("summarise", null, 3, List.of(), "t"))
        .hasMessageContaining("\"language\"");
  }
}
