package dev.gatewayz.usage;

/** Where the figures of a call come from. */
public enum UsageSource {
  /** The gateway reported them. */
  REPORTED,
  /** They were guessed here, because the gateway did not report any. */
  ESTIMATED,
  /** There are none. */
  ABSENT
}
