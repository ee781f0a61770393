package dev.gatewayz.internal.answer;

/**
 * How answers are read.
 *
 * @param maxEventSize the largest event of a stream, in bytes
 * @param maxAnswerSize the largest answer in one piece, in bytes, and the longest text of a stream,
 *     in characters
 * @param showsPrompts whether errors may repeat what a server says of the prompt
 */
public record AnswerRules(int maxEventSize, int maxAnswerSize, boolean showsPrompts) {

  /** 1 MiB an event, 16 MiB an answer, and no prompts. */
  public static final AnswerRules DEFAULTS = new AnswerRules(1 << 20, 16 << 20, false);

  /** The same, with other rules for prompts. */
  public AnswerRules showingPrompts(boolean showsPrompts) {
    return new AnswerRules(maxEventSize, maxAnswerSize, showsPrompts);
  }

  /** The same, with other sizes of events. */
  public AnswerRules withMaxEventSize(int maxEventSize) {
    return new AnswerRules(maxEventSize, maxAnswerSize, showsPrompts);
  }

  /** The same, with other sizes of answers. */
  public AnswerRules withMaxAnswerSize(int maxAnswerSize) {
    return new AnswerRules(maxEventSize, maxAnswerSize, showsPrompts);
  }
}
