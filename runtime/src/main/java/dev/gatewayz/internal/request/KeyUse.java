package dev.gatewayz.internal.request;

/** Whether a service is for those who have a key. */
public enum KeyUse {
  /** It is not sent without one. */
  NEEDED,
  /** It carries one if there is one. */
  WELCOME,
  /** It carries none, so that it works whoever asks. */
  NONE
}
