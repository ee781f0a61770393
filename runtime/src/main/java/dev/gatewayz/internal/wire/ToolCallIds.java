package dev.gatewayz.internal.wire;

import dev.gatewayz.chat.ToolCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Ids of tool calls, by which results find their calls. Servers leave them out or repeat them. */
final class ToolCallIds {
  private static final String PREFIX = "call";

  /**
   * Five digits to the base of 36, so that an id has nine characters, as the strictest servers
   * want.
   */
  private static final int SMALLEST = 36 * 36 * 36 * 36;

  private ToolCallIds() {}

  /** An id that no other call has. */
  static String next() {
    int digits = ThreadLocalRandom.current().nextInt(SMALLEST, 36 * SMALLEST);
    return PREFIX + Integer.toString(digits, 36);
  }

  /** The calls, with other ids where one has none or that of a call before it. */
  static List<ToolCall> unique(List<ToolCall> calls) {
    Set<String> known = new HashSet<>();
    List<ToolCall> named = new ArrayList<>(calls.size());
    for (ToolCall call : calls) {
      String id = call.id();
      while (id.isBlank() || !known.add(id)) {
        id = next();
      }
      named.add(
          id.equals(call.id())
              ? call
              : new ToolCall(id, call.name(), call.arguments(), call.extra()));
    }
    return named;
  }
}
