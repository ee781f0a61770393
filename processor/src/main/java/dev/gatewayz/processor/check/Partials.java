package dev.gatewayz.processor.check;

import dev.gatewayz.processor.model.TemplateFiles;
import dev.gatewayz.processor.report.Finding;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Origin;
import dev.gatewayz.processor.template.Fault;
import dev.gatewayz.processor.template.Node;
import dev.gatewayz.processor.template.Source;
import dev.gatewayz.processor.template.Template;
import dev.gatewayz.processor.template.TemplateParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Opens and reads the partials of a prompt, and knows which of them contain themselves. */
final class Partials {
  private static final String EXTENSION = ".mustache";

  private final TemplateFiles files;
  private final Origin origin;
  private final Findings findings;
  private final Map<Source, Template> read = new LinkedHashMap<>();

  Partials(TemplateFiles files, Origin origin, Findings findings) {
    this.files = files;
    this.origin = origin;
    this.findings = findings;
  }

  /** The partial that a tag names; empty if there is none, which has been reported. */
  Optional<Template> open(Node.Partial tag, Source from) {
    return open(tag, from, f -> findings.add(f.in(from.excerpt(tag.span()))))
        .map(this::parse)
        .filter(template -> template.faults().isEmpty());
  }

  /** The texts of all partials that were opened. */
  Set<Source> sources() {
    return read.keySet();
  }

  /** Whether a partial contains itself, directly or not. */
  boolean isRecursive(Template partial) {
    return reachable(partial).stream().anyMatch(partial.source()::equals);
  }

  /** Whether a partial that contains itself is indented further each time. */
  boolean grows(Template partial) {
    List<Template> circle = new ArrayList<>(List.of(partial));
    reachable(partial).forEach(source -> circle.add(parse(source)));
    return circle.stream()
        .filter(template -> reachable(template).contains(partial.source()))
        .flatMap(template -> tags(template.nodes()).stream())
        .anyMatch(tag -> tag.standalone() && !tag.indent().isEmpty());
  }

  /** Every template that {@code partial} includes. */
  Set<Source> reachable(Template partial) {
    Set<Source> reached = new HashSet<>();
    List<Template> left = new ArrayList<>(List.of(partial));
    while (!left.isEmpty()) {
      Template template = left.remove(left.size() - 1);
      for (Node.Partial tag : tags(template.nodes())) {
        open(tag, template.source(), finding -> {})
            .filter(reached::add)
            .ifPresent(source -> left.add(parse(source)));
      }
    }
    return reached;
  }

  /** A template that was opened before, or now. */
  Template parse(Source source) {
    Template template = read.get(source);
    if (template == null) {
      template = TemplateParser.parse(source);
      read.put(source, template);
      for (Fault fault : template.faults()) {
        findings.add(
            Finding.of(fault.message(), origin, fault.args().toArray())
                .in(source.excerpt(fault.span())));
      }
    }
    return template;
  }

  private Optional<Source> open(Node.Partial tag, Source from, Consumer<Finding> complain) {
    String name = tag.file();
    String file = name.indexOf('.', name.lastIndexOf('/') + 1) < 0 ? name + EXTENSION : name;
    int folder = from.label().lastIndexOf('/') + 1;
    List<String> paths =
        folder == 0 ? List.of(file) : List.of(from.label().substring(0, folder) + file, file);
    return FileCheck.open(paths, files, origin, complain);
  }

  private static List<Node.Partial> tags(List<Node> nodes) {
    List<Node.Partial> tags = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof Node.Partial partial) {
        tags.add(partial);
      } else if (node instanceof Node.Section section) {
        tags.addAll(tags(section.body()));
      }
    }
    return tags;
  }
}
