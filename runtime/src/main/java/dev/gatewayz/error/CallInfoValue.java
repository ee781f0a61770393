package dev.gatewayz.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link CallInfo} as it was read. */
record CallInfoValue(
    @Nullable String promptId,
    String model,
    int attempts,
    String requestId,
    List<FailedAttempt> earlier)
    implements CallInfo {
  private static final long serialVersionUID = 1;

  /** Copies the collections. */
  CallInfoValue {
    earlier = List.copyOf(earlier);
  }

  @Override
  public String toString() {
    return "CallInfo["
        + "promptId="
        + promptId
        + ", model="
        + model
        + ", attempts="
        + attempts
        + ", requestId="
        + requestId
        + ", earlier="
        + earlier
        + "]";
  }
}
