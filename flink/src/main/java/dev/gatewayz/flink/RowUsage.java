package dev.gatewayz.flink;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a row has used, all of its calls together. Immutable. */
public sealed interface RowUsage permits RowUsageValue {

  /** {@return how many calls were made about the row: one, as a rule; two after a cascade} */
  int calls();

  /** {@return how many requests those took, with retries and fallbacks} */
  int attempts();

  /** {@return tokens of the requests} */
  long promptTokens();

  /** {@return tokens of the answers} */
  long completionTokens();

  /**
   * {@return what it cost in US dollars; {@code null} if it is not known of each call that was
   * answered}
   */
  @Nullable BigDecimal cost();

  /** {@return the models that answered or were asked last, in the order of the calls} */
  List<String> models();

  /** {@return the digest of each prompt that was asked, by the id of the prompt} */
  Map<String, String> promptHashes();
}
