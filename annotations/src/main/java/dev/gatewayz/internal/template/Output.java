package dev.gatewayz.internal.template;

import java.util.ArrayList;
import java.util.List;

/** Collects the pieces of one section, and puts the indentation of a partial before its lines. */
final class Output {
  private final boolean indented;
  private final List<Node> nodes = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private boolean atLineStart;

  Output(boolean indented, boolean atLineStart) {
    this.indented = indented;
    this.atLineStart = atLineStart;
  }

  void text(String text) {
    if (!indented) {
      literal.append(text);
      return;
    }
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start) + 1;
      if (end == 0) {
        end = text.length();
      }
      indent();
      literal.append(text, start, end);
      atLineStart = text.charAt(end - 1) == '\n';
      start = end;
    }
  }

  void add(Node node) {
    flush();
    nodes.add(node);
  }

  /** Something that is not alone on its line comes next. */
  void indent() {
    if (indented && atLineStart) {
      add(new Node.Indent());
      atLineStart = false;
    }
  }

  boolean atLineStart() {
    return atLineStart;
  }

  void atLineStart(boolean atLineStart) {
    this.atLineStart = atLineStart;
  }

  List<Node> nodes() {
    flush();
    return List.copyOf(nodes);
  }

  private void flush() {
    if (literal.length() > 0) {
      nodes.add(new Node.Literal(literal.toString()));
      literal.setLength(0);
    }
  }
}
