package dev.gatewayz.processor.schema;

import dev.gatewayz.processor.model.Constraint;
import java.util.regex.Pattern;

/** Regular expressions that mean the same to Java and to JSON Schema. */
final class Regex {
  /**
   * What only Java has, or what servers do not build into a grammar: possessive quantifiers, groups
   * other than plain ones, quotes, classes inside classes, boundaries and back references.
   */
  private static final Pattern FOREIGN =
      Pattern.compile("[*+?}]\\+|\\(\\?|\\\\[QEpPbBAGzZXRhHvVkNxuc0-9]|&&|\\[[^\\]]*\\[");

  private Regex() {}

  static boolean isPortable(Constraint.Matching matching) {
    return matching.flags() == 0 && !FOREIGN.matcher(matching.regex()).find();
  }

  /** JSON Schema looks for a match anywhere, unless it is anchored. */
  static String anchored(String regex) {
    boolean isAnchored = regex.startsWith("^") && regex.endsWith("$") && !regex.endsWith("\\$");
    String inner = isAnchored ? regex.substring(1, regex.length() - 1) : regex;
    return inner.contains("|") ? "^(" + inner + ")$" : "^" + inner + "$";
  }
}
