package dev.gatewayz.testkit.internal.openai;

import dev.gatewayz.testkit.internal.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The catalogue of models, page by page. */
public final class Models {
  /** US dollars for a token of a request, whatever the model. */
  static final BigDecimal PROMPT_PRICE = new BigDecimal("0.00000015");

  /** US dollars for a token of an answer, whatever the model. */
  static final BigDecimal COMPLETION_PRICE = new BigDecimal("0.0000006");

  private static final JsonObject CAPABILITIES =
      new JsonObject()
          .put("tools", true)
          .put("vision", true)
          .put("prompt_caching", false)
          .put("streaming", true);

  private static final List<String> PARAMETERS =
      List.of(
          "max_tokens",
          "temperature",
          "top_p",
          "stop",
          "tools",
          "tool_choice",
          "parallel_tool_calls",
          "response_format");

  private Models() {}

  /**
   * One page.
   *
   * @param ids of all models, {@code provider/model}
   * @param limit how many to list
   * @param offset how many to leave out
   * @param dialect OpenAI has but one page, of bare entries
   */
  public static JsonObject page(List<String> ids, int limit, int offset, Dialect dialect) {
    if (dialect.isOpenAi()) {
      return new JsonObject()
          .put("object", "list")
          .put(
              "data",
              ids.stream().map(id -> entry(id).put("created", ChatResponse.CREATED)).toList());
    }
    List<JsonObject> data =
        ids.stream().skip(offset).limit(limit).map(id -> model(id, price())).toList();
    return page(data, ids.size(), limit, offset);
  }

  /** One page that is all there is, of models whose price nobody knows. */
  public static JsonObject unpriced(List<String> ids) {
    List<JsonObject> data = ids.stream().map(id -> model(id, null)).toList();
    return page(data, data.size(), data.size(), 0);
  }

  /** One page of what a search finds. */
  public static JsonObject found(List<String> ids, int limit, int offset) {
    List<JsonObject> data =
        ids.stream().skip(offset).limit(limit).map(id -> model(id, price())).toList();
    return new JsonObject()
        .put("success", true)
        .put("data", data)
        .put(
            "meta",
            new JsonObject()
                .put("total", ids.size())
                .put("limit", limit)
                .put("offset", offset)
                .put("returned", data.size()));
  }

  private static JsonObject page(List<JsonObject> data, int total, int limit, int offset) {
    int next = offset + data.size();
    boolean more = next < total;
    return new JsonObject()
        .put("object", "list")
        .put("data", data)
        .put("total", total)
        .put("returned", data.size())
        .put("offset", offset)
        .put("limit", limit)
        .put("has_more", more)
        .put("next_offset", more ? next : null)
        .put("gateway", "all")
        .put("note", "Mock catalogue")
        .put("timestamp", "2026-09-21T12:26:40Z");
  }

  private static JsonObject price() {
    return new JsonObject()
        .put("prompt", PROMPT_PRICE.toPlainString())
        .put("completion", COMPLETION_PRICE.toPlainString());
  }

  private static String provider(String id) {
    return id.contains("/") ? id.substring(0, id.indexOf('/')) : "mock";
  }

  private static JsonObject entry(String id) {
    return new JsonObject().put("id", id).put("object", "model").put("owned_by", provider(id));
  }

  private static JsonObject model(String id, @Nullable JsonObject price) {
    return entry(id)
        .put("name", id.substring(id.indexOf('/') + 1))
        .put("provider_slug", provider(id))
        .put("source_gateway", "mock")
        .put("context_length", 128_000)
        .put("pricing", price)
        .put("capabilities", CAPABILITIES)
        .put("supported_parameters", PARAMETERS);
  }
}
