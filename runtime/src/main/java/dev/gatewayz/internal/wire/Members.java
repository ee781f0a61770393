package dev.gatewayz.internal.wire;

import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.json.MemberMap;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The members of a JSON object by name, each value as JSON text, in their order. */
public final class Members {
  private Members() {}

  /** Reads members written without braces. */
  public static Map<String, String> read(String withoutBraces) {
    return MemberMap.read(withoutBraces.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes members without braces, a comma before each. */
  public static JsonBytes write(Map<String, String> members, JsonBytes out) {
    members.forEach((name, json) -> out.raw(',').string(name).raw(':').raw(json));
    return out;
  }
}
