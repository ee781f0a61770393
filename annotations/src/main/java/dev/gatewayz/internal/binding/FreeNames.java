package dev.gatewayz.internal.binding;

import dev.gatewayz.internal.template.Node;
import dev.gatewayz.internal.template.NodeVisitor;
import dev.gatewayz.internal.template.Template;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The first parts of all names in templates: what a partial may need from where it is included. */
final class FreeNames implements NodeVisitor {
  private final Set<String> found = new TreeSet<>();

  private FreeNames() {}

  static Set<String> of(List<Template> templates) {
    FreeNames names = new FreeNames();
    templates.forEach(template -> names.collect(template.nodes()));
    return names.found;
  }

  private void collect(List<Node> nodes) {
    nodes.forEach(node -> node.accept(this));
  }

  @Override
  public void literal(Node.Literal literal) {}

  @Override
  public void indent(Node.Indent indent) {}

  @Override
  public void variable(Node.Variable variable) {
    found.add(variable.name().first());
  }

  @Override
  public void section(Node.Section section) {
    found.add(section.name().first());
    collect(section.body());
  }

  /** Its names are those of another template. */
  @Override
  public void partial(Node.Partial partial) {}
}
