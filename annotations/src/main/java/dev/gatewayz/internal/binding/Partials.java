package dev.gatewayz.internal.binding;

import dev.gatewayz.internal.template.Node;
import dev.gatewayz.internal.template.NodeVisitor;
import dev.gatewayz.internal.template.Source;
import dev.gatewayz.internal.template.Span;
import dev.gatewayz.internal.template.Template;
import dev.gatewayz.internal.template.TemplateParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens and reads the partials of a prompt, and knows which of them contain themselves. */
final class Partials {
  private static final String EXTENSION = ".mustache";

  private final TemplateFiles files;
  private final TemplateOrigin origin;
  private final Mistakes mistakes;
  private final Map<Source, Template> read = new LinkedHashMap<>();

  Partials(TemplateFiles files, TemplateOrigin origin, Mistakes mistakes) {
    this.files = files;
    this.origin = origin;
    this.mistakes = mistakes;
  }

  /** The partial that a tag names; empty if there is none, which has been reported. */
  Optional<Template> open(Node.Partial tag, Source from) {
    TemplateOpener.Opened opened = find(tag, from);
    opened.mistake().ifPresent(m -> mistakes.add(m.in(from.excerpt(tag.span()))));
    return opened.source().map(this::parse).filter(template -> template.faults().isEmpty());
  }

  /** Where something is in the template of the prompt, or in a partial of it. */
  Place place(Source source, Span span) {
    return new Place(source, span, origin);
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
        find(tag, template.source())
            .source()
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
      mistakes.faults(template, origin);
    }
    return template;
  }

  private TemplateOpener.Opened find(Node.Partial tag, Source from) {
    String name = tag.file();
    String file = name.indexOf('.', name.lastIndexOf('/') + 1) < 0 ? name + EXTENSION : name;
    int folder = from.label().lastIndexOf('/') + 1;
    List<String> paths =
        folder == 0 ? List.of(file) : List.of(from.label().substring(0, folder) + file, file);
    return TemplateOpener.open(paths, files, origin);
  }

  private static List<Node.Partial> tags(List<Node> nodes) {
    PartialTags tags = new PartialTags();
    nodes.forEach(node -> node.accept(tags));
    return tags.found;
  }

  /** Finds the tags that include partials. */
  private static final class PartialTags implements NodeVisitor {
    private final List<Node.Partial> found = new ArrayList<>();

    @Override
    public void literal(Node.Literal literal) {}

    @Override
    public void indent(Node.Indent indent) {}

    @Override
    public void variable(Node.Variable variable) {}

    @Override
    public void section(Node.Section section) {
      section.body().forEach(node -> node.accept(this));
    }

    @Override
    public void partial(Node.Partial partial) {
      found.add(partial);
    }
  }
}
