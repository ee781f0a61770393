package dev.gatewayz.internal.wire;

import dev.gatewayz.chat.Usage;
import dev.gatewayz.gateway.Embeddings;
import dev.gatewayz.internal.syntax.ModelName;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the answer of {@code POST /v1/embeddings}. */
public final class EmbeddingsReader {
  private static final Set<String> KNOWN = Set.of("object", "model", "data", "usage");

  private EmbeddingsReader() {}

  /**
   * Reads vectors, {@code null} if something else stands there.
   *
   * @param requestedModel the model to name where the server names none
   */
  public static @Nullable Embeddings read(byte[] bytes, int length, String requestedModel) {
    Document document = Document.of(bytes, length);
    List<?> data = document == null ? null : document.list("data");
    if (document == null || data == null) {
      return null;
    }
    TreeMap<Long, float[]> vectors = new TreeMap<>();
    for (Object element : data) {
      if (!(element instanceof Map<?, ?> map)) {
        return null;
      }
      float[] vector = vector(map.get("embedding"));
      if (vector == null) {
        return null;
      }
      Long index = new Document(map).whole("index");
      vectors.put(index == null ? (Long) (long) vectors.size() : index, vector);
    }
    String model = document.text("model");
    return Embeddings.builder()
        .model(model == null ? requestedModel : ModelName.ofWire(model).name())
        .vectors(List.copyOf(vectors.values()))
        .usage(usage(document.object("usage")))
        .extra(document.without(KNOWN))
        .build();
  }

  private static float @Nullable [] vector(@Nullable Object value) {
    if (value instanceof String base64) {
      return ofBase64(base64);
    }
    if (!(value instanceof List<?> list)) {
      return null;
    }
    float[] vector = new float[list.size()];
    for (int i = 0; i < vector.length; i++) {
      Float number = number(list.get(i));
      if (number == null) {
        return null;
      }
      vector[i] = number;
    }
    return vector;
  }

  /** A number, also one in quotes. */
  private static @Nullable Float number(@Nullable Object value) {
    try {
      Float number =
          value instanceof Number n
              ? (Float) n.floatValue()
              : value instanceof String text ? (Float) Float.parseFloat(text) : null;
      return number == null || !Float.isFinite(number) ? null : number;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Numbers of four bytes each, the lowest first. */
  private static float @Nullable [] ofBase64(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
    if (bytes.length == 0 || bytes.length % Float.BYTES != 0) {
      return null;
    }
    float[] vector = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
    return vector;
  }

  private static @Nullable Usage usage(Document usage) {
    Long prompt = usage.whole("prompt_tokens");
    if (prompt == null) {
      return null;
    }
    BigDecimal cost = usage.members().get("cost") instanceof Number ? usage.decimal("cost") : null;
    return Usage.of(Math.max(0, prompt), 0).toBuilder()
        .cost(cost == null || cost.signum() < 0 ? null : cost)
        .build();
  }
}
