package dev.gatewayz.internal.request;

import dev.gatewayz.Deadlines;
import dev.gatewayz.RetryPolicy;
import dev.gatewayz.internal.syntax.ApiBase;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the requests of a client are like unless a prompt or a call says otherwise.
 *
 * @param base where they go
 * @param payer who pays
 * @param plaintextAllowed whether the key may be sent unencrypted to other machines
 * @param headers further headers of every request
 * @param extraMembers members of every request body that does not have them, as JSON text
 * @param rules how requests differ by whom they are sent to
 * @param deadlines how long calls may take
 * @param retries when they are sent again
 */
public record RequestDefaults(
    ApiBase base,
    Payer payer,
    boolean plaintextAllowed,
    Map<String, String> headers,
    Map<String, String> extraMembers,
    RequestRules rules,
    Deadlines deadlines,
    RetryPolicy retries) {

  /** Copies the maps. */
  public RequestDefaults {
    headers = Map.copyOf(headers);
    extraMembers = new LinkedHashMap<>(extraMembers);
  }

  /** Does not show headers, which may hold secrets. */
  @Override
  public String toString() {
    return "RequestDefaults[" + base + "]";
  }
}
