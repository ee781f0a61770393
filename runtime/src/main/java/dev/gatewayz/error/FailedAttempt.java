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

  /** Which request of the call it was, from 1. */
  int number();

  /** How many requests have asked the same model the same question, this one included. */
  int ofModel();

  /** The model it asked, with its {@code gatewayz/} prefix; empty if none was. */
  String model();

  /** The prompt, {@code null} for a request put together at run time. */
  @Nullable String promptId();

  /** What went wrong. */
  GatewayzException failure();

  /** How long the call has taken until then. */
  Duration elapsed();

  /** How much time the call had left. */
  Duration left();

  /** Whether another model or gateway can be asked. */
  boolean hasFallback();

  /** How long the call waited before it sent the next request; zero while that is not decided. */
  Duration waited();

  /** Starts with nothing; for tests, and for those who answer calls themselves. */
  static Builder builder() {
    return new Builder();
  }

  /** The same, to be changed. */
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

    /** See {@link FailedAttempt#number()}. Default: 0. */
    public Builder number(int number) {
      this.number = number;
      return this;
    }

    /** See {@link FailedAttempt#ofModel()}. Default: 0. */
    public Builder ofModel(int ofModel) {
      this.ofModel = ofModel;
      return this;
    }

    /** See {@link FailedAttempt#model()}. Default: empty. */
    public Builder model(String model) {
      this.model = Objects.requireNonNull(model, "model");
      return this;
    }

    /** See {@link FailedAttempt#promptId()}. Default: none. */
    public Builder promptId(@Nullable String promptId) {
      this.promptId = promptId;
      return this;
    }

    /** See {@link FailedAttempt#failure()}. Must be set. */
    public Builder failure(GatewayzException failure) {
      this.failure = Objects.requireNonNull(failure, "failure");
      return this;
    }

    /** See {@link FailedAttempt#elapsed()}. Default: 0. */
    public Builder elapsed(Duration elapsed) {
      this.elapsed = Objects.requireNonNull(elapsed, "elapsed");
      return this;
    }

    /** See {@link FailedAttempt#left()}. Default: 0. */
    public Builder left(Duration left) {
      this.left = Objects.requireNonNull(left, "left");
      return this;
    }

    /** See {@link FailedAttempt#hasFallback()}. Default: false. */
    public Builder hasFallback(boolean hasFallback) {
      this.hasFallback = hasFallback;
      return this;
    }

    /** See {@link FailedAttempt#waited()}. Default: 0. */
    public Builder waited(Duration waited) {
      this.waited = Objects.requireNonNull(waited, "waited");
      return this;
    }

    /**
     * What was collected.
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
