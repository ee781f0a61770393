package dev.gatewayz.processor.check;

import dev.gatewayz.processor.model.Expression;
import dev.gatewayz.processor.model.JavaType;
import java.util.Optional;

/**
 * A value that a template can name.
 *
 * @param label what the template calls it, from the outermost name on
 * @param expression what Java calls it
 * @param type its type
 * @param isEntry whether a map may lack it
 */
record Value(String label, Expression expression, JavaType type, boolean isEntry) {

  Value(String label, Expression expression, JavaType type) {
    this(label, expression, type, false);
  }

  /** What an optional holds. */
  Value content() {
    String getter =
        switch (type.kind()) {
          case OPTIONAL_INT -> "getAsInt()";
          case OPTIONAL_LONG -> "getAsLong()";
          case OPTIONAL_DOUBLE -> "getAsDouble()";
          default -> "get()";
        };
    return new Value(label, new Expression.Member(expression, getter), type.component());
  }

  /** A property of it. */
  Optional<Value> property(String name, String label) {
    return type.property(name)
        .map(p -> new Value(label, new Expression.Member(expression, p.member()), p.type()));
  }

  /** The same value, known to be there. */
  Value present() {
    return new Value(label, expression, type.nonNull());
  }

  /** The same value under another name in the template. */
  Value labelled(String other) {
    return new Value(other, expression, type, isEntry);
  }

  /** The same value under another name in Java. */
  Value as(Expression other) {
    return new Value(label, other, type, isEntry);
  }
}
