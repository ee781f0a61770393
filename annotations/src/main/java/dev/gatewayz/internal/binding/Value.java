package dev.gatewayz.internal.binding;

import java.util.Optional;

/**
 * A value that a template can name.
 *
 * @param label what the template calls it, from the outermost name on
 * @param expression what Java calls it
 * @param type its type
 * @param isEntry whether a map may lack it
 * @param traits what it has from its parameter
 */
record Value(String label, Expression expression, JavaType type, boolean isEntry, Traits traits) {

  Value(String label, Expression expression, JavaType type) {
    this(label, expression, type, false, Traits.NONE);
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
    Expression content = new Expression.Access(expression, getter);
    return new Value(label, content, type.component(), false, traits);
  }

  /** An element, or an entry of a map, under the name that generated code gives it. */
  Value element(String local) {
    return new Value(".", new Expression.Local(local), type.component(), false, traits.ofPart());
  }

  /** The value that a map has for a name. */
  Value entry(String key, String label) {
    return new Value(
        label, new Expression.Entry(expression, key), type.component(), true, traits.ofPart());
  }

  /** A property of it. */
  Optional<Value> property(String name, String label) {
    return type.property(name)
        .map(
            p ->
                new Value(
                    label,
                    new Expression.Access(expression, p.member()),
                    p.type(),
                    false,
                    traits.ofPart()));
  }

  /** The same value, known to be there. */
  Value present() {
    return new Value(label, expression, type.nonNull(), false, traits);
  }

  /** The same value under another name in the template. */
  Value labelled(String other) {
    return new Value(other, expression, type, isEntry, traits);
  }

  /** The same value under another name in Java. */
  Value as(Expression other) {
    return new Value(label, other, type, isEntry, traits);
  }

  /** Whether it is shown as JSON. */
  boolean isJson() {
    return traits.json() == Traits.JsonReach.WHOLE
        || (traits.json() == Traits.JsonReach.PART && !type.jsonKind().isText());
  }

  /** Whether its text could be an instruction: numbers, booleans and constants cannot. */
  boolean isSuspect() {
    return !traits.untrusted().isEmpty()
        && (isJson()
            || switch (type.kind()) {
              case BOOLEAN, NUMBER, BIG_NUMBER, ENUM -> false;
              default -> type.kind().isText();
            });
  }
}
