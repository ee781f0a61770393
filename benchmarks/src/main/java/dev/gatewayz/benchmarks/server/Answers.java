package dev.gatewayz.benchmarks.server;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the server says, by the model that a request asks for: {@code bench/} and a name. */
final class Answers {
  private static final byte[] PREFIX = {'b', 'e', 'n', 'c', 'h', '/'};

  /** So many chunks have 50 MB. */
  private static final int LONG = 159_000;

  private static final Answer BRIEF =
      Answer.whole(
          "{\\\"headline\\\":\\\"Services carry the quarter\\\",\\\"bullets\\\":[\\\"Revenue up"
              + " 12 %\\\",\\\"Margins flat at 21.4 %\\\",\\\"Soft winter ahead\\\"],"
              + "\\\"sentiment\\\":\\\"NEUTRAL\\\",\\\"confidence\\\":0.85,\\\"pages\\\":12}");

  private static final Map<String, Answer> BY_NAME =
      Map.of(
          "call",
              Answer.whole("Revenue rose by twelve percent, carried by services; margins flat."),
          "typed", BRIEF,
          "brief", BRIEF,
          "long", Answer.stream(LONG),
          "stream", Answer.stream(256),
          "created", Answer.created(256),
          "elements", Answer.elements(256),
          "slow", Answer.paced(24, 500),
          "stamped", Answer.stamped());

  private Answers() {}

  /** The answer to a request of which these bytes are a part; {@code null} if they do not say. */
  static @Nullable Answer to(byte[] bytes, int offset, int length) {
    int end = offset + length;
    for (int i = offset; i + PREFIX.length < end; i++) {
      if (matches(bytes, i)) {
        int from = i + PREFIX.length;
        int to = from;
        while (to < end && bytes[to] >= 'a' && bytes[to] <= 'z') {
          to++;
        }
        return BY_NAME.get(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
      }
    }
    return null;
  }

  private static boolean matches(byte[] bytes, int at) {
    for (int i = 0; i < PREFIX.length; i++) {
      if (bytes[at + i] != PREFIX[i]) {
        return false;
      }
    }
    return true;
  }
}
