package dev.gatewayz.testkit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OpenAiSchemasTest {
  private static final String REQUEST =
      "{\"model\":\"openai/gpt-4o-mini\",\"temperature\":0.2,\"stop\":[\"a\"],\"stream\":true,"
          + "\"stream_options\":{\"include_usage\":true},"
          + "\"messages\":[{\"role\":\"system\",\"content\":\"s\"},"
          + "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"t\"}]}]}";

  @Test
  void aRequestThatFitsPasses() {
    assertThatCode(() -> OpenAiSchemas.assertChatRequest(REQUEST)).doesNotThrowAnyException();
  }

  @Test
  void aRequestThatDoesNotFitFails() {
    assertThatThrownBy(() -> OpenAiSchemas.assertChatRequest(REQUEST.replace("0.2", "\"warm\"")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("temperature");
    assertThat(OpenAiSchemas.errors("CreateChatCompletionRequest", "{\"model\":\"m\"}"))
        .isNotEmpty();
    assertThat(OpenAiSchemas.errors("ErrorResponse", "{\"error\":\"text\"}")).isNotEmpty();
  }

  @Test
  void anUnknownDefinitionIsNoFit() {
    assertThatThrownBy(() -> OpenAiSchemas.assertValid("NoSuchThing", "{}"))
        .isInstanceOf(RuntimeException.class);
  }
}
