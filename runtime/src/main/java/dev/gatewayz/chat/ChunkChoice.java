package dev.gatewayz.chat;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is new in one answer of a stream. Immutable. */
public sealed interface ChunkChoice permits ChunkChoiceValue {

  /** {@return the answer's number, from 0} */
  int index();

  /** {@return what is new} */
  Delta delta();

  /**
   * {@return why the model stopped, in the wire's word, in the last piece; {@code null} before it}
   */
  @Nullable String finishReasonText();

  /**
   * {@return the members that this library does not know, such as {@code logprobs}, each value as
   * JSON text; empty as a rule}
   */
  Map<String, String> extra();

  /** {@return why it stopped} */
  default FinishReason finishReason() {
    return FinishReason.of(finishReasonText());
  }

  /**
   * Starts with nothing; for tests, and for those who answer calls themselves.
   *
   * @return a builder of a choice without a delta, which must be set
   */
  static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that holds the same} */
  default Builder toBuilder() {
    return new Builder()
        .index(index())
        .delta(delta())
        .finishReasonText(finishReasonText())
        .extra(extra());
  }

  /** Collects a {@link ChunkChoice}. Each method returns this builder. */
  final class Builder {
    private int index;
    private @Nullable Delta delta;
    private @Nullable String finishReasonText;
    private Map<String, String> extra = Map.of();

    private Builder() {}

    /**
     * Sets {@link ChunkChoice#index()}. Default: 0.
     *
     * @param index the answer's number, from 0
     * @return this builder
     */
    public Builder index(int index) {
      this.index = index;
      return this;
    }

    /**
     * Sets {@link ChunkChoice#delta()}. Must be set.
     *
     * @param delta what is new
     * @return this builder
     */
    public Builder delta(Delta delta) {
      this.delta = Objects.requireNonNull(delta, "delta");
      return this;
    }

    /**
     * Sets {@link ChunkChoice#finishReasonText()}. Default: none.
     *
     * @param finishReasonText why the model stopped, in the wire's word, in the last piece; {@code
     *     null} before it
     * @return this builder
     */
    public Builder finishReasonText(@Nullable String finishReasonText) {
      this.finishReasonText = finishReasonText;
      return this;
    }

    /**
     * Sets {@link ChunkChoice#extra()}. Default: empty.
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
    public ChunkChoice build() {
      return new ChunkChoiceValue(
          index, Objects.requireNonNull(delta, "delta"), finishReasonText, extra);
    }
  }
}
