package dev.gatewayz.codegen;

import dev.gatewayz.internal.binding.PromptTemplates;
import dev.gatewayz.internal.binding.TemplateOrigin;
import dev.gatewayz.internal.binding.TemplateText;
import dev.gatewayz.internal.binding.Variable;
import dev.gatewayz.internal.override.TemplateOverride;
import dev.gatewayz.internal.template.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know of a prompt to replace its templates: the compiled ones, and its
 * parameters. Filled while a generated class is initialised, then unchanged.
 */
public final class Overridable {
  private final Prompt prompt;
  private final String name;
  private final List<Variable> variables = new ArrayList<>();
  private final List<Source> examples = new ArrayList<>();
  private final Set<String> trustedInSystem = new HashSet<>();
  private @Nullable Source system;
  private @Nullable Source user;
  private boolean isCached;

  private Overridable(Prompt prompt, String name) {
    this.prompt = prompt;
    this.name = name;
  }

  /**
   * {@return a prompt}
   *
   * @param prompt as it was compiled
   * @param name the method's name
   */
  public static Overridable of(Prompt prompt, String name) {
    return new Overridable(prompt, name);
  }

  /**
   * Adds a parameter.
   *
   * @param label the name that templates use
   * @param role what it is to the prompt: {@code VARIABLE}, {@code OPTIONS}, {@code HISTORY} or
   *     {@code PART}
   * @param traits {@code J} for JSON, {@code U} for untrusted text; empty for none
   * @param types the types of the prompt
   * @param type the number of its own among them
   * @return this object
   */
  public Overridable parameter(
      String label, String role, String traits, TemplateTypes types, int type) {
    variables.add(
        new Variable(
            "p" + variables.size(),
            label,
            Variable.Role.valueOf(role),
            types.get(type),
            traits.contains("J"),
            traits.contains("U")));
    return this;
  }

  /**
   * Says what the template of the system message is.
   *
   * @param label what errors call the template
   * @param template as it is in the source
   * @return this object
   */
  public Overridable system(String label, String template) {
    system = new Source(label, template);
    return this;
  }

  /**
   * Says what the template of the user's message is.
   *
   * @param label what errors call the template
   * @param template as it is in the source
   * @return this object
   */
  public Overridable user(String label, String template) {
    user = new Source(label, template);
    return this;
  }

  /**
   * Adds the template of a question or of the answer to the one before.
   *
   * @param label what errors call the template
   * @param template as it is in the source
   * @return this object
   */
  public Overridable example(String label, String template) {
    examples.add(new Source(label, template));
    return this;
  }

  /**
   * Says that the system message may have an untrusted parameter.
   *
   * @param label the name of the parameter
   * @return this object
   */
  public Overridable trusted(String label) {
    trustedInSystem.add(label);
    return this;
  }

  /**
   * Says that providers are to keep what is the same in every call.
   *
   * @return this object
   */
  public Overridable cached() {
    isCached = true;
    return this;
  }

  Prompt prompt() {
    return prompt;
  }

  List<Variable> variables() {
    return variables;
  }

  /**
   * The templates of all messages.
   *
   * @param replaced finds the template of a message
   */
  PromptTemplates templates(Replaced replaced) {
    List<PromptTemplates.Example> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < examples.size(); i += 2) {
      pairs.add(
          new PromptTemplates.Example(compiled(examples.get(i)), compiled(examples.get(i + 1))));
    }
    return new PromptTemplates(
        prompt.id(),
        name,
        false,
        variables,
        trustedInSystem,
        replaced.text(TemplateOverride.SYSTEM, system),
        pairs,
        replaced.text(TemplateOverride.USER, user),
        isCached,
        Compiled.ORIGIN,
        Compiled.ORIGIN);
  }

  private static TemplateText compiled(Source source) {
    return new TemplateText(source, Compiled.ORIGIN);
  }

  /** Finds the template of a message. */
  interface Replaced {
    Optional<TemplateText> text(String role, @Nullable Source compiled);
  }

  /** What is in the interface. */
  enum Compiled implements TemplateOrigin {
    ORIGIN;

    @Override
    public boolean isBeside(TemplateOrigin other) {
      return true;
    }
  }
}
