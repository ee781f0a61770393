package dev.gatewayz.batch;

import dev.gatewayz.error.Fault;
import dev.gatewayz.error.GatewayzException;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** A {@link RowResult} as it came. */
record RowResultValue<I, O>(I input, @Nullable O value, @Nullable Throwable error)
    implements RowResult<I, O> {

  @Override
  public @Nullable Fault fault() {
    if (error == null) {
      return null;
    }
    if (error instanceof GatewayzException known) {
      return known.fault();
    }
    return error instanceof CancellationException ? Fault.TRANSIENT : Fault.REQUEST;
  }
}
