package dev.gatewayz.benchmarks.profile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stacks that begin alike, folded into one tree: each node is a frame, and weighs as much as all
 * stacks that go through it.
 */
final class StackTree {
  private final String frame;
  private final Map<String, StackTree> callees = new TreeMap<>();
  private long weight;

  StackTree(String frame) {
    this.frame = frame;
  }

  /**
   * Adds a stack.
   *
   * @param stack its frames, the outermost first
   */
  void add(List<String> stack, long weight) {
    StackTree node = this;
    node.weight += weight;
    for (String frame : stack) {
      node = node.callees.computeIfAbsent(frame, StackTree::new);
      node.weight += weight;
    }
  }

  long weight() {
    return weight;
  }

  /**
   * Writes {@code ["frame",weight,[callees]]}, without those that weigh less than is to be seen.
   */
  void writeJson(StringBuilder out, long least) {
    out.append("[\"");
    for (int i = 0; i < frame.length(); i++) {
      char c = frame.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\' || c == '<') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append("\",").append(weight).append(",[");
    String separator = "";
    for (StackTree callee : callees.values()) {
      if (callee.weight >= least) {
        out.append(separator);
        callee.writeJson(out, least);
        separator = ",";
      }
    }
    out.append("]]");
  }
}
