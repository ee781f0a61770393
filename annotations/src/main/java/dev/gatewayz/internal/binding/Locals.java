package dev.gatewayz.internal.binding;

import java.util.HashSet;
import java.util.Set;

/** Names for variables of generated code, none of which is taken. */
public final class Locals {
  /** Where a variable has the name of a package, no class of that package can be named. */
  private static final Set<String> PACKAGES =
      Set.of("com", "dev", "io", "jakarta", "java", "javax", "net", "org", "reactor");

  private static final Set<String> KEYWORDS =
      Set.of(
          ("_ abstract assert boolean break byte case catch char class const continue "
                  + "default do double else enum extends false final finally float for goto if "
                  + "implements import instanceof int interface long native new null package private "
                  + "protected public return short static strictfp super switch synchronized this "
                  + "throw throws transient true try void volatile while")
              .split(" "));

  private final Set<String> taken = new HashSet<>();

  /**
   * Names of variables in methods, parameters included. None is like that of a class, which it
   * would hide.
   */
  public static Locals ofMethod() {
    Locals locals = new Locals();
    locals.taken.addAll(PACKAGES);
    return locals;
  }

  /** A name for a variable that should be called that. */
  public static String variable(String wanted) {
    char first = wanted.charAt(0);
    return Character.isUpperCase(first)
        ? Character.toLowerCase(first) + wanted.substring(1)
        : wanted;
  }

  /** Reserves a name. */
  public void take(String name) {
    taken.add(name);
  }

  /** A name for one element of what {@code label} names: {@code ticker} for {@code tickers}. */
  public String element(String label) {
    String last = last(label);
    boolean isPlural = last.length() > 3 && last.endsWith("s") && !last.endsWith("ss");
    return free(isPlural ? variable(last.substring(0, last.length() - 1)) : "item");
  }

  /** A name for the value that {@code label} names. */
  public String value(String label) {
    return free(variable(last(label)));
  }

  /** That name, or one like it that is free. */
  public String free(String wanted) {
    String name = isIdentifier(wanted) ? wanted : "value";
    String free = name;
    for (int i = 2; !taken.add(free); i++) {
      free = name + i;
    }
    return free;
  }

  private static String last(String label) {
    return label.substring(label.lastIndexOf('.') + 1);
  }

  private static boolean isIdentifier(String name) {
    return !name.isEmpty()
        && Character.isJavaIdentifierStart(name.charAt(0))
        && name.chars().allMatch(Character::isJavaIdentifierPart)
        && !KEYWORDS.contains(name);
  }
}
