package dev.gatewayz.error;

/** The client was closed before or while it made the call. */
public final class ClientClosedException extends GatewayzException {
  private static final long serialVersionUID = 1;

  /**
   * A call on a closed client.
   *
   * @param call the call that failed
   * @param partial what had arrived before, {@link Partial#NONE} for nothing
   */
  public ClientClosedException(CallInfo call, Partial partial) {
    super(call, "The client was closed.", "Close it after its last call.", partial, null);
  }

  @Override
  public Fault fault() {
    return Fault.TRANSIENT;
  }
}
