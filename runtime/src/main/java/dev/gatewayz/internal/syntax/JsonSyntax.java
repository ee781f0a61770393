package dev.gatewayz.internal.syntax;

import dev.gatewayz.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/** Checks JSON that users write. Thread-safe. */
public final class JsonSyntax {
  private static final Set<String> OWN = Set.of("model", "messages", "stream");

  private JsonSyntax() {}

  /**
   * The name of a member that may be added to a request.
   *
   * @throws IllegalArgumentException if it is blank, or the client writes that member itself
   */
  public static String requireMember(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("The name of an extra member is blank.");
    }
    if (OWN.contains(name)) {
      throw new IllegalArgumentException(
          "The member \"" + name + "\" cannot be extra: the client writes it itself.");
    }
    return name;
  }

  /**
   * Returns a text if it is one JSON value.
   *
   * @param what what the text is, as errors name it
   * @throws IllegalArgumentException if it is not
   */
  public static String requireValue(String what, String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    try (JsonParser in = Json.parser(bytes, 0, bytes.length)) {
      if (in.nextToken() == null) {
        throw new IllegalArgumentException(what + " is empty; it must be JSON.");
      }
      in.skipChildren();
      if (in.nextToken() != null) {
        throw new IllegalArgumentException(
            what + " is more than one JSON value: " + excerpt(json) + ".");
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          what
              + " is not JSON: "
              + excerpt(json)
              + ". Text needs its quotes, as in \"\\\"low\\\"\".",
          e);
    }
    return json;
  }

  private static String excerpt(String json) {
    return json.length() <= 40 ? json : json.substring(0, 40) + "…";
  }
}
