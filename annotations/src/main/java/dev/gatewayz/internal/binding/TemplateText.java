package dev.gatewayz.internal.binding;

import dev.gatewayz.internal.template.Source;

/**
 * A template as it was written.
 *
 * @param source its text
 * @param origin where it is written
 */
public record TemplateText(Source source, TemplateOrigin origin) {}
