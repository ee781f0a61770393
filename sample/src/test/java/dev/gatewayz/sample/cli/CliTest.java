package dev.gatewayz.sample.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.gateway.Model;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CliTest {
  private static final String KEY = "gw_live_cli_key";

  private final MockGateway gateway = MockGateway.start();
  private final Gatewayz gatewayz =
      Gatewayz.builder().apiBase(gateway.apiBase()).apiKey(KEY).noProxy().maxRetries(0).build();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @AfterEach
  void close() {
    assertThat(out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8))
        .doesNotContain(KEY);
    gatewayz.close();
    gateway.close();
  }

  private int run(boolean isWatched, String... args) {
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            isWatched);
    return new Cli(gatewayz, terminal).run(args);
  }

  @Test
  void anAnswerGoesToTheOutputAndTheRestBesideIt() {
    gateway.reply(Reply.text("Blue.").usage(10, 2));

    assertThat(run(false, "ask", "--model", "gatewayz/demo/a", "Which", "colour?")).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("Blue.\n");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("12 tokens", "request ")
        .doesNotContain("\u001b");
    assertThat(gateway.takeRequest().prompt()).isEqualTo("Which colour?");
  }

  @Test
  void aStreamIsPrintedWithProgressAndColours() {
    gateway.reply(Reply.chunks("Light ", "blue."));

    assertThat(run(true, "stream", "Which colour?")).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("Light blue.\n");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("waiting for gatewayz/openai/gpt-4o-mini", "\u001b[2m");
  }

  @Test
  void modelsAreFound() {
    assertThat(run(false, "models", "CLAUDE")).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines("gatewayz/anthropic/claude-sonnet-4\n");
  }

  /** What the compiler reads with {@code -Agatewayz.models}. */
  @Test
  void modelsAreAListForTheCompiler() {
    assertThat(run(false, "models", "--json")).isZero();

    String list = out.toString(StandardCharsets.UTF_8);
    List<Model> models = gatewayz.models();
    assertThat(list.strip().lines())
        .hasSize(models.size() + 2)
        .startsWith("[")
        .endsWith("]")
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(
                        "{\"id\":\"gatewayz/anthropic/claude-sonnet-4\",\"context_length\":")
                    .contains("\"pricing\":{\"prompt\":\"0.00000015\"}")
                    .contains("\"capabilities\":{\"tools\":true,\"vision\":true}"));
  }

  @Test
  void anErrorIsToldWithItsAdvice() {
    gateway.reply(ErrorReply.insufficientCredits());

    assertThat(run(false, "stream", "Which colour?")).isEqualTo(1);

    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Add credits to the account");
  }

  @Test
  void whatIsNoCommandGetsTheListOfCommands() {
    assertThat(run(false, "aks", "Which colour?")).isEqualTo(2);
    assertThat(run(false, "ask")).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8)).contains("gatewayz ask", "gatewayz usage");
  }
}
