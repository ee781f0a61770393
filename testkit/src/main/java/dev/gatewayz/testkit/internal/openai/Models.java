package dev.gatewayz.testkit.internal.openai;

import dev.gatewayz.testkit.internal.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;

/** The catalogue of models, page by page. */
public final class Models {
  /** US dollars for a token of a request, whatever the model. */
  static final BigDecimal PROMPT_PRICE = new BigDecimal("0.00000015");

  /** US dollars for a token of an answer, whatever the model. */
  static final BigDecimal COMPLETION_PRICE = new BigDecimal("0.0000006");

  private Models() {}

  /**
   * One page.
   *
   * @param ids of all models, {@code provider/model}
   * @param limit how many to list
   * @param offset how many to leave out
   * @param openAiMembers whether to write what OpenAI's schema requires and Gatewayz leaves out
   */
  public static JsonObject page(List<String> ids, int limit, int offset, boolean openAiMembers) {
    List<JsonObject> data =
        ids.stream().skip(offset).limit(limit).map(id -> model(id, openAiMembers)).toList();
    int next = offset + data.size();
    boolean more = next < ids.size();
    return new JsonObject()
        .put("object", "list")
        .put("data", data)
        .put("total", ids.size())
        .put("returned", data.size())
        .put("offset", offset)
        .put("limit", limit)
        .put("has_more", more)
        .put("next_offset", more ? next : null)
        .put("gateway", "all")
        .put("note", "Mock catalogue")
        .put("timestamp", "2026-09-21T12:26:40Z");
  }

  private static JsonObject model(String id, boolean openAiMembers) {
    String provider = id.contains("/") ? id.substring(0, id.indexOf('/')) : "mock";
    JsonObject json = new JsonObject().put("id", id).put("object", "model");
    if (openAiMembers) {
      json.put("created", ChatResponse.CREATED);
    }
    return json.put("owned_by", provider)
        .put("name", id.substring(id.indexOf('/') + 1))
        .put("provider_slug", provider)
        .put("source_gateway", "mock")
        .put("context_length", 128_000)
        .put(
            "pricing",
            new JsonObject()
                .put("prompt", PROMPT_PRICE.toPlainString())
                .put("completion", COMPLETION_PRICE.toPlainString()))
        .put("capabilities", List.of("chat", "streaming", "tools"))
        .put("supported_parameters", List.of("temperature", "top_p", "max_tokens", "stop", "n"));
  }
}
