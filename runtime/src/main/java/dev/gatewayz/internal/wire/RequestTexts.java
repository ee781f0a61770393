package dev.gatewayz.internal.wire;

import dev.gatewayz.internal.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Finds the texts in the body of a request again, for those who count tokens. */
public final class RequestTexts {
  private RequestTexts() {}

  /** The texts of all messages, one after the other. */
  public static String of(byte[] body, int length) {
    StringBuilder texts = new StringBuilder(length);
    try (JsonParser in = Json.parser(body, 0, length)) {
      String name = "";
      JsonToken token = in.nextToken();
      while (token != null) {
        if (token == JsonToken.PROPERTY_NAME) {
          name = in.currentName();
        } else if (token == JsonToken.VALUE_STRING
            && (name.equals("content") || name.equals("text") || name.equals("arguments"))) {
          texts.append(in.getString()).append('\n');
        }
        token = in.nextToken();
      }
    } catch (JacksonException e) {
      // Extra members that a user wrote may be anything; what was found until there counts.
      return texts.toString();
    }
    return texts.toString();
  }
}
