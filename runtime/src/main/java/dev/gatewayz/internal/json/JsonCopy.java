package dev.gatewayz.internal.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Writes a value that is being read; what is no number of JSON's, as NaN, is null. */
public final class JsonCopy {
  private JsonCopy() {}

  /** Copies the value whose first token is current; its last token is current then. */
  public static void value(JsonParser in, JsonBytes out) {
    switch (in.currentToken()) {
      case START_OBJECT -> {
        out.raw('{');
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
          out.name(in.currentName());
          in.nextToken();
          value(in, out);
        }
        out.raw('}');
      }
      case START_ARRAY -> {
        out.raw('[');
        boolean first = true;
        while (in.nextToken() != JsonToken.END_ARRAY) {
          if (!first) {
            out.raw(',');
          }
          first = false;
          value(in, out);
        }
        out.raw(']');
      }
      case VALUE_STRING -> out.string(in.getString());
      case VALUE_NUMBER_FLOAT -> out.raw(in.isNaN() ? "null" : in.getString());
      default -> out.raw(in.getString());
    }
  }
}
