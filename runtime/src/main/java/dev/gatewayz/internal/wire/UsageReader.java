package dev.gatewayz.internal.wire;

import dev.gatewayz.chat.GatewayUsage;
import dev.gatewayz.chat.Usage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads what an answer has used, under the names that servers give it. */
final class UsageReader {
  private UsageReader() {}

  /** The {@code usage} of an answer; {@code null} if there is none. */
  static @Nullable Usage read(JsonParser in, JsonToken token, AnswerFields answer) {
    if (Tolerant.isOther(in, token, JsonToken.START_OBJECT)) {
      return null;
    }
    UsageFields usage = answer.usageFields.clear();
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      token = in.nextToken();
      switch (name) {
        case "prompt_tokens" -> usage.prompt = Tolerant.count(in, token);
        case "completion_tokens" -> usage.completion = Tolerant.count(in, token);
        case "input_tokens" -> usage.prompt = Math.max(usage.prompt, Tolerant.count(in, token));
        case "output_tokens" ->
            usage.completion = Math.max(usage.completion, Tolerant.count(in, token));
        case "total_tokens" -> {
          Long number = Tolerant.numberOrNull(in, token);
          usage.total = number == null ? usage.total : Math.max(0, number);
        }
        case "cache_read_input_tokens" ->
            usage.cached = Math.max(usage.cached, Tolerant.count(in, token));
        case "cache_creation_input_tokens" -> usage.cacheWrite = Tolerant.count(in, token);
        case "prompt_tokens_details" ->
            usage.cached = Math.max(usage.cached, detail(in, token, "cached_tokens"));
        case "completion_tokens_details" -> usage.reasoning = detail(in, token, "reasoning_tokens");
        case "cost", "cost_usd", "estimated_cost" -> usage.cost(Costs.of(in, token));
        default -> usage.unknown.add(name, in);
      }
    }
    return usage.toUsage();
  }

  private static long detail(JsonParser in, JsonToken token, String wanted) {
    long value = 0;
    if (Tolerant.isOther(in, token, JsonToken.START_OBJECT)) {
      return 0;
    }
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean isWanted = in.currentName().equals(wanted);
      token = in.nextToken();
      long count = Tolerant.count(in, token);
      if (isWanted) {
        value = count;
      }
    }
    return value;
  }

  /** What Gatewayz says of its own part. */
  static GatewayUsage readGateway(JsonParser in, JsonToken token) {
    String provider = null;
    BigDecimal cost = null;
    if (Tolerant.isOther(in, token, JsonToken.START_OBJECT)) {
      return GatewayUsage.builder().build();
    }
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      token = in.nextToken();
      if (name.equals("provider")) {
        provider = Tolerant.text(in, token);
      } else if (name.equals("cost_usd")) {
        cost = Costs.of(in, token);
      } else {
        in.skipChildren();
      }
    }
    return GatewayUsage.builder().provider(provider).cost(cost).build();
  }
}
