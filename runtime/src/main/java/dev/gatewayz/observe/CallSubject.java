package dev.gatewayz.observe;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which call an event belongs to. Immutable. */
public sealed interface CallSubject permits CallSubjectValue {

  /** {@return a number that all events of one call of a client have in common, and no others} */
  long sequence();

  /**
   * {@return the prompt, as in {@code com.acme.EarningsAnalyst.summarise}; {@code null} for a
   * request put together at run time}
   */
  @Nullable String promptId();

  /** {@return a digest of the prompt as it is sent, {@code null} without prompt} */
  @Nullable String promptHash();

  /** {@return whether the templates of the prompt are others than those that were compiled} */
  boolean promptOverridden();

  /** {@return the model asked at that moment, with its {@code gatewayz/} prefix} */
  String model();

  /** {@return whether the answer is streamed} */
  boolean streamed();

  /** {@return what the caller marked the call with} */
  Map<String, String> tags();

  /** {@return what interceptors have attached to the call} */
  Map<String, Object> attributes();

  /**
   * Starts with nothing; for tests, and for those who answer calls themselves.
   *
   * @return a builder of a call of which nothing is known
   */
  static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that holds the same} */
  default Builder toBuilder() {
    return new Builder()
        .sequence(sequence())
        .promptId(promptId())
        .promptHash(promptHash())
        .promptOverridden(promptOverridden())
        .model(model())
        .streamed(streamed())
        .tags(tags())
        .attributes(attributes());
  }

  /** Collects a {@link CallSubject}. Each method returns this builder. */
  final class Builder {
    private long sequence;
    private @Nullable String promptId;
    private @Nullable String promptHash;
    private boolean promptOverridden;
    private String model = "";
    private boolean streamed;
    private Map<String, String> tags = Map.of();
    private Map<String, Object> attributes = Map.of();

    private Builder() {}

    /**
     * Sets {@link CallSubject#sequence()}. Default: 0.
     *
     * @param sequence a number that all events of one call of a client have in common, and no
     *     others
     * @return this builder
     */
    public Builder sequence(long sequence) {
      this.sequence = sequence;
      return this;
    }

    /**
     * Sets {@link CallSubject#promptId()}. Default: none.
     *
     * @param promptId the prompt, as in {@code com.acme.EarningsAnalyst.summarise}; {@code null}
     *     for a request put together at run time
     * @return this builder
     */
    public Builder promptId(@Nullable String promptId) {
      this.promptId = promptId;
      return this;
    }

    /**
     * Sets {@link CallSubject#promptOverridden()}. Default: false.
     *
     * @param promptOverridden whether the templates of the prompt are others than those that were
     *     compiled
     * @return this builder
     */
    public Builder promptOverridden(boolean promptOverridden) {
      this.promptOverridden = promptOverridden;
      return this;
    }

    /**
     * Sets {@link CallSubject#promptHash()}. Default: none.
     *
     * @param promptHash a digest of the prompt as it is sent, {@code null} without prompt
     * @return this builder
     */
    public Builder promptHash(@Nullable String promptHash) {
      this.promptHash = promptHash;
      return this;
    }

    /**
     * Sets {@link CallSubject#model()}. Default: empty.
     *
     * @param model the model asked at that moment, with its {@code gatewayz/} prefix
     * @return this builder
     */
    public Builder model(String model) {
      this.model = Objects.requireNonNull(model, "model");
      return this;
    }

    /**
     * Sets {@link CallSubject#streamed()}. Default: false.
     *
     * @param streamed whether the answer is streamed
     * @return this builder
     */
    public Builder streamed(boolean streamed) {
      this.streamed = streamed;
      return this;
    }

    /**
     * Sets {@link CallSubject#tags()}. Default: empty.
     *
     * @param tags what the caller marked the call with
     * @return this builder
     */
    public Builder tags(Map<String, String> tags) {
      this.tags = Objects.requireNonNull(tags, "tags");
      return this;
    }

    /**
     * Sets {@link CallSubject#attributes()}. Default: empty.
     *
     * @param attributes what interceptors have attached to the call
     * @return this builder
     */
    public Builder attributes(Map<String, Object> attributes) {
      this.attributes = Objects.requireNonNull(attributes, "attributes");
      return this;
    }

    /** {@return what was collected} */
    public CallSubject build() {
      return new CallSubjectValue(
          sequence, promptId, promptHash, promptOverridden, model, streamed, tags, attributes);
    }
  }
}
