package dev.gatewayz.codegen;

import dev.gatewayz.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * JSON that models put around an answer: an object whose only member says that its value is the
 * answer, or a list of one object. Whatever has more in it, or another name, is no envelope: a part
 * of an answer is not the answer. Only where the object around has nothing at all of the answer may
 * an object in it have another name, and others beside it that have nothing of it either.
 */
final class Envelope {
  private static final Set<String> NAMES =
      Set.of(
          "answer",
          "response",
          "result",
          "output",
          "data",
          "json",
          "value",
          "final",
          "final_answer");

  private Envelope() {}

  /** What is inside of it; {@code null} if this is none. */
  static @Nullable String inside(String json) {
    try (JsonParser in = Json.parser(json)) {
      JsonToken outer = in.nextToken();
      boolean isObject = outer == JsonToken.START_OBJECT;
      if (isObject && !isNamed(in)) {
        return null;
      }
      JsonToken inner = isObject || outer == JsonToken.START_ARRAY ? in.nextToken() : null;
      if (inner == null || !(isObject || inner == JsonToken.START_OBJECT)) {
        return null;
      }
      int start = (int) in.currentTokenLocation().getCharOffset();
      String text = inner == JsonToken.VALUE_STRING ? in.getString().strip() : "";
      in.skipChildren();
      boolean isOnly =
          in.nextToken() == (isObject ? JsonToken.END_OBJECT : JsonToken.END_ARRAY)
              && in.nextToken() == null;
      if (!isOnly) {
        return null;
      }
      boolean isJsonInText = text.startsWith("{") || text.startsWith("[");
      return isJsonInText ? text : json.substring(start, json.stripTrailing().length() - 1);
    } catch (JacksonException e) {
      return null;
    }
  }

  /** The values of the members of an object that are objects. */
  static List<String> objectsInside(String json) {
    List<String> objects = new ArrayList<>(1);
    try (JsonParser in = Json.parser(json)) {
      in.nextToken();
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean isObject = in.nextToken() == JsonToken.START_OBJECT;
        int start = (int) in.currentTokenLocation().getCharOffset();
        in.skipChildren();
        if (isObject) {
          objects.add(json.substring(start, (int) in.currentLocation().getCharOffset()));
        }
      }
    } catch (JacksonException e) {
      return List.of();
    }
    return objects;
  }

  private static boolean isNamed(JsonParser in) {
    return in.nextToken() == JsonToken.PROPERTY_NAME
        && NAMES.contains(in.currentName().toLowerCase(Locale.ROOT));
  }
}
