package dev.gatewayz.error;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which call an error belongs to. Immutable. */
public sealed interface CallInfo extends Serializable permits CallInfoValue {

  /**
   * {@return the prompt, as in {@code com.acme.EarningsAnalyst.summarise}; {@code null} for a
   * request put together at run time}
   */
  @Nullable String promptId();

  /** {@return the model asked, with its {@code gatewayz/} prefix; empty if none was} */
  String model();

  /** {@return how many requests were sent, 0 if none} */
  int attempts();

  /**
   * {@return the id under which the gateway knows the call: the server's where it answered, else
   * the one that was sent}
   */
  String requestId();

  /** {@return the requests that failed before the last one, in their order} */
  List<FailedAttempt> earlier();

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
        .promptId(promptId())
        .model(model())
        .attempts(attempts())
        .requestId(requestId())
        .earlier(earlier());
  }

  /** Collects a {@link CallInfo}. Each method returns this builder. */
  final class Builder {
    private @Nullable String promptId;
    private String model = "";
    private int attempts;
    private String requestId = "none";
    private List<FailedAttempt> earlier = List.of();

    private Builder() {}

    /**
     * Sets {@link CallInfo#promptId()}. Default: none.
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
     * Sets {@link CallInfo#model()}. Default: empty.
     *
     * @param model the model asked, with its {@code gatewayz/} prefix
     * @return this builder
     */
    public Builder model(String model) {
      this.model = Objects.requireNonNull(model, "model");
      return this;
    }

    /**
     * Sets {@link CallInfo#attempts()}. Default: 0.
     *
     * @param attempts how many requests were sent, 0 if none
     * @return this builder
     */
    public Builder attempts(int attempts) {
      this.attempts = attempts;
      return this;
    }

    /**
     * Sets {@link CallInfo#requestId()}. Default: "none".
     *
     * @param requestId the id under which the gateway knows the call: the server's where it
     *     answered, else the one that was sent
     * @return this builder
     */
    public Builder requestId(String requestId) {
      this.requestId = Objects.requireNonNull(requestId, "requestId");
      return this;
    }

    /**
     * Sets {@link CallInfo#earlier()}. Default: empty.
     *
     * @param earlier the requests that failed before the last one, in their order
     * @return this builder
     */
    public Builder earlier(List<FailedAttempt> earlier) {
      this.earlier = Objects.requireNonNull(earlier, "earlier");
      return this;
    }

    /** {@return what was collected} */
    public CallInfo build() {
      return new CallInfoValue(promptId, model, attempts, requestId, earlier);
    }
  }
}
