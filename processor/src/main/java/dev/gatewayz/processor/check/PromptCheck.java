package dev.gatewayz.processor.check;

import dev.gatewayz.processor.model.Attribute;
import dev.gatewayz.processor.model.ClientDeclaration;
import dev.gatewayz.processor.model.Deadline;
import dev.gatewayz.processor.model.Prompt;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.model.ResponseFormat;
import dev.gatewayz.processor.model.ReturnShape;
import dev.gatewayz.processor.model.Settings;
import dev.gatewayz.processor.model.Step;
import dev.gatewayz.processor.model.Structure;
import dev.gatewayz.processor.model.TemplateFiles;
import dev.gatewayz.processor.model.Tool;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.schema.SchemaWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks one prompt, and works out what its request consists of. */
final class PromptCheck {
  private PromptCheck() {}

  /** The prompt, unless something is wrong with it. */
  static Optional<Prompt> check(
      ClientDeclaration client,
      PromptDeclaration prompt,
      TemplateFiles files,
      Locals methods,
      Set<Tool> checkedTools,
      Findings all) {
    Findings findings = new Findings();
    boolean namesAreSound = ParameterCheck.check(prompt, findings);
    Settings settings = prompt.settings().over(client.settings());
    SettingsCheck.check(prompt.settings(), findings);
    SettingsCheck.checkFallbacks(prompt.settings(), settings.model(), findings);
    AnswerCheck.check(prompt, settings, findings);
    ToolCheck.check(prompt, checkedTools, findings);
    if (settings.model().isEmpty()) {
      findings.add(Message.NO_MODEL, prompt.annotation(), prompt.name(), client.name());
    }
    String model = settings.model().map(Attribute::value).orElse("");
    Optional<ResponseFormat> format =
        prompt.shape().flatMap(ReturnShape::structure).map(PromptCheck::format);
    String options = options(prompt, settings);
    Digest digest = new Digest().add(model).add(options);
    format.ifPresent(f -> digest.add(f.json()));
    Findings mistakes = new Findings();
    MessageText text = new MessageText(prompt, files, methods, digest, namesAreSound, mistakes);
    List<Step> steps = new Messages(prompt, files, text, mistakes).write(client.system());
    int size = Size.of(steps, text.fragments().all());
    if (size > Size.MOST) {
      mistakes.add(Message.TOO_LARGE, prompt.annotation(), prompt.name(), Size.MOST);
    }
    findings.addAll(mistakes);
    if (namesAreSound && mistakes.all().isEmpty()) {
      UnusedParameters.check(prompt, client, steps, findings);
    }
    all.addAll(findings);
    return findings.haveErrors() || prompt.shape().isEmpty() || prompt.tools().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Prompt(
                prompt,
                Ids.of(prompt, client),
                digest.hex(),
                model,
                options,
                fallbacks(settings, model),
                deadlines(settings),
                format,
                Required.of(prompt, steps),
                steps,
                text.fragments().all(),
                text.texts()));
  }

  private static String options(PromptDeclaration prompt, Settings settings) {
    String options = OptionsJson.write(settings);
    return ToolCheck.json(prompt)
        .map(tools -> options.isEmpty() ? tools : options + "," + tools)
        .orElse(options);
  }

  /** The interface's fallbacks may have the prompt's own model among them. */
  private static List<String> fallbacks(Settings settings, String model) {
    return settings.fallbacks().orElse(List.of()).stream()
        .map(Attribute::value)
        .filter(fallback -> !fallback.equals(model))
        .toList();
  }

  private static Map<Deadline, Integer> deadlines(Settings settings) {
    Map<Deadline, Integer> millis = new EnumMap<>(Deadline.class);
    settings.deadlines().forEach((deadline, value) -> millis.put(deadline, value.value()));
    return millis;
  }

  private static ResponseFormat format(Structure structure) {
    return new ResponseFormat(structure.name(), SchemaWriter.write(structure), structure.strict());
  }
}
