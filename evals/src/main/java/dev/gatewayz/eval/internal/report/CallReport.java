package dev.gatewayz.eval.internal.report;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a trial.
 *
 * @param prompt its id, empty for a request put together at run time
 * @param hash the prompt as it was compiled, empty without prompt
 * @param model the one that answered, or was asked last
 * @param judge whether a judge made it
 * @param attempts how many requests it took
 * @param retries how many of them repeated one that had failed
 * @param fellBackFrom models that failed, so that another was asked
 * @param promptTokens of the request
 * @param completionTokens of the answer
 * @param cost in US dollars, {@code null} if nobody knows
 * @param millis from its beginning to its end
 * @param failure what went wrong, if anything
 */
public record CallReport(
    String prompt,
    String hash,
    String model,
    boolean judge,
    int attempts,
    int retries,
    List<String> fellBackFrom,
    long promptTokens,
    long completionTokens,
    @Nullable BigDecimal cost,
    long millis,
    @Nullable String failure) {

  /** Copies the list. */
  public CallReport {
    fellBackFrom = List.copyOf(fellBackFrom);
  }
}
