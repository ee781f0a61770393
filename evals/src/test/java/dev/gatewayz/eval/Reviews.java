package dev.gatewayz.eval;

/** What a test asks, however it is worded. */
interface Reviews {
  int stars(String text);
}
