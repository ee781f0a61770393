package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.chat.Message;
import dev.gatewayz.chat.Tool;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.chat.ToolCallDelta;
import dev.gatewayz.chat.ToolChoice;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.testkit.FunctionCall;
import dev.gatewayz.testkit.Reply;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever makes requests at run time runs tools by hand. */
class UntypedToolsTest extends Calls {
  private static final Tool FORECAST =
      Tool.function("forecast", "The weather.", "{\"type\":\"object\"}");

  private static ChatRequest.Builder ask() {
    return ChatRequest.builder()
        .model("gatewayz/openai/gpt-4o-mini")
        .user("Rain?")
        .tool(FORECAST)
        .toolChoice(ToolChoice.of("forecast"));
  }

  @Test
  void callsAreSeenAndResultsSentBack() {
    Gatewayz client = client();
    gateway.reply(
        Reply.toolCalls(
            new FunctionCall("forecast", "{\"city\":\"Oslo\"}"),
            new FunctionCall("forecast", "{\"city\":\"Rome\"}")),
        Reply.text("No."));

    Completion<String> wants = client.complete(ask().build());
    AssistantMessage said = wants.choices().get(0).message();
    assertThat(said.toolCalls())
        .extracting(ToolCall::name, ToolCall::arguments)
        .containsExactly(
            tuple("forecast", "{\"city\":\"Oslo\"}"), tuple("forecast", "{\"city\":\"Rome\"}"));
    ChatRequest.Builder next = ask().message(said);
    for (ToolCall call : said.toolCalls()) {
      next.message(Message.tool(call.id(), "dry"));
    }

    assertThat(client.complete(next.build()).text()).isEqualTo("No.");

    assertThat(gateway.takeRequest().bodyText())
        .contains(
            "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"forecast\",\"description\":"
                + "\"The weather.\",\"parameters\":{\"type\":\"object\"},\"strict\":true}}]",
            "\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"forecast\"}}");
    String id = said.toolCalls().get(1).id();
    assertThat(gateway.takeRequest().bodyText())
        .contains(
            "{\"id\":\"" + id + "\",\"type\":\"function\",\"function\":{\"name\":\"forecast\"",
            "{\"role\":\"tool\",\"content\":\"dry\",\"tool_call_id\":\"" + id + "\"}");
    assertThat(client.usageTracker().snapshot().rows().get(0).calls()).isEqualTo(2);
  }

  @Test
  void streamsShowThePiecesOfCalls() {
    gateway.reply(Reply.toolCalls(new FunctionCall("forecast", "{\"city\":\"Oslo\"}")));

    List<ToolCallDelta> pieces =
        Probe.all(client().stream(ask().build())).awaitCompletion().stream()
            .map(ChatChunk::choices)
            .flatMap(List::stream)
            .flatMap(choice -> choice.delta().toolCalls().stream())
            .toList();

    assertThat(pieces.get(0).name()).isEqualTo("forecast");
    assertThat(pieces.get(0).id()).isNotEmpty();
    assertThat(
            pieces.stream()
                .map(piece -> piece.arguments() == null ? "" : piece.arguments())
                .collect(Collectors.joining()))
        .isEqualTo("{\"city\":\"Oslo\"}");
  }
}
