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
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.SharedCalls;
import dev.gatewayz.support.Wire;
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
