package dev.gatewayz.processor.model;

import dev.gatewayz.processor.report.Origin;
import dev.gatewayz.processor.template.Source;

/**
 * A template as it was written.
 *
 * @param source its text
 * @param origin the annotation value that holds or names it
 */
public record TemplateText(Source source, Origin origin) {}
