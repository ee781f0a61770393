package dev.gatewayz.internal.wire;

import dev.gatewayz.internal.json.Json;
import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.json.JsonCopy;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The members of a JSON object by name, each value as JSON text, in their order. */
public final class Members {
  private Members() {}

  /** Reads members written without braces. */
  public static Map<String, String> read(String withoutBraces) {
    Map<String, String> members = new LinkedHashMap<>();
    byte[] json = ("{" + withoutBraces + "}").getBytes(StandardCharsets.UTF_8);
    try (JsonParser in = Json.parser(json, 0, json.length)) {
      in.nextToken();
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = in.currentName();
        in.nextToken();
        JsonBytes value = new JsonBytes(32);
        JsonCopy.value(in, value);
        members.put(name, value.toString());
      }
    }
    return members;
  }

  /** Writes members without braces, a comma before each. */
  public static JsonBytes write(Map<String, String> members, JsonBytes out) {
    members.forEach((name, json) -> out.raw(',').string(name).raw(':').raw(json));
    return out;
  }
}
