package dev.gatewayz.internal.answer;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Data of an event that is no JSON. */
final class EventWords {
  private static final Set<String> KEEP_ALIVE =
      Set.of("ping", "pong", "heartbeat", "keepalive", "keep-alive");

  private static final int LONGEST = 16;

  private EventWords() {}

  /** Whether it only keeps the connection alive. */
  static boolean keepAlive(byte[] bytes, int offset, int length) {
    return length <= LONGEST
        && KEEP_ALIVE.contains(
            new String(bytes, offset, length, StandardCharsets.UTF_8)
                .strip()
                .toLowerCase(Locale.ROOT));
  }

  /** Whether these are words, or a page, and not JSON that broke off. */
  static boolean are(byte[] bytes, int offset) {
    return bytes[offset] != '{' && bytes[offset] != '[' && bytes[offset] != '"';
  }
}
