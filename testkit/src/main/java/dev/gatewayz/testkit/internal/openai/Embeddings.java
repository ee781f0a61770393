package dev.gatewayz.testkit.internal.openai;

import dev.gatewayz.testkit.internal.json.JsonObject;
import dev.gatewayz.testkit.internal.json.JsonValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Embeddings that mean nothing, but are the same for the same text, and of length 1. */
public final class Embeddings {
  private static final int DEFAULT_DIMENSIONS = 8;

  private Embeddings() {}

  /** The answer to a request with this body. */
  public static JsonObject answer(JsonValue body) {
    List<String> inputs = new ArrayList<>();
    body.get("input").text().ifPresent(inputs::add);
    body.get("input").items().forEach(item -> item.text().ifPresent(inputs::add));
    int dimensions =
        body.get("dimensions")
            .number()
            .map(Number::intValue)
            .filter(number -> number > 0)
            .orElse(DEFAULT_DIMENSIONS);
    List<JsonObject> data = new ArrayList<>();
    for (String input : inputs) {
      data.add(
          new JsonObject()
              .put("object", "embedding")
              .put("index", data.size())
              .put("embedding", vector(input, dimensions)));
    }
    long tokens = inputs.stream().mapToLong(Tokens::count).sum();
    return new JsonObject()
        .put("object", "list")
        .put("data", data)
        .put("model", body.get("model").text().orElse("unknown"))
        .put("usage", new JsonObject().put("prompt_tokens", tokens).put("total_tokens", tokens));
  }

  private static List<BigDecimal> vector(String text, int dimensions) {
    double[] vector = new SplittableRandom(text.hashCode()).doubles(dimensions, -1, 1).toArray();
    double length = 0;
    for (double component : vector) {
      length += component * component;
    }
    List<BigDecimal> rounded = new ArrayList<>();
    for (double component : vector) {
      rounded.add(BigDecimal.valueOf(component / Math.sqrt(length)).round(MathContext.DECIMAL32));
    }
    return rounded;
  }
}
