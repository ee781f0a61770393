package dev.gatewayz.processor.compile;

import dev.gatewayz.processor.model.Attribute;
import dev.gatewayz.processor.model.ClientDeclaration;
import dev.gatewayz.processor.model.Deadline;
import dev.gatewayz.processor.model.Fragment;
import dev.gatewayz.processor.model.Handling;
import dev.gatewayz.processor.model.Locals;
import dev.gatewayz.processor.model.Prompt;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.model.RequestOptions;
import dev.gatewayz.processor.model.ResponseFormat;
import dev.gatewayz.processor.model.ReturnShape;
import dev.gatewayz.processor.model.SchemaForm;
import dev.gatewayz.processor.model.Settings;
import dev.gatewayz.processor.model.Step;
import dev.gatewayz.processor.model.Structure;
import dev.gatewayz.processor.model.TemplateFiles;
import dev.gatewayz.processor.model.ToolUse;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Result;
import dev.gatewayz.processor.schema.SchemaWriter;
import dev.gatewayz.processor.schema.TypeNotation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compiles one prompt: its templates to steps, its answer to a schema, its settings and tools to
 * members of the request.
 */
final class PromptCompiler {
  private final PromptDeclaration prompt;
  private final ClientDeclaration client;
  private final Settings settings;
  private final TemplateFindings mistakes;

  PromptCompiler(PromptDeclaration prompt, ClientDeclaration client) {
    this.prompt = prompt;
    this.client = client;
    this.settings = client.settings(prompt);
    this.mistakes = new TemplateFindings(prompt);
  }

  /**
   * The prompt; empty if a template has a mistake, or if names mean nothing.
   *
   * @param methods names that methods of the client have
   */
  Result<Prompt> compile(TemplateFiles project, Locals methods) {
    String model = settings.model().map(Attribute::value).orElse("");
    boolean caches = settings.cache().map(Attribute::value).orElse(false);
    CacheMarks marks = new CacheMarks(caches);
    RequestOptions options =
        new RequestOptions(
            OptionsJson.write(settings, prompt.tools().flatMap(ToolUse::choice)),
            marks.tools(
                prompt.tools().map(ToolUse::tools).orElse(List.of()).stream()
                    .map(ToolJson::write)
                    .toList()));
    Optional<ResponseFormat> format =
        prompt.shape().flatMap(ReturnShape::structure).map(this::format);
    Digest digest = new Digest().add(model).add(options.json());
    format.ifPresent(f -> digest.add(f.json()));
    if (caches) {
      digest.add("cache");
    }
    format
        .map(ResponseFormat::form)
        .filter(form -> form != SchemaForm.AUTO)
        .ifPresent(form -> digest.add(form.name()));
    Handling.of(prompt, fallbacks(model), acceptsTruncated(), deadlines())
        .forEach((name, json) -> digest.add(name).add(json));
    UsedTemplates files = new UsedTemplates(project);
    MessageText text = new MessageText(prompt, files, methods, digest, mistakes);
    List<Step> steps =
        new Messages(prompt, files, text, mistakes, marks).write(client.system(prompt));
    List<Fragment> fragments = text.fragments().all();
    if (Size.of(steps, fragments) > Size.MOST) {
      mistakes.add(Message.TOO_LARGE, prompt.annotation(), prompt.name(), Size.MOST);
    }
    if (!mistakes.findings().haveErrors()) {
      marks.report(prompt, prompt.settings().cache().isPresent(), mistakes);
    }
    Findings findings = mistakes.findings();
    if (findings.haveErrors() || !prompt.hasDistinctLabels()) {
      return Result.none(findings);
    }
    return Result.of(
        new Prompt(
            prompt,
            client.id(prompt),
            digest.hex(),
            model,
            options,
            fallbacks(model),
            acceptsTruncated(),
            deadlines(),
            format,
            Required.of(prompt, steps),
            steps,
            fragments,
            text.texts(),
            files.digests()),
        findings);
  }

  /** The interface's fallbacks may have the prompt's own model among them. */
  private List<String> fallbacks(String model) {
    return settings.fallbacks().orElse(List.of()).stream()
        .map(Attribute::value)
        .filter(fallback -> !fallback.equals(model))
        .toList();
  }

  /** The interface may say so for prompts of which only some return text. */
  private boolean acceptsTruncated() {
    return settings.acceptTruncated().map(Attribute::value).orElse(false)
        && prompt.shape().filter(ReturnShape::isPlainText).isPresent();
  }

  private Map<Deadline, Integer> deadlines() {
    Map<Deadline, Integer> millis = new EnumMap<>(Deadline.class);
    settings.deadlines().forEach((deadline, value) -> millis.put(deadline, value.value()));
    return millis;
  }

  private ResponseFormat format(Structure structure) {
    return new ResponseFormat(
        structure.name(),
        SchemaWriter.write(structure),
        structure.strict(),
        settings.schema().map(Attribute::value).orElse(SchemaForm.AUTO),
        TypeNotation.write(structure));
  }
}
