package dev.gatewayz.internal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a tag names: a parameter or a property, with properties of it behind dots.
 *
 * @param parts the names between the dots; none for {@code .}, the value of the section around it
 */
public record Name(List<String> parts) {

  /** Copies the list. */
  public Name {
    parts = List.copyOf(parts);
  }

  /** Reads a name, if that is what {@code text} is. */
  public static Optional<Name> parse(String text) {
    if (text.equals(".")) {
      return Optional.of(new Name(List.of()));
    }
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '.') {
        if (i == start) {
          return Optional.empty();
        }
        parts.add(text.substring(start, i));
        start = i + 1;
      } else if (!isPart(text.charAt(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(new Name(parts));
  }

  /** Whether {@code text} can stand between two dots. */
  public static boolean isPart(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> isPart((char) c));
  }

  private static boolean isPart(char c) {
    return c == '-' || (Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
  }

  /** Whether this is {@code .}. */
  public boolean isDot() {
    return parts.isEmpty();
  }

  /** What is looked up in scopes: the first part, or {@code .}. */
  public String first() {
    return isDot() ? "." : parts.get(0);
  }

  @Override
  public String toString() {
    return isDot() ? "." : String.join(".", parts);
  }
}
