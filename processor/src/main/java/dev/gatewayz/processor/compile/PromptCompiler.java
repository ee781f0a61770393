package dev.gatewayz.processor.compile;

import dev.gatewayz.internal.binding.BoundMessages;
import dev.gatewayz.internal.binding.CacheMarks;
import dev.gatewayz.internal.binding.Digest;
import dev.gatewayz.internal.binding.Locals;
import dev.gatewayz.internal.binding.MessageCompiler;
import dev.gatewayz.internal.binding.PromptTemplates;
import dev.gatewayz.internal.binding.TemplateFiles;
import dev.gatewayz.internal.binding.TemplateText;
import dev.gatewayz.processor.model.Attribute;
import dev.gatewayz.processor.model.ClientDeclaration;
import dev.gatewayz.processor.model.Deadline;
import dev.gatewayz.processor.model.Handling;
import dev.gatewayz.processor.model.Prompt;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.model.RequestOptions;
import dev.gatewayz.processor.model.ResponseFormat;
import dev.gatewayz.processor.model.ReturnShape;
import dev.gatewayz.processor.model.SchemaForm;
import dev.gatewayz.processor.model.Settings;
import dev.gatewayz.processor.model.Structure;
import dev.gatewayz.processor.model.ToolDefinition;
import dev.gatewayz.processor.model.ToolUse;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Result;
import dev.gatewayz.processor.schema.SchemaWriter;
import dev.gatewayz.processor.schema.TypeNotation;
import java.util.ArrayList;
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
  private final Findings.Builder findings = new Findings.Builder();

  PromptCompiler(PromptDeclaration prompt, ClientDeclaration client) {
    this.prompt = prompt;
    this.client = client;
    this.settings = client.settings(prompt);
  }

  /**
   * The prompt; empty if a template has a mistake, or if names mean nothing.
   *
   * @param methods names that methods of the client have
   */
  Result<Prompt> compile(TemplateFiles project, Locals methods) {
    String model = settings.model().map(Attribute::value).orElse("");
    boolean caches = settings.cache().map(Attribute::value).orElse(false);
    List<ToolDefinition> tools = tools(caches);
    RequestOptions options =
        new RequestOptions(
            OptionsJson.write(settings, prompt.tools().flatMap(ToolUse::choice)), tools);
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
    Result<TemplateText> user = new UserText(prompt, files).find();
    PromptTemplates templates =
        prompt.templates(prompt.text().system(client.system(prompt)), user.value(), caches);
    BoundMessages messages = MessageCompiler.compile(templates, files, methods, digest::add);
    findings.addAll(Findings.of(messages.mistakes())).addAll(user.findings());
    if (!findings.build().haveErrors() && caches) {
      uncached(messages.caching(), !tools.isEmpty());
    }
    Findings found = findings.build();
    if (found.haveErrors() || !templates.hasDistinctLabels()) {
      return Result.none(found);
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
            templates,
            messages,
            files.digests()),
        found);
  }

  /** The tools, the last of them marked if providers are to keep them. */
  private List<ToolDefinition> tools(boolean marked) {
    List<ToolDefinition> tools =
        new ArrayList<>(
            prompt.tools().map(ToolUse::tools).orElse(List.of()).stream()
                .map(ToolJson::write)
                .toList());
    if (marked && !tools.isEmpty()) {
      ToolDefinition last = tools.remove(tools.size() - 1);
      String json = last.json().substring(0, last.json().length() - 1);
      tools.add(new ToolDefinition(last.tool(), json + "," + CacheMarks.MARK + "}"));
    }
    return tools;
  }

  /** Says what can never be kept. */
  private void uncached(BoundMessages.Caching caching, boolean keepsTools) {
    boolean isOwn = prompt.settings().cache().isPresent();
    String change = caching.firstChange();
    if (caching.lost() >= CacheMarks.LARGE) {
      findings.add(
          Message.NEVER_CACHED, prompt.annotation(), prompt.name(), caching.lost(), change);
    } else if (isOwn && !caching.isMarked() && !keepsTools) {
      findings.add(Message.NOTHING_CACHED, prompt.annotation(), prompt.name(), change);
    }
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
