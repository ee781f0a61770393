package dev.gatewayz.internal.binding;

import dev.gatewayz.internal.template.Template;
import dev.gatewayz.internal.template.TemplateMessage;
import dev.gatewayz.internal.template.TemplateParser;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Turns the template of one message after the other into steps. */
final class MessageText {
  /** What is wrong with single tags: sections are where they would be without. */
  private static final Set<TemplateMessage> FAULTS_OF_TAGS =
      EnumSet.of(TemplateMessage.UNCLOSED_TAG, TemplateMessage.BAD_NAME);

  /** With these, sections may be longer than is meant, and more names mean something. */
  private static final Set<TemplateMessage> FAULTS_OF_SECTIONS =
      EnumSet.of(
          TemplateMessage.UNCLOSED_TAG,
          TemplateMessage.BAD_NAME,
          TemplateMessage.UNCLOSED_SECTION,
          TemplateMessage.WRONG_CLOSE);

  private final PromptTemplates prompt;
  private final TemplateFiles files;
  private final Consumer<String> constants;
  private final Mistakes mistakes;
  private final NameResolver lookup;
  private final Locals locals = Locals.ofMethod();
  private final Fragments fragments;
  private final List<BoundMessages.RoleText> texts = new ArrayList<>();

  /**
   * The templates of one prompt.
   *
   * @param methods names that methods of the client have
   * @param constants is told all that is constant
   */
  MessageText(
      PromptTemplates prompt,
      TemplateFiles files,
      Locals methods,
      Consumer<String> constants,
      Mistakes mistakes) {
    this.prompt = prompt;
    this.files = files;
    this.constants = constants;
    this.mistakes = mistakes;
    this.lookup = new NameResolver(mistakes);
    this.fragments = new Fragments(methods, locals);
    prompt.variables().forEach(variable -> locals.take(variable.name()));
    locals.take("rendering");
    locals.take("client");
  }

  /** Names of variables that the steps use. */
  Locals locals() {
    return locals;
  }

  /** Every part of a name in the templates. */
  Set<String> names() {
    return lookup.names();
  }

  /** Methods that the steps call. */
  Fragments fragments() {
    return fragments;
  }

  /** The templates that were written. */
  List<BoundMessages.RoleText> texts() {
    return texts;
  }

  /** The steps that render a template; what is wrong with it is reported. */
  List<Step> write(String role, TemplateText text) {
    constants.accept(role);
    constants.accept(text.source().text());
    texts.add(new BoundMessages.RoleText(role, text.source().text()));
    Template template = TemplateParser.parse(text.source());
    if (template.isBlank()) {
      String label = text.source().label();
      mistakes.add(
          TemplateMessage.BLANK,
          text.origin(),
          label.equals("template") ? label : label + " template");
      return List.of();
    }
    mistakes.faults(template, text.origin());
    if (!prompt.hasDistinctLabels()) {
      return List.of();
    }
    if (template.faults().isEmpty()) {
      return bind(role, template, text);
    }
    names(role, template, text);
    return List.of();
  }

  /**
   * Reports what means nothing in a template that has faults: of names, as far as these cannot have
   * changed what the names around them mean.
   */
  private void names(String role, Template template, TemplateText text) {
    Set<TemplateMessage> faults = EnumSet.noneOf(TemplateMessage.class);
    template.faults().forEach(fault -> faults.add(fault.message()));
    if (!FAULTS_OF_SECTIONS.containsAll(faults)) {
      return;
    }
    Mistakes found = new Mistakes(prompt);
    new MessageText(prompt, files, Locals.ofMethod(), constant -> {}, found)
        .bind(role, template, text);
    boolean areSectionsKnown = FAULTS_OF_TAGS.containsAll(faults);
    for (Mistake mistake : found.all()) {
      if (mistake.message() == TemplateMessage.UNKNOWN_NAME
          || (areSectionsKnown && mistake.message() == TemplateMessage.UNKNOWN_PROPERTY)) {
        mistakes.add(mistake);
      }
    }
  }

  private List<Step> bind(String role, Template template, TemplateText text) {
    Partials partials = new Partials(files, text.origin(), mistakes);
    JsonSteps json = new JsonSteps(locals, fragments);
    ValueSteps shown =
        new ValueSteps(mistakes, json, role.equals("system"), prompt.trustedInSystem());
    Binder binder = new Binder(mistakes, lookup, partials, fragments, shown);
    List<Step> steps =
        new ArrayList<>(binder.bind(template.nodes(), scope(), TemplateContext.of(text.source())));
    partials.sources().forEach(source -> constants.accept(source.text()));
    if (steps.stream().noneMatch(MessageText::isVisible)) {
      steps.add(new Step.Filled(role));
    }
    return steps;
  }

  /** Whether a step writes something visible whatever the arguments are. */
  private static boolean isVisible(Step step) {
    return (step instanceof Step.Write literal && !literal.text().isBlank())
        || step instanceof Step.Fence;
  }

  private Scope scope() {
    Map<String, Value> names = new LinkedHashMap<>();
    List<Value> variables = new ArrayList<>();
    for (Variable parameter : prompt.variables()) {
      Value value = value(parameter);
      names.put(parameter.label(), value);
      if (parameter.role() == Variable.Role.VARIABLE) {
        variables.add(value);
      }
    }
    return Scope.of(
        names, variables.size() == 1 ? Optional.of(variables.get(0)) : Optional.empty());
  }

  private static Value value(Variable parameter) {
    return new Value(
        parameter.label(),
        new Expression.Argument(parameter.name()),
        parameter.type(),
        false,
        new Traits(
            parameter.isJson() ? Traits.JsonReach.WHOLE : Traits.JsonReach.NONE,
            parameter.isUntrusted() ? parameter.label() : ""));
  }
}
