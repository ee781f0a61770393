package dev.gatewayz.internal.template;

import java.util.List;

/** A piece of a template. */
public sealed interface Node {

  /** Goes to the case of its kind. */
  void accept(NodeVisitor visitor);

  /** Text that is sent as it is. */
  record Literal(String text) implements Node {
    @Override
    public void accept(NodeVisitor visitor) {
      visitor.literal(this);
    }
  }

  /** The indentation that the tag which includes this partial stands behind. */
  record Indent() implements Node {
    @Override
    public void accept(NodeVisitor visitor) {
      visitor.indent(this);
    }
  }

  /** The text of a value. */
  record Variable(Name name, Span span) implements Node {
    @Override
    public void accept(NodeVisitor visitor) {
      visitor.variable(this);
    }
  }

  /**
   * A part that is rendered, or not, or many times.
   *
   * @param inverted whether it is rendered where a section would not be
   */
  record Section(Name name, boolean inverted, List<Node> body, Span span) implements Node {
    /** Copies the list. */
    public Section {
      body = List.copyOf(body);
    }

    @Override
    public void accept(NodeVisitor visitor) {
      visitor.section(this);
    }
  }

  /**
   * Another template.
   *
   * @param file as the author wrote it
   * @param standalone whether the tag has a line of its own, so that its indentation is the
   *     partial's
   * @param indent what stands before the tag on that line
   */
  record Partial(String file, boolean standalone, String indent, Span span) implements Node {
    @Override
    public void accept(NodeVisitor visitor) {
      visitor.partial(this);
    }
  }
}
