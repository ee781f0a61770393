package dev.gatewayz.codegen;

import dev.gatewayz.internal.json.Json;
import dev.gatewayz.internal.json.JsonTokens;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * What the member that tells the kind says in an object and in all objects inside of it, found in
 * one pass: or else objects that end with their kind would be read again for each object around
 * them. Only long objects are remembered; a short one is read again as fast.
 */
final class KindsAhead {
  /** How many characters a short object has at most. */
  static final int SHORT = 1_000;

  private final Map<Integer, String> byPlace = new HashMap<>();
  private int end;

  private KindsAhead() {}

  /**
   * Looks through an object.
   *
   * @param in before it
   * @param place where it begins
   * @param discriminator the name of the member
   */
  static KindsAhead of(JsonTokens in, int place, String discriminator) {
    KindsAhead found = new KindsAhead();
    found.end = place + found.look(in, place, discriminator);
    return found;
  }

  /** Returns how long the object is. */
  private int look(JsonTokens in, int place, String discriminator) {
    int[] starts = new int[Json.MAX_DEPTH + 1];
    @Nullable String[] kinds = new String[Json.MAX_DEPTH + 1];
    in.next();
    int first = in.place();
    int depth = 0;
    while (true) {
      JsonToken token = in.current();
      if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
        starts[depth] = in.place() - first;
        kinds[depth] = null;
        depth++;
      } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
        depth--;
        int length = in.place() - first - starts[depth];
        String kind = kinds[depth];
        if (kind != null && length >= SHORT) {
          byPlace.put(place + starts[depth], kind);
        }
        if (depth == 0) {
          return length;
        }
      } else if (token == JsonToken.PROPERTY_NAME
          && kinds[depth - 1] == null
          && in.name().equals(discriminator)) {
        // What is no text may be an object, which is looked at in its turn.
        if (in.next() == JsonToken.VALUE_STRING) {
          kinds[depth - 1] = in.string();
        }
        continue;
      }
      in.next();
    }
  }

  /** Whether the object that begins there was looked through. */
  boolean covers(int place) {
    return place < end;
  }

  /** What the object that begins there is, {@code null} if it does not say or is short. */
  @Nullable String of(int place) {
    return byPlace.get(place);
  }
}
