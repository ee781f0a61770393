package dev.gatewayz.processor.compile;

import dev.gatewayz.processor.model.Attribute;
import dev.gatewayz.processor.model.Expression;
import dev.gatewayz.processor.model.Locals;
import dev.gatewayz.processor.model.Parameter;
import dev.gatewayz.processor.model.Parameter.Mark;
import dev.gatewayz.processor.model.Prompt;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.model.Step;
import dev.gatewayz.processor.model.TemplateFiles;
import dev.gatewayz.processor.model.TemplateText;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.template.Template;
import dev.gatewayz.processor.template.TemplateParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns the template of one message after the other into steps. */
final class MessageText {
  private final PromptDeclaration prompt;
  private final TemplateFiles files;
  private final Digest digest;
  private final TemplateFindings mistakes;
  private final Locals locals = Locals.ofMethod();
  private final Fragments fragments;
  private final List<Prompt.RoleText> texts = new ArrayList<>();
  private final Set<String> trustedInSystem;

  /**
   * The templates of one prompt.
   *
   * @param methods names that methods of the client have
   */
  MessageText(
      PromptDeclaration prompt,
      TemplateFiles files,
      Locals methods,
      Digest digest,
      TemplateFindings mistakes) {
    this.prompt = prompt;
    this.files = files;
    this.digest = digest;
    this.mistakes = mistakes;
    this.fragments = new Fragments(methods, locals);
    this.trustedInSystem =
        prompt.text().untrustedInSystem().stream()
            .map(Attribute::value)
            .collect(Collectors.toSet());
    prompt.parameters().forEach(parameter -> locals.take(parameter.name()));
    locals.take("rendering");
    locals.take("client");
  }

  /** Names of variables that the steps use. */
  Locals locals() {
    return locals;
  }

  /** Methods that the steps call. */
  Fragments fragments() {
    return fragments;
  }

  /** The templates that were written. */
  List<Prompt.RoleText> texts() {
    return texts;
  }

  /** The steps that render a template; what is wrong with it is reported. */
  List<Step> write(String role, TemplateText text) {
    digest.add(role).add(text.source().text());
    texts.add(new Prompt.RoleText(role, text.source().text()));
    Template template = TemplateParser.parse(text.source());
    if (template.isBlank()) {
      String label = text.source().label();
      mistakes.add(
          Message.BLANK, text.origin(), label.equals("template") ? label : label + " template");
      return List.of();
    }
    mistakes.faults(template, text.origin());
    boolean canBind = template.faults().isEmpty() && prompt.hasDistinctLabels();
    return canBind ? bind(role, template, text) : List.of();
  }

  private List<Step> bind(String role, Template template, TemplateText text) {
    Partials partials = new Partials(files, text.origin(), mistakes);
    JsonSteps json = new JsonSteps(locals, fragments);
    ValueSteps shown = new ValueSteps(mistakes, json, role.equals("system"), trustedInSystem);
    Binder binder = new Binder(mistakes, locals, partials, fragments, shown, text.origin());
    List<Step> steps =
        new ArrayList<>(binder.bind(template.nodes(), scope(), TemplateContext.of(text.source())));
    partials.sources().forEach(source -> digest.add(source.text()));
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
    for (Parameter parameter : prompt.parameters()) {
      Value value = value(parameter);
      names.put(parameter.label(), value);
      if (parameter.role() == Parameter.Role.VARIABLE) {
        variables.add(value);
      }
    }
    return Scope.of(
        names, variables.size() == 1 ? Optional.of(variables.get(0)) : Optional.empty());
  }

  private static Value value(Parameter parameter) {
    boolean isJson = parameter.marks().contains(Mark.JSON);
    boolean isUntrusted = parameter.marks().contains(Mark.UNTRUSTED);
    return new Value(
        parameter.label(),
        new Expression.Argument(parameter.name()),
        parameter.type(),
        false,
        new Traits(
            isJson ? Traits.JsonReach.WHOLE : Traits.JsonReach.NONE,
            isUntrusted ? parameter.label() : ""));
  }
}
