package dev.gatewayz.usage;

/** How a call ended. */
public enum Outcome {
  /** With an answer. */
  SUCCESS,
  /** With an error. */
  FAILURE,
  /** By the caller's wish. */
  CANCELLED
}
