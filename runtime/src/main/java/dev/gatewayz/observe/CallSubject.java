package dev.gatewayz.observe;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which call an event belongs to. Immutable. */
public sealed interface CallSubject permits CallSubjectValue {

  /** A number that all events of one call of a client have in common, and no others. */
  long sequence();

  /**
   * The prompt, as in {@code com.acme.EarningsAnalyst.summarise}; {@code null} for a request put
   * together at run time.
   */
  @Nullable String promptId();

  /** A digest of the prompt as it is sent, {@code null} without prompt. */
  @Nullable String promptHash();

  /** Whether the templates of the prompt are others than those that were compiled. */
  boolean promptOverridden();

  /** The model asked at that moment, with its {@code gatewayz/} prefix. */
  String model();

  /** Whether the answer is streamed. */
  boolean streamed();

  /** What the caller marked the call with. */
  Map<String, String> tags();

  /** What interceptors have attached to the call. */
  Map<String, Object> attributes();

  /** Starts with nothing; for tests, and for those who answer calls themselves. */
  static Builder builder() {
    return new Builder();
  }

  /** The same, to be changed. */
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

    /** See {@link CallSubject#sequence()}. Default: 0. */
    public Builder sequence(long sequence) {
      this.sequence = sequence;
      return this;
    }

    /** See {@link CallSubject#promptId()}. Default: none. */
    public Builder promptId(@Nullable String promptId) {
      this.promptId = promptId;
      return this;
    }

    /** See {@link CallSubject#promptOverridden()}. Default: false. */
    public Builder promptOverridden(boolean promptOverridden) {
      this.promptOverridden = promptOverridden;
      return this;
    }

    /** See {@link CallSubject#promptHash()}. Default: none. */
    public Builder promptHash(@Nullable String promptHash) {
      this.promptHash = promptHash;
      return this;
    }

    /** See {@link CallSubject#model()}. Default: empty. */
    public Builder model(String model) {
      this.model = Objects.requireNonNull(model, "model");
      return this;
    }

    /** See {@link CallSubject#streamed()}. Default: false. */
    public Builder streamed(boolean streamed) {
      this.streamed = streamed;
      return this;
    }

    /** See {@link CallSubject#tags()}. Default: empty. */
    public Builder tags(Map<String, String> tags) {
      this.tags = Objects.requireNonNull(tags, "tags");
      return this;
    }

    /** See {@link CallSubject#attributes()}. Default: empty. */
    public Builder attributes(Map<String, Object> attributes) {
      this.attributes = Objects.requireNonNull(attributes, "attributes");
      return this;
    }

    /** What was collected. */
    public CallSubject build() {
      return new CallSubjectValue(
          sequence, promptId, promptHash, promptOverridden, model, streamed, tags, attributes);
    }
  }
}
