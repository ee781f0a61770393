package dev.gatewayz.processor.check;

import dev.gatewayz.processor.model.Attribute;
import dev.gatewayz.processor.model.ClientDeclaration;
import dev.gatewayz.processor.model.Expression;
import dev.gatewayz.processor.model.Parameter;
import dev.gatewayz.processor.model.Prompt;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.model.Settings;
import dev.gatewayz.processor.model.Step;
import dev.gatewayz.processor.model.TemplateFiles;
import dev.gatewayz.processor.model.TemplateText;
import dev.gatewayz.processor.report.Finding;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Origin;
import dev.gatewayz.processor.template.Fault;
import dev.gatewayz.processor.template.Template;
import dev.gatewayz.processor.template.TemplateParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks one prompt, and works out what its request consists of. */
final class PromptCheck {
  private final ClientDeclaration client;
  private final PromptDeclaration prompt;
  private final TemplateFiles files;
  private final Fragments fragments;
  private final Settings settings;
  private final Findings findings = new Findings();
  private final Complaints complaints;
  private final Locals locals = new Locals();
  private final Digest digest = new Digest();
  private boolean namesAreSound;
  private boolean templatesAreSound;

  PromptCheck(
      ClientDeclaration client, PromptDeclaration prompt, TemplateFiles files, Locals methods) {
    this.client = client;
    this.prompt = prompt;
    this.files = files;
    this.fragments = new Fragments(methods);
    this.settings = prompt.settings().over(client.settings());
    this.complaints = new Complaints(prompt, findings);
  }

  /** The prompt, unless something is wrong with it. */
  Optional<Prompt> check(Findings all) {
    namesAreSound = ParameterCheck.check(prompt, findings);
    SettingsCheck.check(prompt.settings(), findings);
    AnswerCheck.check(prompt, settings, findings);
    if (settings.model().isEmpty()) {
      findings.add(Message.NO_MODEL, prompt.annotation(), prompt.name(), client.name());
    }
    String model = settings.model().map(m -> m.value()).orElse("");
    String options = OptionsJson.write(settings);
    digest.add(model).add(options);
    prompt.parameters().forEach(parameter -> locals.take(parameter.name()));
    locals.take("rendering");
    templatesAreSound = namesAreSound;
    List<Step> steps = messages();
    if (templatesAreSound) {
      UnusedParameters.check(prompt, client, steps, findings);
    }
    boolean isSound =
        !findings.haveErrors() && prompt.shape().isPresent();
    all.addAll(findings);
    return isSound
        ? Optional.of(
            new Prompt(
                prompt,
                Ids.of(prompt, client),
                digest.hex(),
                model,
                options,
                Required.of(prompt, steps),
                steps,
                fragments.all()))
        : Optional.empty();
  }

  private List<Step> messages() {
    List<Step> steps = new ArrayList<>();
    Optional<TemplateText> system = prompt.text().system().or(client::system);
    system.ifPresent(text -> message("system", text, steps));
    user().ifPresent(text -> message("user", text, steps));
    return steps;
  }

  /** The user's template, from where it is written; empty if that was reported. */
  private Optional<TemplateText> user() {
    Optional<TemplateText> inline = prompt.text().user();
    Optional<Attribute<String>> file = prompt.text().file();
    if (inline.isPresent() && file.isPresent()) {
      findings.add(Message.TWO_TEMPLATES, file.get().origin(), prompt.name());
    } else if (inline.isEmpty() && file.isEmpty()) {
      findings.add(Message.NO_TEMPLATE, prompt.annotation(), prompt.name());
    }
    if (inline.isPresent() || file.isEmpty()) {
      templatesAreSound &= inline.isPresent() && file.isEmpty();
      return inline;
    }
    Origin origin = file.get().origin();
    Optional<TemplateText> text =
        FileCheck.open(List.of(file.get().value()), files, origin, findings::add)
            .map(source -> new TemplateText(source, origin));
    templatesAreSound &= text.isPresent();
    return text;
  }

  private void message(String role, TemplateText text, List<Step> steps) {
    digest.add(role).add(text.source().text());
    String comma = steps.isEmpty() ? "" : ",";
    steps.add(new Step.Json(comma + "{\"role\":\"" + role + "\",\"content\":\""));
    steps.addAll(content(role, text));
    steps.add(new Step.Json("\"}"));
  }

  private List<Step> content(String role, TemplateText text) {
    if (text.source().text().isBlank()) {
      findings.add(
          Message.BLANK, text.origin(), role.equals("user") ? "template" : role + " template");
      templatesAreSound = false;
      return List.of();
    }
    Template template = TemplateParser.parse(text.source());
    for (Fault fault : template.faults()) {
      findings.add(
          Finding.of(fault.message(), text.origin(), fault.args().toArray())
              .in(text.source().excerpt(fault.span())));
      templatesAreSound = false;
    }
    if (!template.faults().isEmpty() || !namesAreSound) {
      return List.of();
    }
    int before = findings.all().size();
    Partials partials = new Partials(files, text.origin(), findings);
    Binder binder = new Binder(complaints, locals, partials, fragments, text.origin());
    List<Step> steps = binder.bind(template.nodes(), scope(), Page.of(text.source()));
    partials.sources().forEach(source -> digest.add(source.text()));
    if (binder.isTooLarge()) {
      findings.add(Message.TOO_LARGE, text.origin(), prompt.name(), Binder.MOST_STEPS);
    }
    templatesAreSound &= findings.all().size() == before;
    return steps;
  }

  private Scope scope() {
    Map<String, Value> names = new LinkedHashMap<>();
    for (Parameter parameter : prompt.parameters()) {
      Expression argument = new Expression.Argument(parameter.name());
      names.put(parameter.label(), new Value(parameter.label(), argument, parameter.type()));
    }
    List<Value> variables =
        names.values().stream()
            .filter(value -> !Complaints.isPassedOn(value.type().kind()))
            .toList();
    return Scope.of(
        names, variables.size() == 1 ? Optional.of(variables.get(0)) : Optional.empty());
  }
}
