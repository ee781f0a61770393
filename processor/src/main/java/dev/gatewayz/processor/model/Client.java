package dev.gatewayz.processor.model;

import java.util.List;

/**
 * An interface that was checked.
 *
 * @param declaration how its author wrote it
 * @param prompts its prompts that are sound
 * @param broken its prompts that are not, which has been reported
 */
public record Client(
    ClientDeclaration declaration, List<Prompt> prompts, List<PromptDeclaration> broken) {

  /** Copies the lists. */
  public Client {
    prompts = List.copyOf(prompts);
    broken = List.copyOf(broken);
  }
}
