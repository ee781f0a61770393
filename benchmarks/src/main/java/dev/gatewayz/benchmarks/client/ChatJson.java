package dev.gatewayz.benchmarks.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests and answers as users of plain HTTP clients read and write them: records and Jackson. */
final class ChatJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ObjectWriter REQUESTS = MAPPER.writerFor(Request.class);
  private static final ObjectReader ANSWERS = MAPPER.readerFor(Answer.class);

  private ChatJson() {}

  record Message(String role, String content) {}

  record Request(String model, List<Message> messages, double temperature, boolean stream) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Content(@Nullable String content) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Choice(
      @Nullable Content message,
      @Nullable Content delta,
      @JsonProperty("finish_reason") @Nullable String finishReason) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Usage(
      @JsonProperty("prompt_tokens") int promptTokens,
      @JsonProperty("completion_tokens") int completionTokens) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Answer(String id, List<Choice> choices, @Nullable Usage usage) {}

  static byte[] request(String model, boolean stream) {
    List<Message> messages =
        List.of(
            new Message("system", Client.SYSTEM),
            new Message("user", Client.INSTRUCTION + Client.TEXT));
    try {
      return REQUESTS.writeValueAsBytes(new Request(model, messages, 0.2, stream));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of an answer or a chunk; {@code null} if it has none. */
  static @Nullable String text(byte[] bytes, int offset, int length) {
    try {
      Answer answer = ANSWERS.readValue(bytes, offset, length);
      if (answer.choices().isEmpty()) {
        return null;
      }
      Choice choice = answer.choices().get(0);
      Content content = choice.delta() == null ? choice.message() : choice.delta();
      return content == null ? null : content.content();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
