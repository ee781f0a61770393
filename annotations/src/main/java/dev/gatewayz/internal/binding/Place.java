package dev.gatewayz.internal.binding;

import dev.gatewayz.internal.template.Excerpt;
import dev.gatewayz.internal.template.Source;
import dev.gatewayz.internal.template.Span;

/**
 * A tag inside a template.
 *
 * @param source the template
 * @param span the tag
 * @param origin where the template is written
 */
record Place(Source source, Span span, TemplateOrigin origin) {

  String tag() {
    return source.quote(span);
  }

  Excerpt excerpt() {
    return source.excerpt(span);
  }
}
