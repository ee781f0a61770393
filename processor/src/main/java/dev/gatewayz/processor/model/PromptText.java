package dev.gatewayz.processor.model;

import java.util.Optional;

/**
 * The templates of a prompt.
 *
 * @param system the system message, if there is one
 * @param user the user message; empty if it could not be read, which has been reported
 */
public record PromptText(Optional<TemplateText> system, Optional<TemplateText> user) {}
