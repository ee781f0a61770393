package dev.gatewayz.usage;

/**
 * Guesses how many tokens a text has, for calls whose usage the gateway does not report.
 * Thread-safe; runs on event loops, so it should be quick.
 *
 * <p>With a tokenizer, {@code com.knuddels:jtokkit} for instance, it is exact for OpenAI's models:
 *
 * <pre>{@code
 * Encoding encoding = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
 * Gatewayz.builder().estimateUsage((model, text) -> encoding.countTokensOrdinary(text)).build();
 * }</pre>
 */
@FunctionalInterface
public interface TokenEstimator {

  /** A token for every four characters, which is what Gatewayz itself assumes. */
  TokenEstimator QUARTER = (model, text) -> (text.length() + 3) / 4;

  /**
   * Guesses how many tokens a text has.
   *
   * @param model with its {@code gatewayz/} prefix; empty where none is asked, as for the length of
   *     a {@code Conversation}
   * @param text of a request or of an answer
   * @return how many tokens, 0 or more
   */
  long tokens(String model, String text);
}
