package dev.gatewayz.chat;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a model stopped. The wire's own word is kept beside it, because providers invent more.
 * Constants may be added: a {@code switch} needs a default branch.
 */
public enum FinishReason {
  /** The answer is complete, or a stop sequence was met. */
  STOP,
  /** The answer was cut at the token limit. */
  LENGTH,
  /** The model wants tools called. */
  TOOL_CALLS,
  /** A filter held content back. */
  CONTENT_FILTER,
  /** The server broke the answer off. */
  ABORTED,
  /** The provider failed while it answered. */
  ERROR,
  /** None was sent. */
  ABSENT,
  /** A word this library does not know. */
  UNKNOWN;

  /** With what Google's own words begin. */
  private static final String PREFIX = "finish_reason_";

  /**
   * Reads the wire's word, whatever its case; {@code null} and the empty text are {@link #ABSENT}.
   *
   * @param wire as in {@code stop}
   * @return the reason; {@link #UNKNOWN} for a word that is not known
   */
  public static FinishReason of(@Nullable String wire) {
    if (wire == null || wire.isEmpty()) {
      return ABSENT;
    }
    FinishReason known = known(wire);
    if (known != UNKNOWN) {
      return known;
    }
    String word = wire.strip().toLowerCase(Locale.ROOT);
    return known(word.startsWith(PREFIX) ? word.substring(PREFIX.length()) : word);
  }

  private static FinishReason known(String word) {
    return switch (word) {
      case "stop",
          "end_turn",
          "stop_sequence",
          "eos",
          "eos_token",
          "end",
          "end_of_text",
          "complete",
          "completed",
          "done",
          "finish",
          "finished" ->
          STOP;
      case "length",
          "max_tokens",
          "max_output_tokens",
          "max_completion_tokens",
          "model_length",
          "max_length",
          "token_limit",
          "model_context_window_exceeded" ->
          LENGTH;
      case "tool_calls", "function_call", "tool_use", "tool_call" -> TOOL_CALLS;
      case "content_filter",
          "content_filtered",
          "safety",
          "image_safety",
          "recitation",
          "blocklist",
          "prohibited_content",
          "spii",
          "language",
          "refusal",
          "guardrail_intervened",
          "error_toxic",
          "sensitive" ->
          CONTENT_FILTER;
      case "abort",
          "aborted",
          "cancel",
          "cancelled",
          "canceled",
          "pause_turn",
          "timeout",
          "insufficient_system_resource" ->
          ABORTED;
      case "error", "network_error", "error_limit", "failed" -> ERROR;
      default -> UNKNOWN;
    };
  }
}
