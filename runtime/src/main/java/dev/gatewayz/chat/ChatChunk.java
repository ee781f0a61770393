package dev.gatewayz.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a streamed answer. Mirrors {@code chat.completion.chunk}.
 *
 * @param id the answer's id, empty where the provider gives none
 * @param object {@code chat.completion.chunk}
 * @param created when the piece was made, seconds since 1970; differs from piece to piece on some
 *     servers
 * @param model the model that answers, with its {@code gatewayz/} prefix
 * @param choices what is new, often one, empty in a piece that only reports usage
 * @param usage the tokens so far; the last report counts, they are never added up
 */
public record ChatChunk(
    String id,
    String object,
    long created,
    String model,
    List<Choice> choices,
    @Nullable Usage usage) {

  /** Copies the list. */
  public ChatChunk {
    choices = List.copyOf(choices);
  }

  /** The new text of the first answer; empty where there is none. */
  public String text() {
    for (Choice choice : choices) {
      if (choice.index == 0) {
        String content = choice.delta.content();
        return content == null ? "" : content;
      }
    }
    return "";
  }

  /**
   * What is new in one answer.
   *
   * @param index the answer's number, from 0
   * @param delta what is new
   * @param finishReason why the model stopped, in the wire's word, in the last piece
   */
  public record Choice(int index, Delta delta, @Nullable String finishReason) {

    /** Why it stopped. */
    public FinishReason finish() {
      return FinishReason.of(finishReason);
    }
  }
}
