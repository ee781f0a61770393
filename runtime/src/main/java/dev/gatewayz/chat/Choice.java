package dev.gatewayz.chat;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One answer. Immutable. */
public sealed interface Choice permits ChoiceValue {

  /** {@return its number, from 0} */
  int index();

  /** {@return what the model said} */
  AssistantMessage message();

  /** {@return why it stopped, in the wire's word; {@code null} if it was not said} */
  @Nullable String finishReasonText();

  /**
   * {@return the members that this library does not know, such as {@code logprobs}, each value as
   * JSON text; empty as a rule} Of a streamed answer the chunks have them, and this is empty.
   */
  Map<String, String> extra();

  /** {@return why it stopped} */
  default FinishReason finishReason() {
    return FinishReason.of(finishReasonText());
  }

  /**
   * Starts with nothing; for tests, and for those who answer calls themselves.
   *
   * @return a builder of a choice without a message, which must be set
   */
  static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that holds the same} */
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

    /**
     * Sets {@link Choice#index()}. Default: 0.
     *
     * @param index its number, from 0
     * @return this builder
     */
    public Builder index(int index) {
      this.index = index;
      return this;
    }

    /**
     * Sets {@link Choice#message()}. Must be set.
     *
     * @param message what the model said
     * @return this builder
     */
    public Builder message(AssistantMessage message) {
      this.message = Objects.requireNonNull(message, "message");
      return this;
    }

    /**
     * Sets {@link Choice#finishReasonText()}. Default: none.
     *
     * @param finishReasonText why it stopped, in the wire's word; {@code null} if it was not said
     * @return this builder
     */
    public Builder finishReasonText(@Nullable String finishReasonText) {
      this.finishReasonText = finishReasonText;
      return this;
    }

    /**
     * Sets {@link Choice#extra()}. Default: empty.
     *
     * @param extra the members that this library does not know, such as {@code logprobs}, each
     *     value as JSON text
     * @return this builder
     */
    public Builder extra(Map<String, String> extra) {
      this.extra = Objects.requireNonNull(extra, "extra");
      return this;
    }

    /**
     * {@return what was collected}
     *
     * @throws NullPointerException if something that must be set is not
     */
    public Choice build() {
      return new ChoiceValue(
          index, Objects.requireNonNull(message, "message"), finishReasonText, extra);
    }
  }
}
