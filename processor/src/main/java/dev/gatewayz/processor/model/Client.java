package dev.gatewayz.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * An interface that was checked.
 *
 * @param declaration how its author wrote it
 * @param prompts its prompts that are sound
 * @param broken its prompts that are not, which has been reported
 * @param types the types of parameters, if templates can be replaced at run time
 */
public record Client(
    ClientDeclaration declaration,
    List<Prompt> prompts,
    List<PromptDeclaration> broken,
    Optional<TypeTable> types) {

  /** Copies the lists. */
  public Client {
    prompts = List.copyOf(prompts);
    broken = List.copyOf(broken);
  }
}
