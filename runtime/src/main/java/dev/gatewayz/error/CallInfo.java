package dev.gatewayz.error;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which call an error belongs to. Immutable. */
public sealed interface CallInfo extends Serializable permits CallInfoValue {

  /**
   * The prompt, as in {@code com.acme.EarningsAnalyst.summarise}; {@code null} for a request put
   * together at run time.
   */
  @Nullable String promptId();

  /** The model asked, with its {@code gatewayz/} prefix; empty if none was. */
  String model();

  /** How many requests were sent, 0 if none. */
  int attempts();

  /**
   * The id under which the gateway knows the call: the server's where it answered, else the one
   * that was sent.
   */
  String requestId();

  /** The requests that failed before the last one, in their order. */
  List<FailedAttempt> earlier();

  /** Starts with nothing; for tests, and for those who answer calls themselves. */
  static Builder builder() {
    return new Builder();
  }

  /** The same, to be changed. */
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

    /** See {@link CallInfo#promptId()}. Default: none. */
    public Builder promptId(@Nullable String promptId) {
      this.promptId = promptId;
      return this;
    }

    /** See {@link CallInfo#model()}. Default: empty. */
    public Builder model(String model) {
      this.model = Objects.requireNonNull(model, "model");
      return this;
    }

    /** See {@link CallInfo#attempts()}. Default: 0. */
    public Builder attempts(int attempts) {
      this.attempts = attempts;
      return this;
    }

    /** See {@link CallInfo#requestId()}. Default: "none". */
    public Builder requestId(String requestId) {
      this.requestId = Objects.requireNonNull(requestId, "requestId");
      return this;
    }

    /** See {@link CallInfo#earlier()}. Default: empty. */
    public Builder earlier(List<FailedAttempt> earlier) {
      this.earlier = Objects.requireNonNull(earlier, "earlier");
      return this;
    }

    /** What was collected. */
    public CallInfo build() {
      return new CallInfoValue(promptId, model, attempts, requestId, earlier);
    }
  }
}
