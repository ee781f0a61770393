package dev.gatewayz.internal.answer;

/** Who says an error, and about whom. */
enum Speaker {
  /** The gateway, about the caller: the request, the key, the account, its limits. */
  GATEWAY_OF_CALLER,
  /** The gateway, about itself. */
  GATEWAY_OF_ITSELF,
  /** A provider, to the gateway: about the gateway's key, account and limits, or the request. */
  PROVIDER
}
