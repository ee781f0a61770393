package dev.gatewayz.chat;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One answer. Immutable. */
public sealed interface Choice permits ChoiceValue {

  /** Its number, from 0. */
  int index();

  /** What the model said. */
  AssistantMessage message();

  /** Why it stopped, in the wire's word; {@code null} if it was not said. */
  @Nullable String finishReasonText();

  /**
   * The members that this library does not know, such as {@code logprobs}, each value as JSON text;
   * empty as a rule. Of a streamed answer the chunks have them, and this is empty.
   */
  Map<String, String> extra();

  /** Why it stopped. */
  default FinishReason finishReason() {
    return FinishReason.of(finishReasonText());
  }

  /** Starts with nothing; for tests, and for those who answer calls themselves. */
  static Builder builder() {
    return new Builder();
  }

  /** The same, to be changed. */
  default Builder toBuilder() {
    return new Builder()
        .index(index())
        .message(message())
        .finishReasonText(finishReasonText())
        .extra(extra());
  }

  /** Collects a {@link Choice}. Each method returns this builder. */
  final class Builder {
    private int index;
    private @Nullable AssistantMessage message;
    private @Nullable String finishReasonText;
    private Map<String, String> extra = Map.of();

    private Builder() {}

    /** See {@link Choice#index()}. Default: 0. */
    public Builder index(int index) {
      this.index = index;
      return this;
    }

    /** See {@link Choice#message()}. Must be set. */
    public Builder message(AssistantMessage message) {
      this.message = Objects.requireNonNull(message, "message");
      return this;
    }

    /** See {@link Choice#finishReasonText()}. Default: none. */
    public Builder finishReasonText(@Nullable String finishReasonText) {
      this.finishReasonText = finishReasonText;
      return this;
    }

    /** See {@link Choice#extra()}. Default: empty. */
    public Builder extra(Map<String, String> extra) {
      this.extra = Objects.requireNonNull(extra, "extra");
      return this;
    }

    /**
     * What was collected.
     *
     * @throws NullPointerException if something that must be set is not
     */
    public Choice build() {
      return new ChoiceValue(
          index, Objects.requireNonNull(message, "message"), finishReasonText, extra);
    }
  }
}
