package dev.gatewayz.chat;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is new in one answer of a stream. Immutable. */
public sealed interface ChunkChoice permits ChunkChoiceValue {

  /** The answer's number, from 0. */
  int index();

  /** What is new. */
  Delta delta();

  /** Why the model stopped, in the wire's word, in the last piece; {@code null} before it. */
  @Nullable String finishReasonText();

  /**
   * The members that this library does not know, such as {@code logprobs}, each value as JSON text;
   * empty as a rule.
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

    /** See {@link ChunkChoice#index()}. Default: 0. */
    public Builder index(int index) {
      this.index = index;
      return this;
    }

    /** See {@link ChunkChoice#delta()}. Must be set. */
    public Builder delta(Delta delta) {
      this.delta = Objects.requireNonNull(delta, "delta");
      return this;
    }

    /** See {@link ChunkChoice#finishReasonText()}. Default: none. */
    public Builder finishReasonText(@Nullable String finishReasonText) {
      this.finishReasonText = finishReasonText;
      return this;
    }

    /** See {@link ChunkChoice#extra()}. Default: empty. */
    public Builder extra(Map<String, String> extra) {
      this.extra = Objects.requireNonNull(extra, "extra");
      return this;
    }

    /**
     * What was collected.
     *
     * @throws NullPointerException if something that must be set is not
     */
    public ChunkChoice build() {
      return new ChunkChoiceValue(
          index, Objects.requireNonNull(delta, "delta"), finishReasonText, extra);
    }
  }
}
