package dev.gatewayz.internal.request;

import dev.gatewayz.CallOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Options that a client has for some prompts, by the id of the prompt or the name of its interface.
 * Immutable.
 */
public record PromptOptions(Map<String, CallOptions> byName) {

  /** For the names and options of that map. */
  public PromptOptions {
    byName = Map.copyOf(byName);
  }

  /**
   * Makes the requests of an interface with them.
   *
   * @param requests makes them without
   * @param client the interface
   * @param ids all its prompts
   * @throws IllegalArgumentException if there are options for a prompt of the interface that does
   *     not exist
   */
  public PromptRequests of(RequestFactory requests, String client, String... ids) {
    if (byName.isEmpty()) {
      return new PromptRequests(requests, Map.of());
    }
    CallOptions ofAll = byName.get(client);
    RequestFactory common = ofAll == null ? requests : requests.with(ofAll);
    Map<String, RequestFactory> byId = new HashMap<>();
    List<String> known = List.of(ids);
    byName.forEach(
        (name, options) -> {
          if (known.contains(name)) {
            byId.put(name, common.with(options));
          } else if (name.startsWith(client + ".")) {
            throw new IllegalArgumentException(
                "There are options for the prompt %s, which does not exist. Prompts of %s: %s."
                    .formatted(name, client, String.join(", ", known)));
          }
        });
    return new PromptRequests(common, byId);
  }
}
