package dev.gatewayz.internal.request;

import dev.gatewayz.CallOptions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /** The request of a rendered prompt, which is still to be {@linkplain #paid paid for}. */
  public CallRequest of(RenderedPrompt prompt, boolean streamed, CallOptions options) {
    return factory(prompt.spec().identity().id()).of(prompt, streamed, options);
  }

  /** See {@link RequestFactory#paid}. */
  public CallRequest paid(CallRequest request) {
    return common.paid(request);
  }

  /** The key of experiments with a prompt unless a call says otherwise, {@code null} for none. */
  public @Nullable String experimentKey(String id) {
    return factory(id).experimentKey();
  }

  private RequestFactory factory(@Nullable String id) {
    return byId.isEmpty() || id == null ? common : byId.getOrDefault(id, common);
  }
}
