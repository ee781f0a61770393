package dev.gatewayz.internal.binding;

import dev.gatewayz.internal.template.Source;

/**
 * The text that is being bound.
 *
 * @param source the template, or the partial inside it
 * @param indent what stands before each of its lines
 * @param isGuarded whether a section decides if this text is reached
 */
record TemplateContext(Source source, Expression.Joined indent, boolean isGuarded) {
  private static final Expression.Joined NO_INDENT = new Expression.Joined("", "");

  /** A text that is not indented. */
  static TemplateContext of(Source source) {
    return new TemplateContext(source, NO_INDENT, false);
  }

  /** What is inside a section. */
  TemplateContext guarded() {
    return new TemplateContext(source, indent, true);
  }

  /** A partial whose tag stands behind {@code indent} on a line of its own. */
  TemplateContext indented(Source partial, String indentation) {
    return new TemplateContext(
        partial, new Expression.Joined(indent.start(), indent.end() + indentation), isGuarded);
  }

  /** A partial whose tag stands in the middle of a line. */
  TemplateContext inline(Source partial) {
    return new TemplateContext(partial, NO_INDENT, isGuarded);
  }

  boolean isIndented() {
    return !indent.equals(NO_INDENT);
  }
}
