package dev.gatewayz.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.chat.ToolCallDelta;
import dev.gatewayz.chat.Usage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class AnswerReaderTest {
  private static final String MODEL = "gatewayz/openai/gpt-4o-mini";

  @Test
  void anAnswerOfTheGatewayIsReadInFull() {
    ChatCompletion answer =
        read("""
                {"id":"6b0c","object":"chat.completion","created":1790000000,"model":"openai/gpt-4o-mini",
                 "choices":[{"index":0,"message":{"role":"assistant","content":"Hi","tool_calls":[]},
                 "finish_reason":"stop"}],
                 "usage":{"prompt_tokens":9,"completion_tokens":10,"total_tokens":19,
                 "cache_read_input_tokens":4,"cache_creation_input_tokens":2,
                 "prompt_tokens_details":{"cached_tokens":4},
                 "completion_tokens_details":{"reasoning_tokens":3}},
                 "gateway_usage":{"provider":"openrouter","cost_usd":0.000012,"tokens_charged":19}}
                """)
            .toCompletion(MODEL);
    assertThat(answer.id()).isEqualTo("6b0c");
    assertThat(answer.object()).isEqualTo("chat.completion");
    assertThat(answer.createdAt()).hasToString("2026-09-21T14:13:20Z");
    assertThat(answer.model()).isEqualTo(MODEL);
    assertThat(answer.text()).isEqualTo("Hi");
    assertThat(answer.choices().get(0).finishReasonText()).isEqualTo("stop");
    assertThat(answer.usage())
        .isEqualTo(
            Usage.builder()
                .promptTokens(9)
                .completionTokens(10)
                .totalTokens(19)
                .cachedTokens(4)
                .cacheWriteTokens(2)
                .reasoningTokens(3)
                .build());
    assertThat(answer.gatewayUsage().provider()).isEqualTo("openrouter");
    assertThat(answer.gatewayUsage().cost()).isEqualByComparingTo("0.000012");
  }

  @Test
  void aChunkIsReadInFull() {
    ChatChunk chunk =
        read("""
                {"id":"u","object":"chat.completion.chunk","created":1,"model":"other/model",
                 "choices":[{"index":0,"delta":{"role":"assistant","content":"Hi","refusal":"no",
                 "reasoning_content":"hm"},"finish_reason":null}]}
                """)
            .toChunk(MODEL, "");
    assertThat(chunk.model()).isEqualTo("gatewayz/other/model");
    assertThat(chunk.text()).isEqualTo("Hi");
    assertThat(chunk.choices().get(0).delta().role()).isEqualTo("assistant");
    assertThat(chunk.choices().get(0).delta().refusal()).isEqualTo("no");
    assertThat(chunk.choices().get(0).delta().reasoning()).isEqualTo("hm");
    assertThat(chunk.choices().get(0).finishReasonText()).isNull();
    assertThat(chunk.usage()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"choices\":null}",
        "{\"choices\":[]}",
        "{\"choices\":[null,3,\"x\"]}",
        "{\"choices\":[{}]}",
        "{\"choices\":[{\"delta\":null}]}",
        "{\"choices\":[{\"delta\":{}}],\"usage\":null}",
        "{\"choices\":[{\"delta\":{\"role\":null,\"content\":null,\"tool_calls\":null}}]}",
        "{\"choices\":[{\"delta\":[1,2],\"index\":\"a\",\"finish_reason\":7}],\"id\":{},\"created\":[]}",
        "{\"choices\":[{\"delta\":{\"tool_calls\":[null,{},{\"function\":null},"
            + "{\"function\":{\"name\":null}}]}}],\"usage\":{\"prompt_tokens\":\"x\"}}",
        "{\"error\":null,\"choices\":[],\"usage\":[]}"
      })
  void whatIsMissingOrOfAnotherFormIsSkipped(String json) {
    AnswerFields fields = read(json);
    assertThat(fields.hasError()).isFalse();
    assertThat(fields.toChunk(MODEL, "").text()).isEmpty();
  }

  @Test
  void emptyFinishReasonsCountAsNone() {
    AnswerFields fields = read("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"\"}]}");
    assertThat(fields.choice(0).finishReason()).isNull();
  }

  @Test
  void thoughtsAreReadFromEitherName() {
    assertThat(choice("{\"reasoning\":\"a\"}").reasoning()).isEqualTo("a");
    assertThat(choice("{\"reasoning_content\":\"b\"}").reasoning()).isEqualTo("b");
    assertThat(choice("{\"reasoning\":\"a\",\"reasoning_content\":\"b\"}").reasoning())
        .isEqualTo("b");
    assertThat(choice("{\"reasoning_content\":\"b\",\"reasoning\":\"a\"}").reasoning())
        .isEqualTo("b");
  }

  @Test
  void contentInPartsIsJoined() {
    assertThat(
            choice(
                    "{\"content\":[{\"type\":\"text\",\"text\":\"a\"},\"b\",{\"x\":{\"text\":\"c\"}}]}")
                .content())
        .isEqualTo("ab");
  }

  @Test
  void usageIsFoundWhereverServersPutIt() {
    assertThat(
            read("{\"choices\":[{\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2}}]}")
                .usage())
        .isEqualTo(Usage.of(1, 2));
    assertThat(
            read("{\"choices\":[],\"x_groq\":{\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4}}}")
                .usage())
        .isEqualTo(Usage.of(3, 4));
    assertThat(read("{\"usage\":{\"prompt_tokens\":-5,\"completion_tokens\":2.0}}").usage())
        .isEqualTo(Usage.of(0, 2));
  }

  @Test
  void toolCallsAreReadInEveryForm() {
    ChoiceFields choice =
        choice(
            "{\"tool_calls\":[{\"index\":1,\"id\":\"c1\",\"function\":{\"name\":\"f\",\"arguments\":\"{\"}},"
                + "{\"id\":\"c2\",\"function\":{\"arguments\":{\"a\":[1,true,null,\"x\\n\"]}}},"
                + "{\"index\":null}]}");
    assertThat(choice.toolCalls())
        .containsExactly(
            piece(1, "c1", "f", "{"),
            piece(null, "c2", null, "{\"a\":[1,true,null,\"x\\n\"]}"),
            piece(null, null, null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":{\"message\":\"x\"}}",
        "{\"error\":\"x\",\"choices\":[]}",
        "{\"object\":\"error\",\"message\":\"x\"}",
        "{\"x_groq\":{\"error\":\"x\"}}",
        "[{\"error\":{}}]",
        "[{},{\"error\":{}}]",
        "\"it failed\""
      })
  void errorsAreNoticed(String json) {
    assertThat(read(json).hasError()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"choices\":[{]}", "no", "{\"a\":\"\n\"}", "<html>"})
  void whatIsNotJsonFails(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(JacksonException.class);
  }

  @Test
  void nestingIsBounded() {
    assertThatThrownBy(() -> read("{\"x\":" + "[".repeat(10_000)))
        .isInstanceOf(JacksonException.class);
  }

  @Test
  void nothingIsLeftOverFromTheChunkBefore() {
    AnswerFields fields = new AnswerFields();
    byte[] first =
        ("{\"id\":\"a\",\"object\":\"o\",\"model\":\"m\",\"created\":1,\"error\":{},"
                + "\"choices\":[{\"index\":3,\"delta\":{\"role\":\"r\",\"content\":\"c\",\"reasoning\":\"t\","
                + "\"refusal\":\"n\",\"tool_calls\":[{}]},\"finish_reason\":\"stop\"}],"
                + "\"usage\":{\"prompt_tokens\":1},\"gateway_usage\":{}}")
            .getBytes(UTF_8);
    AnswerReader.read(first, 0, first.length, fields);
    byte[] second = "{\"choices\":[{}]}".getBytes(UTF_8);
    AnswerReader.read(second, 0, second.length, fields);
    AnswerFields fresh = new AnswerFields();
    AnswerReader.read(second, 0, second.length, fresh);
    assertThat(fields.toChunk(MODEL, "")).isEqualTo(fresh.toChunk(MODEL, ""));
    assertThat(fields.toCompletion(MODEL)).isEqualTo(fresh.toCompletion(MODEL));
    assertThat(fields.hasError()).isFalse();
  }

  private static ChoiceFields choice(String message) {
    return read("{\"choices\":[{\"index\":0,\"message\":" + message + "}]}").choice(0);
  }

  private static AnswerFields read(String json) {
    byte[] bytes = json.getBytes(UTF_8);
    AnswerFields fields = new AnswerFields();
    AnswerReader.read(bytes, 0, bytes.length, fields);
    return fields;
  }

  private static ToolCallDelta piece(Integer index, String id, String name, String arguments) {
    return ToolCallDelta.builder().index(index).id(id).name(name).arguments(arguments).build();
  }
}
