package dev.gatewayz.processor.model;

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
    List<Example> examples,
    List<Attribute<String>> untrustedInSystem) {

  /** Copies the lists. */
  public PromptText {
    examples = List.copyOf(examples);
    untrustedInSystem = List.copyOf(untrustedInSystem);
  }

  /** A question and the answer that would have been right. */
  public record Example(TemplateText user, TemplateText assistant) {}
}
