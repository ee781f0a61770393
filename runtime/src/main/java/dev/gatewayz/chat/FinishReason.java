package dev.gatewayz.chat;

import org.jspecify.annotations.Nullable;

/** Why a model stopped. The wire's own word is kept beside it, because providers invent more. */
public enum FinishReason {
  /** The answer is complete, or a stop sequence was met. */
  STOP,
  /** The answer was cut at the token limit. */
  LENGTH,
  /** The model wants tools called. */
  TOOL_CALLS,
  /** A filter held content back. */
  CONTENT_FILTER,
  /** The provider failed while it answered. */
  ERROR,
  /** None was sent. */
  ABSENT,
  /** A word this library does not know. */
  UNKNOWN;

  /** Reads the wire's word; {@code null} and the empty text are {@link #ABSENT}. */
  public static FinishReason of(@Nullable String wire) {
    if (wire == null || wire.isEmpty()) {
      return ABSENT;
    }
    return switch (wire) {
      case "stop", "end_turn", "stop_sequence", "eos" -> STOP;
      case "length", "max_tokens", "MAX_TOKENS" -> LENGTH;
      case "tool_calls", "function_call", "tool_use" -> TOOL_CALLS;
      case "content_filter", "safety", "SAFETY", "RECITATION", "refusal", "sensitive" ->
          CONTENT_FILTER;
      case "error", "network_error" -> ERROR;
      default -> UNKNOWN;
    };
  }
}
