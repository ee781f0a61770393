package dev.gatewayz;

import static java.lang.System.Logger.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.chat.File;
import dev.gatewayz.chat.Message;
import dev.gatewayz.chat.Text;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.Tools;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.intercept.ExchangeLog;
import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.testkit.FunctionCall;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.log.Logs;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** A log of exchanges shows what was said, to whoever has asked for it. */
class ExchangeLogTest extends Calls {
  private final Queue<String> entries = new ConcurrentLinkedQueue<>();

  private Gatewayz with(Interceptor log) {
    return client(builder -> builder.maxRetries(0).interceptor(log));
  }

  private Gatewayz logged() {
    return with(new ExchangeLog(entries::add));
  }

  @Test
  void aCallHasAnEntryForTheRequestAndOneForTheAnswer() {
    gateway.reply(Reply.text("On its way.\nA request asks: nothing"));

    logged()
        .complete(
            ChatRequest.builder()
                .model("gatewayz/openai/gpt-4o-mini")
                .system("Be kind.")
                .user(
                    Text.of("Where is it?"), File.of("invoice.pdf", "application/pdf", new byte[9]))
                .build());

    assertThat(entries)
        .containsExactly(
            """
            A request asks gatewayz/openai/gpt-4o-mini
              system: Be kind.
              user: Where is it?
              user: File[invoice.pdf]""",
            """
            A request is answered
              assistant: On its way.
                A request asks: nothing""");
  }

  @Test
  void aStreamIsWrittenDownWhenItHasEnded() {
    Gatewayz client = logged();
    gateway.reply(Reply.chunks("a", "b"), Reply.chunks("a").noFinishReason());

    Probe.all(client.stream(HELLO)).awaitCompletion();
    Probe.all(client.stream(HELLO)).awaitFailure(GatewayzException.class);

    assertThat(entries).hasSize(4).element(1).isEqualTo("A request is answered\n  assistant: ab");
    assertThat(entries).element(3).asString().startsWith("A request fails: ");
  }

  @Test
  void roundsOfToolsAreShown() {
    Prompt ask =
        Prompt.of(
            "Weatherman.ask",
            "0",
            "gatewayz/openai/gpt-4o-mini",
            "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"forecast\",\"parameters\":{}}}]",
            "{\"role\":\"user\",\"content\":\"Weather?\"}");
    Tools tools =
        Tools.of(
            (tool, in) -> {
              in.skip();
              return () -> "rain";
            },
            "forecast");
    gateway.reply(Reply.toolCalls(new FunctionCall("forecast", "{}")), Reply.text("Wet."));

    Prompts.of(logged()).call(ask.render().raw(0).tools(tools, 1), AnswerType.TEXT);

    assertThat(entries)
        .containsExactly(
            """
            Weatherman.ask asks gatewayz/openai/gpt-4o-mini
              user: Weather?""",
            """
            Weatherman.ask is answered
              assistant calls: forecast({})
              tool: rain
              assistant: Wet.""");
  }

  @Test
  void aFailureIsShown() {
    Gatewayz client = logged();
    gateway.reply(Reply.status(503));

    assertThrows(GatewayzException.class, () -> client.complete(HELLO));

    assertThat(entries).hasSize(2).element(1).asString().contains("ServiceUnavailableException");
  }

  @Test
  void theKeyIsNotShown() {
    gateway.reply(Reply.text("a"));

    logged().with(o -> o.apiKey("gw_live_0123456789abcdef")).complete(HELLO);

    assertThat(String.join("\n", entries)).contains("Hello").doesNotContain("gw_live");
  }

  @Test
  void nobodyStandsThereWhileItIsNotLogged() {
    Gatewayz client = with(new ExchangeLog());
    gateway.reply(Reply.text("a"), Reply.chunks("b"));

    assertThat(client.complete(HELLO).value()).isEqualTo("a");
    assertThat(Probe.all(client.stream(HELLO)).awaitCompletion()).isNotEmpty();
  }

  @Test
  void aLogThatThrowsCostsNobodyAnAnswer(Logs logs) {
    Gatewayz client =
        with(
            new ExchangeLog(
                entry -> {
                  throw new IllegalStateException("disk full");
                }));
    gateway.reply(Reply.text("a"), Reply.chunks("b"));

    assertThat(client.complete(HELLO).value()).isEqualTo("a");
    assertThat(Probe.all(client.stream(HELLO)).awaitCompletion()).isNotEmpty();
    assertThat(logs.takeAll(WARNING, "A call could not be written down.")).isNotEmpty();
  }

  @Test
  void aMessageOfTheModelIsShownWhole() {
    gateway.reply(Reply.text("a"));

    logged()
        .complete(
            ChatRequest.builder()
                .model("gatewayz/openai/gpt-4o-mini")
                .user("Weather?")
                .message(Message.assistant("Let me see.", List.of(call())))
                .message(Message.tool("a", "rain"))
                .build());

    assertThat(entries.peek())
        .contains("assistant: Let me see.\n  assistant calls: forecast({})\n  tool: rain");
  }

  private static ToolCall call() {
    return new ToolCall("a", "forecast", "{}");
  }
}
