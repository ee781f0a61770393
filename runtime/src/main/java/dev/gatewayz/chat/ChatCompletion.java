package dev.gatewayz.chat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer in one piece. Mirrors {@code chat.completion} of the <a
 * href="https://platform.openai.com/docs/api-reference/chat/object">Chat Completions API</a>.
 *
 * @param id the answer's id, empty where the provider gives none
 * @param object {@code chat.completion}
 * @param created when it was made, seconds since 1970
 * @param model the model that answered, with its {@code gatewayz/} prefix
 * @param choices the answers, one as a rule
 * @param usage the tokens, {@code null} where none were reported
 * @param gatewayUsage what Gatewayz adds, {@code null} from other servers
 */
public record ChatCompletion(
    String id,
    String object,
    long created,
    String model,
    List<Choice> choices,
    @Nullable Usage usage,
    @Nullable GatewayUsage gatewayUsage) {

  /** Copies the list. */
  public ChatCompletion {
    choices = List.copyOf(choices);
  }

  /** When it was made. */
  public Instant createdAt() {
    return Instant.ofEpochSecond(created);
  }

  /** The text of the first answer; empty where it has none. */
  public String text() {
    if (choices.isEmpty()) {
      return "";
    }
    String content = choices.get(0).message().content();
    return content == null ? "" : content;
  }
}
