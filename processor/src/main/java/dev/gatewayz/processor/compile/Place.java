package dev.gatewayz.processor.compile;

import dev.gatewayz.processor.report.Excerpt;
import dev.gatewayz.processor.report.Origin;
import dev.gatewayz.processor.template.Source;
import dev.gatewayz.processor.template.Span;

/**
 * A tag inside a template inside an annotation.
 *
 * @param source the template
 * @param span the tag
 * @param origin the annotation value
 */
record Place(Source source, Span span, Origin origin) {

  String tag() {
    return source.quote(span);
  }

  Excerpt excerpt() {
    return source.excerpt(span);
  }
}
