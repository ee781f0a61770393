package dev.gatewayz.internal.template;

import java.util.List;

/**
 * A template that was read.
 *
 * @param source its text
 * @param nodes its pieces
 * @param faults what kept it from being read; the pieces are not to be relied on if there are any
 */
public record Template(Source source, List<Node> nodes, List<Fault> faults) {

  /** Copies the lists. */
  public Template {
    nodes = List.copyOf(nodes);
    faults = List.copyOf(faults);
  }

  /** Whether it can render nothing but blanks. */
  public boolean isBlank() {
    return faults.isEmpty()
        && nodes.stream()
            .allMatch(node -> node instanceof Node.Literal text && text.text().isBlank());
  }
}
