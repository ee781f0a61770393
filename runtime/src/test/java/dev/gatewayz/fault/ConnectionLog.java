package dev.gatewayz.fault;

import java.util.ArrayList;
import java.util.List;

/** What has gone over a connection, for people to read when a test fails. Thread-safe. */
final class ConnectionLog {
  private final List<String> lines = new ArrayList<>();

  synchronized void sent(String what) {
    lines.add("  server → " + what);
  }

  synchronized void received(String what) {
    lines.add("  client → " + what);
  }

  @Override
  public synchronized String toString() {
    return lines.isEmpty() ? "  (nothing)" : String.join("\n", lines);
  }
}
