package dev.gatewayz;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.internal.answer.StreamContent;
import dev.gatewayz.internal.wire.AnswerFields;

/**
 * Puts a completion together from chunks, for those who get chunks without an {@link AnswerStream}:
 * from a store, a socket or a test. Not thread-safe.
 */
public final class CompletionAccumulator {
  private final AnswerFields fields = new AnswerFields();
  private final StreamContent content = new StreamContent(true, true);

  /** Starts with nothing. */
  public CompletionAccumulator() {}

  /**
   * Adds the next chunk of the answer.
   *
   * @param chunk in the order of the wire
   * @return this
   */
  public CompletionAccumulator add(ChatChunk chunk) {
    fields.set(chunk);
    content.add(fields);
    return this;
  }

  /** {@return whether the model has said, for each choice that has begun, why it stopped} */
  public boolean isFinished() {
    return content.isFinished();
  }

  /**
   * {@return what the chunks so far make together; its value is the text of the first choice} What
   * does not come in chunks is as a builder leaves it: no request id, no attempts, no headers; the
   * cost is the one of the usage, {@code null} if there is none.
   */
  public Completion<String> completion() {
    ChatCompletion response = content.toCompletion("");
    return Completion.builder(response.text(), response)
        .cost(response.usage() == null ? null : response.usage().cost())
        .build();
  }
}
