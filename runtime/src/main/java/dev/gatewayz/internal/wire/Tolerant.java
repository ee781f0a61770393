package dev.gatewayz.internal.wire;

import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.json.JsonCopy;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/** Single values of an answer. One of an unexpected form is skipped, and was not there. */
final class Tolerant {
  private Tolerant() {}

  /** Whether a value is of another form than it should be; it is skipped then. */
  static boolean isOther(JsonParser in, JsonToken token, JsonToken wanted) {
    if (token == wanted) {
      return false;
    }
    in.skipChildren();
    return true;
  }

  /** Text, {@code null} for anything else. */
  static @Nullable String text(JsonParser in, JsonToken token) {
    if (token == JsonToken.VALUE_STRING) {
      return in.getString();
    }
    in.skipChildren();
    return null;
  }

  /** A number of tokens; none is below zero. */
  static long count(JsonParser in, JsonToken token) {
    return Math.max(0, number(in, token));
  }

  /** A number, 0 for anything else. */
  static long number(JsonParser in, JsonToken token) {
    Long number = numberOrNull(in, token);
    return number == null ? 0 : number;
  }

  /** A number, also one that is written as text; {@code null} for anything else. */
  static @Nullable Long numberOrNull(JsonParser in, JsonToken token) {
    if (token == JsonToken.VALUE_STRING) {
      return NumberText.read(in.getString());
    }
    if (token == JsonToken.VALUE_NUMBER_INT && in.getNumberType() != NumberType.BIG_INTEGER) {
      return in.getLongValue();
    }
    if (token.isNumeric()) {
      return (long) in.getDoubleValue();
    }
    in.skipChildren();
    return null;
  }

  /** Keeps the JSON of a member, unless it is null or an empty list. */
  static void keep(String name, JsonParser in, JsonToken token, Map<String, String> to) {
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    JsonBytes json = new JsonBytes(64);
    JsonCopy.value(in, json);
    if (json.size() > 2) {
      to.put(name, json.toString());
    }
  }
}
