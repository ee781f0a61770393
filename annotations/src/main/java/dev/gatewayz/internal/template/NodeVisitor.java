package dev.gatewayz.internal.template;

/** One case for each kind of node. */
public interface NodeVisitor {

  /** Text that is sent as it is. */
  void literal(Node.Literal literal);

  /** The indentation of a partial. */
  void indent(Node.Indent indent);

  /** The text of a value. */
  void variable(Node.Variable variable);

  /** A section. */
  void section(Node.Section section);

  /** Another template. */
  void partial(Node.Partial partial);
}
