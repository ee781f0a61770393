package dev.gatewayz.testkit.internal.openai;

/** Where a stream reports its usage. */
public enum UsagePlace {
  /** Where the server has it by default. */
  USUAL,
  /** On the chunks that carry a finish reason. */
  WITH_FINISH,
  /** On every chunk with something new, cumulative, the way some providers do. */
  ON_EVERY_CHUNK,
  /** On a last chunk without choices, the way OpenAI does. */
  IN_OWN_CHUNK,
  /** Inside the choice that finishes. */
  IN_CHOICE,
  /** Nowhere. */
  NOWHERE
}
