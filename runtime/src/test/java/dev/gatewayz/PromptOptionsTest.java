package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.CodegenFormat;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.PromptClient;
import dev.gatewayz.support.Calls;
import dev.gatewayz.testkit.RecordedRequest;
import dev.gatewayz.testkit.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Model and options of prompts come from configuration, by interface and by prompt. */
class PromptOptionsTest extends Calls {
  private static final String CLIENT = "com.acme.Analyst";
  private static final Prompt BRIEF = prompt(CLIENT + ".brief");
  private static final Prompt ASK = prompt(CLIENT + ".ask");

  private static Prompt prompt(String id) {
    return Prompt.of(
        id,
        "0123456789abcdef",
        "gatewayz/openai/gpt-4o-mini",
        "\"temperature\":0.5",
        "{\"role\":\"user\",\"content\":\"Hello\"}");
  }

  private static PromptClient analyst(Gatewayz client) {
    return PromptClient.of(
        client, CodegenFormat.CURRENT, CLIENT, CLIENT + ".brief", CLIENT + ".ask");
  }

  private static CallOptions model(String model) {
    return CallOptions.builder().model(model).build();
  }

  private List<String> models() {
    return gateway.requests().stream().map(request -> json(request, "/model")).toList();
  }

  private static String json(RecordedRequest request, String pointer) {
    return String.valueOf(request.json(pointer).orElse("none"));
  }

  @Test
  void ofAPromptCountOverThoseOfItsInterface() {
    Gatewayz client =
        client(
            builder ->
                builder
                    .options(
                        CLIENT,
                        CallOptions.builder().model("gatewayz/a/b").temperature(0.1).build())
                    .options(CLIENT + ".brief", model("gatewayz/c/d"))
                    .options("com.other.Client.ask", model("gatewayz/e/f")));
    gateway.reply(Reply.text("1"), Reply.text("2"));

    analyst(client).call(BRIEF.render().raw(0), AnswerType.TEXT);
    analyst(client).call(ASK.render().raw(0), AnswerType.TEXT);

    assertThat(models()).containsExactly("c/d", "a/b");
    assertThat(gateway.requests())
        .extracting(request -> json(request, "/temperature"))
        .containsExactly("0.1", "0.1");
  }

  @Test
  void countOverAViewAndUnderTheCall() {
    Gatewayz client = client(builder -> builder.options(CLIENT, model("gatewayz/a/b")));
    Gatewayz view = client.with(CallOptions.builder().model("gatewayz/v/w").seed(7).build());
    gateway.reply(Reply.text("1"), Reply.text("2"), Reply.text("3"));

    analyst(view).call(ASK.render().raw(0), AnswerType.TEXT);
    analyst(view).call(ASK.render().raw(0).options(model("gatewayz/x/y")), AnswerType.TEXT);
    view.complete(HELLO);

    assertThat(models()).containsExactly("a/b", "x/y", "v/w");
    assertThat(json(gateway.requests().get(0), "/seed")).isEqualTo("7");
  }

  @Test
  void ofAPromptThatDoesNotExistAreRefused() {
    Gatewayz client = client(builder -> builder.options(CLIENT + ".brif", model("gatewayz/a/b")));
    String message =
        assertThrows(IllegalArgumentException.class, () -> analyst(client)).getMessage();
    assertThat(message).contains("com.acme.Analyst.brif", "com.acme.Analyst.brief");
  }
}
