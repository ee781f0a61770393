package dev.gatewayz.internal.json;

import org.jspecify.annotations.Nullable;

/**
 * The names that members had lately, so that a name that comes again is no new object. Thread-safe:
 * who looks while another writes may miss a name, and makes it anew.
 */
final class KnownNames {
  private static final int PLACES = 512;
  private static final int MAX_LENGTH = 40;

  private final @Nullable String[] names = new String[PLACES];

  /** The name in a text. */
  String in(String text, int from, int to) {
    if (to - from > MAX_LENGTH) {
      return text.substring(from, to);
    }
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    int place = (hash ^ hash >>> 16) & (PLACES - 1);
    String known = names[place];
    if (known != null && known.length() == to - from && text.startsWith(known, from)) {
      return known;
    }
    String name = text.substring(from, to);
    names[place] = name;
    return name;
  }
}
