package dev.gatewayz.testkit.internal.openai;

import dev.gatewayz.testkit.internal.json.JsonObject;

/**
 * The tokens of one call.
 *
 * @param prompt of the request
 * @param completion of the answer
 * @param cached the part of {@code prompt} that the provider had in its cache
 * @param reasoning the part of {@code completion} that was spent on reasoning
 */
public record UsageCount(long prompt, long completion, long cached, long reasoning) {

  long total() {
    return prompt + completion;
  }

  /** As it goes over the wire; details only where there is something to tell. */
  JsonObject toJson() {
    JsonObject json =
        new JsonObject()
            .put("prompt_tokens", prompt)
            .put("completion_tokens", completion)
            .put("total_tokens", total());
    if (cached > 0) {
      json.put("cache_read_input_tokens", cached)
          .put("cache_creation_input_tokens", 0)
          .put("prompt_tokens_details", new JsonObject().put("cached_tokens", cached));
    }
    if (reasoning > 0) {
      json.put("completion_tokens_details", new JsonObject().put("reasoning_tokens", reasoning));
    }
    return json;
  }
}
