package dev.gatewayz.codegen;

import dev.gatewayz.internal.binding.TemplateFiles;
import dev.gatewayz.internal.override.Overrides;
import dev.gatewayz.internal.override.TemplateOverride;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The prompts of one interface that have overrides, by their ids. Thread-safe. */
record OverriddenPrompts(Overrides overrides, Map<String, OverriddenPrompt> byId) {
  static final OverriddenPrompts NONE = new OverriddenPrompts(Overrides.NONE, Map.of());

  /** Copies the map. */
  OverriddenPrompts {
    byId = Map.copyOf(byId);
  }

  /**
   * Those of a client.
   *
   * @throws IllegalArgumentException if one has mistakes
   */
  static OverriddenPrompts of(
      Overrides overrides, Class<?> generated, TemplateTypes types, Overridable... prompts) {
    TemplateFiles files = new ClassPathTemplates(generated);
    Map<String, OverriddenPrompt> byId = new HashMap<>();
    for (Overridable prompt : prompts) {
      String id = prompt.prompt().id();
      TemplateOverride override = overrides.of(id);
      if (override != null) {
        byId.put(id, OverriddenPrompt.of(prompt, override, types, files));
      }
    }
    return new OverriddenPrompts(overrides, byId);
  }

  Rendering render(Prompt prompt, Supplier<@Nullable String> key, Object[] arguments) {
    OverriddenPrompt other = byId.get(prompt.id());
    return other != null && overrides.takes(other.override(), key.get())
        ? other.render(arguments)
        : prompt.render();
  }
}
