package dev.gatewayz.codegen;

import dev.gatewayz.internal.json.JsonTokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * A value that has to be the member {@code value} of an object, where a model has left the object
 * out, or called the member by another name.
 */
final class OnlyMember {
  private OnlyMember() {}

  /** Whether the value that is current stands where it belongs, or nothing is there. */
  static boolean isValue(JsonTokens in) {
    if (in.current() != JsonToken.START_OBJECT) {
      return false;
    }
    JsonTokens ahead = in.from(in.place());
    ahead.next();
    boolean isEmpty = true;
    while (ahead.next() == JsonToken.PROPERTY_NAME) {
      if (ahead.name().equals("value")) {
        return true;
      }
      isEmpty = false;
      ahead.next();
      ahead.skip();
    }
    return isEmpty;
  }

  /**
   * Reads the only member of the object that is current, whatever its name; or what is current
   * itself.
   */
  static <T> @Nullable T read(JsonTokens in, JsonIn itself, JsonIn.Reader<T> reader) {
    if (in.current() != JsonToken.START_OBJECT) {
      return reader.read(itself);
    }
    JsonTokens ahead = in.from(in.place());
    ahead.next();
    if (ahead.next() == JsonToken.PROPERTY_NAME) {
      ahead.next();
      try {
        T value = reader.read(new JsonIn(ahead, true));
        if (ahead.next() == JsonToken.END_OBJECT) {
          in.skip();
          return value;
        }
      } catch (JsonMismatch e) {
        // Then the object itself may fit, or tells what is wrong.
      }
    }
    return reader.read(itself);
  }
}
