package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.Audio;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.chat.File;
import dev.gatewayz.chat.Image;
import dev.gatewayz.chat.Message;
import dev.gatewayz.chat.ResponseFormat;
import dev.gatewayz.chat.Text;
import dev.gatewayz.chat.Tool;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.chat.ToolChoice;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.JsonIn;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.Tools;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.SharedCalls;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.schema.OpenAiSchemas;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is sent is what OpenAI's schema of a request allows. */
class RequestSchemaTest extends SharedCalls {
  private static ChatRequest.Builder builder() {
    return ChatRequest.builder().model("gatewayz/openai/gpt-4o-mini");
  }

  static Stream<ChatRequest> requests() {
    return Stream.of(
        builder().user("Hi").build(),
        builder()
            .system("s")
            .user("u")
            .assistant("a")
            .user("\u0000\u001f\"\\/\ud83c\udf0d")
            .build(),
        builder()
            .user("Hi")
            .temperature(0)
            .topP(1)
            .maxTokens(1)
            .frequencyPenalty(-2)
            .presencePenalty(2)
            .stop("a", "b", "c", "d")
            .n(3)
            .seed(Long.MIN_VALUE)
            .endUser("u")
            .build(),
        builder()
            .user(
                Text.of("What is this?"),
                Image.of(URI.create("https://example.com/a.png")).withDetail(Image.Detail.HIGH),
                Image.of("image/png", new byte[] {1, 2, 3}),
                Audio.of("wav", new byte[] {4}),
                File.of("a.pdf", "application/pdf", new byte[] {5}))
            .build(),
        builder()
            .user("Weather?")
            .message(
                AssistantMessage.builder()
                    .toolCalls(List.of(new ToolCall("call_1", "weather", "{\"city\":\"Paris\"}")))
                    .reasoning("Hm.")
                    .build())
            .message(Message.tool("call_1", "sunny"))
            .tool(
                Tool.function(
                    "weather",
                    "Tells the weather.",
                    "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}}}"))
            .toolChoice(ToolChoice.auto())
            .build(),
        builder().user("JSON!").responseFormat(ResponseFormat.jsonObject()).build(),
        builder()
            .user("JSON!")
            .responseFormat(
                ResponseFormat.jsonSchema(
                    "answer",
                    "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},"
                        + "\"required\":[\"a\"],\"additionalProperties\":false}"))
            .tool(Tool.function("weather", "", "{\"type\":\"object\"}"))
            .toolChoice(ToolChoice.of("weather"))
            .build(),
        builder().user("x").extra("reasoning_effort", "\"low\"").extra("n", "2").build());
  }

  @ParameterizedTest
  @MethodSource("requests")
  void wholeAndStreamedRequestsAreValid(ChatRequest request) {
    client.complete(request);
    String whole = gateway.takeRequest().bodyText();
    Probe.all(client.stream(request)).awaitCompletion();
    String streamed = gateway.takeRequest().bodyText();

    OpenAiSchemas.assertChatRequest(whole);
    OpenAiSchemas.assertChatRequest(streamed);
    assertThat(streamed).contains("\"stream\":true", "\"stream_options\":{\"include_usage\":true}");
    assertThat(whole).doesNotContain("\"stream\"");
  }

  @Test
  void promptsAreValid() {
    Prompt prompt =
        Prompt.of(
            "P.p",
            "0",
            "gatewayz/m",
            "\"temperature\":0.5,\"stop\":[\"x\"]",
            "{\"role\":\"system\",\"content\":\"s\"},{\"role\":\"user\",\"content\":\"",
            "\"}");
    for (CallOptions options :
        List.of(
            CallOptions.NONE,
            CallOptions.builder().model("gatewayz/other/model").build(),
            CallOptions.builder().temperature(1).stop().n(2).extra("top_k", "3").build())) {
      Prompts.of(client)
          .call(
              prompt.render().raw(0).text("x", "\ud800\"\n\u2028").raw(1).options(options),
              AnswerType.TEXT);
      OpenAiSchemas.assertChatRequest(gateway.takeRequest().bodyText());
    }
  }

  /** A round of tools with thoughts, a correction, and the same at a fallback. */
  @Test
  void whatFollowsAnAnswerIsValid() {
    String called =
        "{\"choices\":[{\"message\":{\"content\":\"\",\"reasoning_content\":\"Hm.\",\"reasoning_details\":"
            + "[{\"type\":\"reasoning.text\",\"text\":\"Hm.\",\"signature\":\"s\"}],\"tool_calls\":"
            + "[{\"id\":\"\",\"function\":{\"name\":\"weather\",\"arguments\":\"\"}},"
            + "{\"function\":{\"name\":\"no such tool\",\"arguments\":\"[1]\"}}]},\"finish_reason\":\"stop\"}]}";
    gateway.reply(
        Reply.json(called),
        Reply.text("none \ud83d\ude00"),
        Reply.text(""),
        Reply.status(502),
        Reply.text("{\"value\":4}"));
    Tools tools =
        Tools.of(
            (tool, in) -> {
              in.skip();
              return () -> "";
            },
            "weather");
    Prompt prompt =
        Prompt.of(
            "P.p",
            "0",
            "gatewayz/m",
            "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"weather\",\"parameters\":{}}}]",
            "{\"role\":\"user\",\"content\":\"?\"}");
    CallOptions second =
        CallOptions.builder().fallback(Fallback.model("gatewayz/other/model")).build();

    int answer =
        Prompts.of(client)
            .call(
                prompt.render().raw(0).tools(tools, 3).repair(2).options(second),
                AnswerType.of(in -> in.wrapped(JsonIn::int32)));

    assertThat(answer).isEqualTo(4);
    assertThat(gateway.requests())
        .hasSize(5)
        .allSatisfy(request -> OpenAiSchemas.assertChatRequest(request.bodyText()));
    assertThat(gateway.requests().get(1).bodyText()).contains("\"reasoning_content\":\"Hm.\"");
    assertThat(gateway.requests().get(4).bodyText()).doesNotContain("reasoning");
  }

  @Test
  void extrasOfTheClientAreSentUnlessTheyAreTakenOut() {
    try (Gatewayz other =
        Wire.H2C
            .client(gateway)
            .extra("metadata", "{\"sort\":\"price\"}")
            .extra("auto_web_search", null)
            .header("X-Team", "search")
            .build()) {
      other.complete(builder().user("x").build());
    }
    var request = gateway.takeRequest();
    assertThat(request.bodyText())
        .contains("\"metadata\":{\"sort\":\"price\"}")
        .doesNotContain("auto_web_search");
    assertThat(request.header("x-team")).contains("search");
  }
}
