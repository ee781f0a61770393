package dev.gatewayz.error;

/** Whose fault a failure is, and so what is to be done with the call. There may be more one day. */
public enum Fault {
  /**
   * The request: its prompt, its model, its tools, or what the model makes of it. The same call
   * fails again, others do not: set it aside.
   */
  REQUEST,
  /**
   * The gateway, a provider, the network, or this client at that moment: the same call may be
   * answered another time.
   */
  TRANSIENT,
  /**
   * The key, the credits, what the account may do, a budget, or how the client is set up: every
   * call fails until somebody changes that. Stop.
   */
  ACCOUNT
}
