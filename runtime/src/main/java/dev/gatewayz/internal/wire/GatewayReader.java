package dev.gatewayz.internal.wire;

import dev.gatewayz.chat.Usage;
import dev.gatewayz.gateway.Balance;
import dev.gatewayz.gateway.Embeddings;
import dev.gatewayz.gateway.Health;
import dev.gatewayz.gateway.Model;
import dev.gatewayz.internal.json.Json;
import dev.gatewayz.internal.syntax.ModelName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Reads what the gateway tells beside chat. What is missing is left out; a document without what it
 * is for is {@code null}.
 */
public final class GatewayReader {
  private GatewayReader() {}

  /**
   * A page of the catalogue.
   *
   * @param models the models
   * @param nextOffset where the next page begins, -1 if this is the last
   */
  public record Page(List<Model> models, int nextOffset) {}

  /** Reads a page of {@code GET /v1/models}. */
  public static @Nullable Page models(byte[] bytes, int length) {
    Map<?, ?> document = object(bytes, length);
    if (document == null || !(document.get("data") instanceof List<?> data)) {
      return null;
    }
    List<Model> models = new ArrayList<>(data.size());
    for (Object element : data) {
      if (element instanceof Map<?, ?> map && map.get("id") instanceof String id && !id.isBlank()) {
        models.add(model(id, map));
      }
    }
    boolean more = Boolean.TRUE.equals(document.get("has_more"));
    int next = more && document.get("next_offset") instanceof Number n ? n.intValue() : -1;
    return new Page(models, next);
  }

  private static Model model(String id, Map<?, ?> map) {
    Map<?, ?> pricing = map.get("pricing") instanceof Map<?, ?> prices ? prices : Map.of();
    List<String> parameters = new ArrayList<>();
    if (map.get("supported_parameters") instanceof List<?> list) {
      list.forEach(parameter -> parameters.add(String.valueOf(parameter)));
    }
    return Model.builder()
        .name(ModelName.ofWire(id).name())
        .ownedBy(text(map.get("owned_by")))
        .contextLength(map.get("context_length") instanceof Number length ? length.longValue() : 0)
        .promptPrice(decimal(pricing.get("prompt")))
        .completionPrice(decimal(pricing.get("completion")))
        .supportedParameters(parameters)
        .build();
  }

  /** Reads {@code GET /health}. */
  public static @Nullable Health health(byte[] bytes, int length) {
    Map<?, ?> document = object(bytes, length);
    String status = document == null ? null : text(document.get("status"));
    return document == null || status == null
        ? null
        : Health.builder()
            .status(status)
            .version(text(document.get("version")))
            .mode(text(document.get("mode")))
            .build();
  }

  /** Reads {@code GET /user/balance}. */
  public static @Nullable Balance balance(byte[] bytes, int length) {
    Map<?, ?> document = object(bytes, length);
    BigDecimal credits = document == null ? null : decimal(document.get("credits"));
    return document == null || credits == null
        ? null
        : Balance.builder().credits(credits).status(text(document.get("status"))).build();
  }

  /**
   * Reads the answer of {@code POST /v1/embeddings}.
   *
   * @param requestedModel the model to name where the server names none
   */
  public static @Nullable Embeddings embeddings(byte[] bytes, int length, String requestedModel) {
    Map<?, ?> document = object(bytes, length);
    if (document == null || !(document.get("data") instanceof List<?> data)) {
      return null;
    }
    TreeMap<Integer, float[]> vectors = new TreeMap<>();
    for (Object element : data) {
      if (!(element instanceof Map<?, ?> map) || !(map.get("embedding") instanceof List<?> list)) {
        return null;
      }
      float[] vector = vector(list);
      if (vector == null) {
        return null;
      }
      int index = map.get("index") instanceof Number n ? n.intValue() : vectors.size();
      vectors.put(index, vector);
    }
    String model = text(document.get("model"));
    return new Embeddings(
        model == null || model.isBlank() ? requestedModel : ModelName.ofWire(model).name(),
        List.copyOf(vectors.values()),
        usage(document.get("usage")));
  }

  private static float @Nullable [] vector(List<?> list) {
    float[] vector = new float[list.size()];
    for (int i = 0; i < vector.length; i++) {
      if (!(list.get(i) instanceof Number number)) {
        return null;
      }
      vector[i] = number.floatValue();
    }
    return vector;
  }

  private static @Nullable Usage usage(@Nullable Object value) {
    if (value instanceof Map<?, ?> map && map.get("prompt_tokens") instanceof Number prompt) {
      return Usage.of(Math.max(0, prompt.longValue()), 0);
    }
    return null;
  }

  private static @Nullable Map<?, ?> object(byte[] bytes, int length) {
    try {
      return Json.read(bytes, 0, length) instanceof Map<?, ?> map ? map : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof String text ? text : null;
  }

  private static @Nullable BigDecimal decimal(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    try {
      return new BigDecimal(value.toString());
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
