package dev.gatewayz.internal.request;

import dev.gatewayz.CallOptions;
import java.util.Map;

/**
 * Makes the requests of the prompts of one interface.
 *
 * @param common for prompts without options of their own
 * @param byId for the others, by their ids
 */
public record PromptRequests(RequestFactory common, Map<String, RequestFactory> byId) {

  /** Those of that map, which stays as it is. */
  public PromptRequests {
    byId = Map.copyOf(byId);
  }

  /** The request of a rendered prompt. */
  public CallRequest of(RenderedPrompt prompt, boolean streamed, CallOptions options) {
    RequestFactory requests =
        byId.isEmpty() ? common : byId.getOrDefault(prompt.spec().identity().id(), common);
    return requests.of(prompt, streamed, options);
  }
}
