package dev.gatewayz.internal.wire;

import dev.gatewayz.chat.Parameters;
import dev.gatewayz.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads parameters from the members of a request. */
public final class ParametersReader {
  private ParametersReader() {}

  /**
   * The parameters that stand in the members of a request, each value as JSON text. What is no
   * parameter, or has a value that a parameter cannot have, is an extra member; {@code stream} is
   * nobody's to set and left out.
   */
  public static Parameters read(Map<String, String> members) {
    Parameters.Builder parameters = Parameters.builder();
    members.forEach(
        (name, json) -> {
          if (!name.equals("stream") && !set(name, json, parameters)) {
            parameters.extra(name, json);
          }
        });
    return parameters.build();
  }

  private static boolean set(String name, String json, Parameters.Builder to) {
    try {
      switch (name) {
        case "temperature" -> to.temperature(Double.parseDouble(json));
        case "top_p" -> to.topP(Double.parseDouble(json));
        case "max_tokens" -> to.maxTokens(Integer.parseInt(json));
        case "frequency_penalty" -> to.frequencyPenalty(Double.parseDouble(json));
        case "presence_penalty" -> to.presencePenalty(Double.parseDouble(json));
        case "n" -> to.n(Integer.parseInt(json));
        case "seed" -> to.seed(Long.parseLong(json));
        case "user", "reasoning_effort", "stop" -> {
          List<String> texts = texts(json);
          if (texts == null || (texts.size() != 1 && !name.equals("stop"))) {
            return false;
          }
          switch (name) {
            case "user" -> to.endUser(texts.get(0));
            case "stop" -> to.stop(texts);
            default -> to.reasoningEffort(texts.get(0));
          }
        }
        default -> {
          return false;
        }
      }
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The texts of a JSON string or of an array of them, {@code null} if it is anything else. */
  private static @Nullable List<String> texts(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    List<String> texts = new ArrayList<>();
    try (JsonParser in = Json.parser(bytes, 0, bytes.length)) {
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          texts.add(in.getString());
        } else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
          return null;
        }
      }
    } catch (JacksonException e) {
      return null;
    }
    return texts;
  }
}
