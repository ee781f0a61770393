package dev.gatewayz.internal.wire;

import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.json.JsonCopy;
import dev.gatewayz.internal.json.JsonScanner;
import dev.gatewayz.internal.json.MemberMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The members of one object for which there is no field. They are copied into a buffer that is
 * reused, and a map is made of them when a value is: the same as last time if they are the same,
 * which they are from chunk to chunk as a rule. Those that are {@code null} are left out.
 */
final class UnknownMembers {
  private static final int LARGEST_KEPT = 16 * 1024;

  private JsonBytes members = new JsonBytes(0);
  private @Nullable MemberMap last;

  /** What they are known to be without being read. */
  private @Nullable Map<String, String> known;

  void clear() {
    known = null;
    if (members.size() > LARGEST_KEPT) {
      members = new JsonBytes(0);
      last = null;
    } else {
      members.clear();
    }
  }

  /** Adds the member that the scanner was just told of, and skips its value. */
  void add(JsonScanner in) {
    in.skipInto(members);
  }

  /** Adds a member whose value begins with the current token, and skips that. */
  void add(String name, JsonParser in) {
    if (in.currentToken() != JsonToken.VALUE_NULL) {
      members.name(name);
      JsonCopy.value(in, members);
    }
  }

  /** They are these, and no others. */
  void set(Map<String, String> known) {
    this.known = known;
  }

  /** Whether there are none. */
  boolean isEmpty() {
    return known == null ? members.size() == 0 : known.isEmpty();
  }

  /** What they are, each value as JSON text. */
  Map<String, String> toMap() {
    if (known != null) {
      return known;
    }
    if (members.size() == 0) {
      return Map.of();
    }
    MemberMap map = last;
    if (map == null || !map.isMadeOf(members)) {
      map = new MemberMap(members.toByteArray());
      last = map;
    }
    return map;
  }
}
