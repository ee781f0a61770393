package dev.gatewayz.error;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request of a call that failed, as a {@link dev.gatewayz.RetryPolicy} sees it, and as {@link
 * GatewayzException#earlierAttempts()} lists it. Immutable.
 */
public sealed interface FailedAttempt extends Serializable permits FailedAttemptValue {

  /** {@return which request of the call it was, from 1} */
  int number();

  /** {@return how many requests have asked the same model the same question, this one included} */
  int ofModel();

  /** {@return the model it asked, with its {@code gatewayz/} prefix; empty if none was} */
  String model();

  /** {@return the prompt, {@code null} for a request put together at run time} */
  @Nullable String promptId();

  /** {@return what went wrong} */
  GatewayzException failure();

  /** {@return how long the call has taken until then} */
  Duration elapsed();

  /** {@return how much time the call had left} */
  Duration left();

  /** {@return whether another model or gateway can be asked} */
  boolean hasFallback();

  /**
   * {@return how long the call waited before it sent the next request; zero while that is not
   * decided}
   */
  Duration waited();

  /**
   * Starts with nothing; for tests, and for those who answer calls themselves.
   *
   * @return a builder of an attempt without a failure, which must be set
   */
  static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that holds the same} */
  default Builder toBuilder() {
    return new Builder()
        .number(number())
        .ofModel(ofModel())
        .model(model())
        .promptId(promptId())
        .failure(failure())
        .elapsed(elapsed())
        .left(left())
        .hasFallback(hasFallback())
        .waited(waited());
  }

  /** Collects a {@link FailedAttempt}. Each method returns this builder. */
  final class Builder {
    private int number;
    private int ofModel;
    private String model = "";
    private @Nullable String promptId;
    private @Nullable GatewayzException failure;
    private Duration elapsed = Duration.ZERO;
    private Duration left = Duration.ZERO;
    private boolean hasFallback;
    private Duration waited = Duration.ZERO;

    private Builder() {}

    /**
     * Sets {@link FailedAttempt#number()}. Default: 0.
     *
     * @param number which request of the call it was, from 1
     * @return this builder
     */
    public Builder number(int number) {
      this.number = number;
      return this;
    }

    /**
     * Sets {@link FailedAttempt#ofModel()}. Default: 0.
     *
     * @param ofModel how many requests have asked the same model the same question, this one
     *     included
     * @return this builder
     */
    public Builder ofModel(int ofModel) {
      this.ofModel = ofModel;
      return this;
    }

    /**
     * Sets {@link FailedAttempt#model()}. Default: empty.
     *
     * @param model the model it asked, with its {@code gatewayz/} prefix
     * @return this builder
     */
    public Builder model(String model) {
      this.model = Objects.requireNonNull(model, "model");
      return this;
    }

    /**
     * Sets {@link FailedAttempt#promptId()}. Default: none.
     *
     * @param promptId the prompt, {@code null} for a request put together at run time
     * @return this builder
     */
    public Builder promptId(@Nullable String promptId) {
      this.promptId = promptId;
      return this;
    }

    /**
     * Sets {@link FailedAttempt#failure()}. Must be set.
     *
     * @param failure what went wrong
     * @return this builder
     */
    public Builder failure(GatewayzException failure) {
      this.failure = Objects.requireNonNull(failure, "failure");
      return this;
    }

    /**
     * Sets {@link FailedAttempt#elapsed()}. Default: 0.
     *
     * @param elapsed how long the call has taken until then
     * @return this builder
     */
    public Builder elapsed(Duration elapsed) {
      this.elapsed = Objects.requireNonNull(elapsed, "elapsed");
      return this;
    }

    /**
     * Sets {@link FailedAttempt#left()}. Default: 0.
     *
     * @param left how much time the call had left
     * @return this builder
     */
    public Builder left(Duration left) {
      this.left = Objects.requireNonNull(left, "left");
      return this;
    }

    /**
     * Sets {@link FailedAttempt#hasFallback()}. Default: false.
     *
     * @param hasFallback whether another model or gateway can be asked
     * @return this builder
     */
    public Builder hasFallback(boolean hasFallback) {
      this.hasFallback = hasFallback;
      return this;
    }

    /**
     * Sets {@link FailedAttempt#waited()}. Default: 0.
     *
     * @param waited how long the call waited before it sent the next request
     * @return this builder
     */
    public Builder waited(Duration waited) {
      this.waited = Objects.requireNonNull(waited, "waited");
      return this;
    }

    /**
     * {@return what was collected}
     *
     * @throws NullPointerException if something that must be set is not
     */
    public FailedAttempt build() {
      return new FailedAttemptValue(
          number,
          ofModel,
          model,
          promptId,
          Objects.requireNonNull(failure, "failure"),
          elapsed,
          left,
          hasFallback,
          waited);
    }
  }
}
