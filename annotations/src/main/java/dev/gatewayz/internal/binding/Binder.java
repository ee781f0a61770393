package dev.gatewayz.internal.binding;

import dev.gatewayz.internal.template.Node;
import dev.gatewayz.internal.template.NodeVisitor;
import dev.gatewayz.internal.template.Template;
import dev.gatewayz.internal.template.TemplateParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives the names of a template their meaning: out of a template and the parameters come the steps
 * that render it. Every name that means nothing is reported.
 */
final class Binder {
  private final Mistakes mistakes;
  private final NameResolver lookup;
  private final ValueSteps shown;
  private final Partials partials;
  private final Fragments fragments;
  private int steps;

  Binder(
      Mistakes mistakes,
      NameResolver lookup,
      Partials partials,
      Fragments fragments,
      ValueSteps shown) {
    this.shown = shown;
    this.mistakes = mistakes;
    this.lookup = lookup;
    this.partials = partials;
    this.fragments = fragments;
  }

  List<Step> bind(List<Node> nodes, Scope scope, TemplateContext page) {
    Nodes bound = new Nodes(scope, page);
    for (Node node : nodes) {
      if (steps++ > Size.MOST) {
        break;
      }
      node.accept(bound);
    }
    return bound.out;
  }

  /** Binds nodes that stand side by side. */
  private final class Nodes implements NodeVisitor {
    private final Scope scope;
    private final TemplateContext page;
    private final List<Step> out = new ArrayList<>();

    Nodes(Scope scope, TemplateContext page) {
      this.scope = scope;
      this.page = page;
    }

    @Override
    public void literal(Node.Literal literal) {
      out.add(new Step.Write(literal.text()));
    }

    @Override
    public void indent(Node.Indent indent) {
      out.add(Binder.indent(page.indent()));
    }

    @Override
    public void variable(Node.Variable variable) {
      out.addAll(Binder.this.variable(variable, scope, page));
    }

    @Override
    public void section(Node.Section section) {
      append(Binder.this.section(section, scope, page.guarded()), out);
    }

    @Override
    public void partial(Node.Partial partial) {
      out.addAll(Binder.this.partial(partial, scope, page));
    }
  }

  /** A section and its opposite, side by side, are the two branches of one decision. */
  private static void append(List<Step> steps, List<Step> out) {
    int last = out.size() - 1;
    if (steps.size() == 1
        && last >= 0
        && steps.get(0) instanceof Step.When inverted
        && out.get(last) instanceof Step.When when
        && when.isOppositeOf(inverted)) {
      out.set(last, new Step.When(when.conditions(), false, when.body(), inverted.body()));
    } else {
      out.addAll(steps);
    }
  }

  private static Step indent(Expression.Joined indent) {
    return indent.start().isEmpty()
        ? new Step.Write(indent.end())
        : new Step.Show(indent.start(), indent, Step.Form.STRING);
  }

  private List<Step> partial(Node.Partial tag, Scope scope, TemplateContext page) {
    Optional<Template> opened = partials.open(tag, page.source());
    if (opened.isEmpty()) {
      return List.of();
    }
    Template partial = opened.get();
    TemplateContext inside =
        tag.standalone()
            ? page.indented(partial.source(), tag.indent())
            : page.inline(partial.source());
    if (!partials.isRecursive(partial)) {
      return bind(nodes(partial, inside.isIndented()), scope, inside);
    }
    boolean grows = partials.grows(partial);
    List<Template> needing = new ArrayList<>();
    partials.reachable(partial).forEach(source -> needing.add(partials.parse(source)));
    Optional<Step> call =
        fragments.call(
            partial,
            FreeNames.of(needing),
            grows,
            inside,
            scope,
            (text, names) -> bind(nodes(partial, grows || inside.isIndented()), names, text));
    if (call.isEmpty()) {
      mistakes.endless(partials.place(page.source(), tag.span()));
    }
    return call.map(List::of).orElse(List.of());
  }

  private static List<Node> nodes(Template partial, boolean isIndented) {
    return isIndented ? TemplateParser.parseIndented(partial.source()).nodes() : partial.nodes();
  }

  private List<Step> variable(Node.Variable variable, Scope scope, TemplateContext page) {
    Place place = partials.place(page.source(), variable.span());
    List<Step> out = List.of();
    List<Resolution> meanings = lookup.find(variable.name(), scope, place);
    for (int i = meanings.size() - 1; i >= 0; i--) {
      out = choose(meanings.get(i), show(meanings.get(i), place), out);
    }
    return out;
  }

  private List<Step> show(Resolution found, Place place) {
    List<Condition> guards = new ArrayList<>(found.guards());
    boolean isWhole = found.value().traits().json() == Traits.JsonReach.WHOLE;
    Value value =
        isWhole ? found.value() : lookup.present(found.value(), guards, place).orElse(null);
    if (value == null) {
      return List.of();
    }
    return when(guards, shown.show(value, place));
  }

  private List<Step> section(Node.Section section, Scope scope, TemplateContext page) {
    Place place = partials.place(page.source(), section.span());
    List<Step> out = List.of();
    List<Resolution> meanings = lookup.find(section.name(), scope, place);
    for (int i = meanings.size() - 1; i >= 0; i--) {
      Resolution found = meanings.get(i);
      List<Step> body =
          section.inverted()
              ? inverted(found, section, scope, page)
              : when(found.guards(), opened(found.value(), section, scope, page));
      out = choose(found, body, out);
    }
    return out;
  }

  private List<Step> opened(
      Value subject, Node.Section section, Scope scope, TemplateContext page) {
    List<Step> out = new ArrayList<>();
    Kind kind = subject.type().kind();
    boolean mayBeNull = subject.isEntry() || subject.type().isNullable();
    if (kind == Kind.BOOLEAN) {
      Condition.Test test = mayBeNull ? Condition.Test.BOXED_TRUE : Condition.Test.TRUE;
      return when(
          List.of(new Condition(test, subject.expression())), bind(section.body(), scope, page));
    }
    Value value = named(subject, !kind.hasElements() || mayBeNull, out);
    Scope inside = scope;
    List<Condition> conditions = new ArrayList<>();
    if (mayBeNull) {
      conditions.add(new Condition(Condition.Test.NOT_NULL, value.expression()));
      value = value.present();
      inside = inside.know(subject.expression(), value);
    }
    if (kind.isOptional()) {
      conditions.add(new Condition(Condition.Test.PRESENT, value.expression()));
      value = value.content();
      inside = inside.know(subject.expression(), value);
      out.addAll(when(conditions, opened(value, section, inside, page)));
      return out;
    }
    if (!Truthiness.canOpen(kind) || mistakes.isPassedOn(value)) {
      mistakes.noSection(value, partials.place(page.source(), section.span()));
      return List.of();
    }
    if (kind.hasElements()) {
      out.addAll(when(conditions, each(value, section, inside, page)));
      return out;
    }
    Truthiness.of(value).ifPresent(conditions::add);
    inside = inside.know(subject.expression(), value);
    out.addAll(when(conditions, bind(section.body(), inside.enter(value), page)));
    return out;
  }

  private List<Step> each(Value elements, Node.Section section, Scope scope, TemplateContext page) {
    String local = fragments.locals().element(elements.label());
    List<Step> body = bind(section.body(), scope.enter(elements.element(local)), page);
    return List.of(new Step.Each(local, elements.expression(), body));
  }

  private List<Step> inverted(
      Resolution found, Node.Section section, Scope scope, TemplateContext page) {
    List<Condition> conditions = new ArrayList<>(found.guards());
    Value value = found.value();
    while (value.isEntry() || value.type().isNullable() || value.type().kind().isOptional()) {
      boolean mayBeNull = value.isEntry() || value.type().isNullable();
      Condition.Test test = mayBeNull ? Condition.Test.NOT_NULL : Condition.Test.PRESENT;
      conditions.add(new Condition(test, value.expression()));
      value = mayBeNull ? value.present() : value.content();
    }
    if (!Truthiness.canOpen(value.type().kind()) || mistakes.isPassedOn(value)) {
      mistakes.noSection(value, partials.place(page.source(), section.span()));
      return List.of();
    }
    Truthiness.of(value).ifPresent(conditions::add);
    List<Step> body = bind(section.body(), scope, page);
    if (conditions.isEmpty()) {
      mistakes.neverRendered(value, partials.place(page.source(), section.span()));
      return List.of();
    }
    return List.of(new Step.When(conditions, true, body, List.of()));
  }

  /** The value under a name of its own, unless it has one or none is wanted. */
  private Value named(Value value, boolean wanted, List<Step> out) {
    if (!wanted || value.expression().isName()) {
      return value;
    }
    String local = fragments.locals().value(value.label());
    out.add(new Step.Let(local, value.expression()));
    return value.as(new Expression.Local(local));
  }

  private static List<Step> choose(Resolution found, List<Step> chosen, List<Step> otherwise) {
    return found.keys().isEmpty()
        ? chosen
        : List.of(new Step.When(found.keys(), false, chosen, otherwise));
  }

  private static List<Step> when(List<Condition> conditions, List<Step> body) {
    return conditions.isEmpty() ? body : List.of(new Step.When(conditions, false, body, List.of()));
  }
}
