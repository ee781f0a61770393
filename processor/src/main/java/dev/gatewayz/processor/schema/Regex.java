package dev.gatewayz.processor.schema;

import dev.gatewayz.processor.model.Constraint;
import java.util.Optional;

/**
 * Regular expressions in the part of the language that Java, JSON Schema and the grammars of
 * inference servers share: groups, classes, alternatives and quantifiers. What can be said in it is
 * translated, character classes for example; all else is left to the check of what was read.
 */
final class Regex {
  private static final String PLAIN_OUTSIDE = "^$.[]()|{}*+?\\tnr";
  private static final String PLAIN_INSIDE = "[]\\tnr";
  private static final String NEEDLESS_INSIDE = ".$*+?(){}|/ ";

  private final String regex;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private Regex(String regex) {
    this.regex = regex;
  }

  /** The expression for a schema, anchored at both ends; empty if it cannot be said there. */
  static Optional<String> portable(Constraint.Matching matching) {
    String regex = matching.regex();
    boolean isAnchored =
        regex.length() > 1
            && regex.startsWith("^")
            && regex.endsWith("$")
            && !regex.endsWith("\\$");
    Regex translation = new Regex(isAnchored ? regex.substring(1, regex.length() - 1) : regex);
    if (matching.flags() != 0 || !translation.translate()) {
      return Optional.empty();
    }
    String inner = translation.out.toString();
    return Optional.of(inner.contains("|") ? "^(" + inner + ")$" : "^" + inner + "$");
  }

  static boolean isPortable(Constraint.Matching matching) {
    return portable(matching).isPresent();
  }

  private boolean translate() {
    while (at < regex.length()) {
      char c = regex.charAt(at++);
      boolean isKnown =
          switch (c) {
            case '\\' -> escape(false);
            case '[' -> characters();
            case '(' -> group();
            case '^', '$' -> false;
            case '*', '+', '?', '}' -> quantifier(c);
            default -> copy(c);
          };
      if (!isKnown) {
        return false;
      }
    }
    return true;
  }

  private boolean copy(char c) {
    out.append(c);
    return true;
  }

  /** All of the text must match, so it makes no difference whether a quantifier is reluctant. */
  private boolean quantifier(char c) {
    if (at < regex.length() && regex.charAt(at) == '?') {
      at++;
    }
    return copy(c) && (at == regex.length() || regex.charAt(at) != '+');
  }

  private boolean group() {
    if (regex.startsWith("?:", at)) {
      at += 2;
    } else if (regex.startsWith("?", at)) {
      return false;
    }
    return copy('(');
  }

  private boolean characters() {
    copy('[');
    if (regex.startsWith("^", at)) {
      copy(regex.charAt(at++));
    }
    while (at < regex.length()) {
      char c = regex.charAt(at++);
      if (c == ']') {
        return copy(c);
      }
      boolean isIntersection = c == '&' && regex.startsWith("&", at);
      if (c == '[' || isIntersection || !(c == '\\' ? escape(true) : copy(c))) {
        return false;
      }
    }
    return false;
  }

  private boolean escape(boolean inside) {
    if (at == regex.length()) {
      return false;
    }
    char c = regex.charAt(at++);
    String set =
        switch (Character.toLowerCase(c)) {
          case 'd' -> "0-9";
          case 'w' -> "A-Za-z0-9_";
          case 's' -> " \\t\\n\\r";
          default -> "";
        };
    if (!set.isEmpty()) {
      boolean isNegated = Character.isUpperCase(c);
      out.append(inside ? set : (isNegated ? "[^" : "[") + set + "]");
      return !(inside && isNegated);
    }
    if ((inside ? PLAIN_INSIDE : PLAIN_OUTSIDE).indexOf(c) >= 0) {
      return copy('\\') && copy(c);
    }
    return (inside ? NEEDLESS_INSIDE : "-/ ").indexOf(c) >= 0 && copy(c);
  }
}
