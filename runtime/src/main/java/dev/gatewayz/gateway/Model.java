package dev.gatewayz.gateway;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model in the gateway's catalogue. Mirrors an element of {@code GET /v1/models}.
 *
 * @param name with its {@code gatewayz/} prefix, as a prompt names it
 * @param ownedBy whose model it is, {@code null} if the gateway does not say
 * @param contextLength how many tokens prompt and answer may have together, 0 if unknown
 * @param promptPrice US dollars for a token of the prompt, {@code null} if unknown
 * @param completionPrice US dollars for a token of the answer, {@code null} if unknown
 * @param supportedParameters the wire names of the parameters it takes, empty if unknown
 */
public record Model(
    String name,
    @Nullable String ownedBy,
    long contextLength,
    @Nullable BigDecimal promptPrice,
    @Nullable BigDecimal completionPrice,
    List<String> supportedParameters) {

  /** Copies the list. */
  public Model {
    supportedParameters = List.copyOf(supportedParameters);
  }
}
