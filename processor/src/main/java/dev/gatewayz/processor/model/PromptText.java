package dev.gatewayz.processor.model;

import dev.gatewayz.internal.binding.PromptTemplates;
import dev.gatewayz.internal.binding.TemplateText;
import java.util.List;
import java.util.Optional;

/**
 * The templates of a prompt.
 *
 * @param system the system message, if there is one
 * @param user the user message, if it is written in the annotation
 * @param file the file that holds the user message, if it is written there
 * @param examples what comes between the system message and the history
 * @param untrustedInSystem parameters that the system message may use though nobody vouches for
 *     them
 */
public record PromptText(
    Optional<TemplateText> system,
    Optional<TemplateText> user,
    Optional<Attribute<String>> file,
    List<PromptTemplates.Example> examples,
    List<Attribute<String>> untrustedInSystem) {

  /** Copies the lists. */
  public PromptText {
    examples = List.copyOf(examples);
    untrustedInSystem = List.copyOf(untrustedInSystem);
  }

  /**
   * The system message: an empty one takes the place of the interface's.
   *
   * @param inherited that of the interface
   */
  public Optional<TemplateText> system(Optional<TemplateText> inherited) {
    boolean isDropped =
        inherited.isPresent() && system.filter(t -> t.source().text().isEmpty()).isPresent();
    return isDropped ? Optional.empty() : system.or(() -> inherited);
  }
}
