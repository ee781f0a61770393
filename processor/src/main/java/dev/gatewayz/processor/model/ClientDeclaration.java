package dev.gatewayz.processor.model;

import com.palantir.javapoet.ClassName;
import dev.gatewayz.internal.binding.TemplateText;
import dev.gatewayz.processor.report.Origin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An interface as its author wrote it.
 *
 * @param type the interface
 * @param implementation the class to generate
 * @param isPublic whether all may see both
 * @param idPrefix what the ids of its prompts begin with, if that is said
 * @param system the system message of prompts that have none
 * @param settings what holds for prompts that do not say otherwise
 * @param prompts its prompts, inherited ones included
 * @param surroundings names that mean something to its client
 * @param warnings what its declarations make the compiler warn of wherever they are used
 * @param origin where it is declared
 */
public record ClientDeclaration(
    ClassName type,
    ClassName implementation,
    boolean isPublic,
    Optional<Attribute<String>> idPrefix,
    Optional<TemplateText> system,
    Settings settings,
    List<PromptDeclaration> prompts,
    Surroundings surroundings,
    Set<String> warnings,
    Origin origin) {

  /** Copies the list. */
  public ClientDeclaration {
    prompts = List.copyOf(prompts);
  }

  /** The name of the interface, with those around it. */
  public String name() {
    return String.join(".", type.simpleNames());
  }

  /** What the ids of its prompts have in common: its qualified name unless another is given. */
  public String idName() {
    return idPrefix.map(Attribute::value).orElse(type.canonicalName());
  }

  /** What holds for a prompt of it. */
  public Settings settings(PromptDeclaration prompt) {
    return prompt.settings().over(settings.without(unset(prompt)));
  }

  /** The system message of a prompt that has none of its own. */
  public Optional<TemplateText> system(PromptDeclaration prompt) {
    return system.filter(s -> !unset(prompt).contains("system"));
  }

  private static Set<String> unset(PromptDeclaration prompt) {
    return prompt.unset().stream().map(Attribute::value).collect(Collectors.toSet());
  }

  /** What a prompt of it is called in usage reports, budgets and traces. */
  public String id(PromptDeclaration prompt) {
    return idName() + "." + prompt.idName();
  }
}
