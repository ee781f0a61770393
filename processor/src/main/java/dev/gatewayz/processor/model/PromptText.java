package dev.gatewayz.processor.model;

import java.util.Optional;

/**
 * The templates of a prompt.
 *
 * @param system the system message, if there is one
 * @param user the user message, if it is written in the annotation
 * @param file the file that holds the user message, if it is written there
 */
public record PromptText(
    Optional<TemplateText> system,
    Optional<TemplateText> user,
    Optional<Attribute<String>> file) {}
