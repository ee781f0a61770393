package dev.gatewayz.processor.compile;

import dev.gatewayz.processor.template.Node;
import dev.gatewayz.processor.template.Template;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The first parts of all names in templates: what a partial may need from where it is included. */
final class FreeNames {
  private final Set<String> found = new TreeSet<>();

  private FreeNames() {}

  static Set<String> of(List<Template> templates) {
    FreeNames names = new FreeNames();
    templates.forEach(template -> names.collect(template.nodes()));
    return names.found;
  }

  private void collect(List<Node> nodes) {
    for (Node node : nodes) {
      if (node instanceof Node.Variable variable) {
        found.add(variable.name().first());
      } else if (node instanceof Node.Section section) {
        found.add(section.name().first());
        collect(section.body());
      }
    }
  }
}
