package dev.gatewayz.codegen;

import dev.gatewayz.internal.binding.BoundMessages;
import dev.gatewayz.internal.binding.Digest;
import dev.gatewayz.internal.binding.Locals;
import dev.gatewayz.internal.binding.MessageCompiler;
import dev.gatewayz.internal.binding.Mistake;
import dev.gatewayz.internal.binding.PromptTemplates;
import dev.gatewayz.internal.binding.TemplateFiles;
import dev.gatewayz.internal.binding.TemplateOrigin;
import dev.gatewayz.internal.binding.TemplateText;
import dev.gatewayz.internal.binding.Variable;
import dev.gatewayz.internal.override.OverrideText;
import dev.gatewayz.internal.override.TemplateOverride;
import dev.gatewayz.internal.template.Excerpt;
import dev.gatewayz.internal.template.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A prompt with other templates than those that it was compiled with. Thread-safe. */
final class OverriddenPrompt {
  private final TemplateOverride override;
  private final Prompt prompt;
  private final List<Variable> variables;
  private final BoundMessages messages;
  private final TemplateTypes types;

  private OverriddenPrompt(
      TemplateOverride override,
      Prompt prompt,
      List<Variable> variables,
      BoundMessages messages,
      TemplateTypes types) {
    this.override = override;
    this.prompt = prompt;
    this.variables = variables;
    this.messages = messages;
    this.types = types;
  }

  /**
   * Checks an override.
   *
   * @param files where partials are
   * @throws IllegalArgumentException if it has mistakes, which lists them all
   */
  static OverriddenPrompt of(
      Overridable compiled, TemplateOverride override, TemplateTypes types, TemplateFiles files) {
    PromptTemplates templates =
        compiled.templates((role, source) -> text(role, source, override.byRole().get(role)));
    Digest digest = new Digest().add(compiled.prompt().hash());
    BoundMessages messages = MessageCompiler.compile(templates, files, new Locals(), digest::add);
    List<String> mistakes =
        messages.mistakes().stream()
            .filter(mistake -> mistake.message().isError())
            .map(OverriddenPrompt::print)
            .toList();
    if (!mistakes.isEmpty()) {
      throw override.mistaken(mistakes);
    }
    return new OverriddenPrompt(
        override,
        compiled.prompt().overridden(digest.hex()),
        compiled.variables(),
        messages,
        types);
  }

  private static Optional<TemplateText> text(
      String role, @Nullable Source compiled, @Nullable OverrideText other) {
    if (other == null) {
      return Optional.ofNullable(compiled)
          .map(source -> new TemplateText(source, Overridable.Compiled.ORIGIN));
    }
    String label = compiled == null ? "template" : compiled.label();
    return Optional.of(
        new TemplateText(new Source(label, other.text()), new Origin(role, label, other)));
  }

  /** Partials are looked for where the compiled template is, but its place is another. */
  private static String print(Mistake mistake) {
    if (!(mistake.origin() instanceof Origin origin)) {
      return mistake.print();
    }
    Optional<Excerpt> place =
        mistake.excerpt().map(e -> e.source().equals(origin.label()) ? origin.text().in(e) : e);
    return origin.text().label(origin.role())
        + new Mistake(mistake.message(), origin, mistake.text(), place, mistake.notes()).print();
  }

  /** Where an override is written. */
  private record Origin(String role, String label, OverrideText text) implements TemplateOrigin {
    @Override
    public boolean isBeside(TemplateOrigin other) {
      return true;
    }
  }

  /** What it was made of. */
  TemplateOverride override() {
    return override;
  }

  /** Renders a call. */
  Rendering render(Object... arguments) {
    Rendering rendering = prompt.render();
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      values.put(variables.get(i).name(), arguments[i]);
    }
    for (Variable required : messages.required()) {
      rendering.require(required.label(), values.get(required.name()));
    }
    new StepRunner(rendering, values, messages.fragments(), types).run(messages.steps());
    return rendering.overridden();
  }
}
