package dev.gatewayz.internal.json;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The members of a JSON object by name, each value as JSON text, in their order. Kept as they were
 * sent, and taken apart when somebody looks. Immutable.
 */
public final class MemberMap extends AbstractMap<String, String> implements Serializable {
  private static final long serialVersionUID = 1;

  private final byte[] members;
  private transient volatile @Nullable Map<String, String> read;

  /**
   * A map of well-formed members.
   *
   * @param members without braces; not changed any more
   */
  public MemberMap(byte[] members) {
    this.members = members;
  }

  /** A map that does not change any more. */
  public static Map<String, String> copyOf(Map<String, String> map) {
    if (map instanceof MemberMap) {
      return map;
    }
    return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** Reads members written without braces. */
  public static Map<String, String> read(byte[] withoutBraces) {
    JsonBytes json = new JsonBytes(withoutBraces.length + 2).raw('{').raw(withoutBraces).raw('}');
    Map<String, String> members = new LinkedHashMap<>();
    try (JsonParser in = Json.parser(json.array(), 0, json.size())) {
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

  /** Whether these are its members. */
  public boolean isMadeOf(JsonBytes other) {
    return Arrays.equals(members, 0, members.length, other.array(), 0, other.size());
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return members().entrySet();
  }

  @Override
  public @Nullable String get(Object name) {
    return members().get(name);
  }

  @Override
  public boolean containsKey(Object name) {
    return members().containsKey(name);
  }

  private Map<String, String> members() {
    Map<String, String> known = read;
    if (known == null) {
      known = Collections.unmodifiableMap(read(members));
      read = known;
    }
    return known;
  }
}
