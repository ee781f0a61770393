package dev.gatewayz.codegen;

import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** Which of several names a text is: that of a constant, as models write it. */
final class NearName {
  /** What may join the words of a constant's name. */
  private static final Pattern JOINTS = Pattern.compile("[\\s_-]+");

  private NearName() {}

  /**
   * The place of the name that the text is; -1 if it is none.
   *
   * @param lenient whether a name counts that differs in case, or in what joins its words, alone
   */
  static int place(String text, int count, IntFunction<String> name, boolean lenient) {
    for (int i = 0; i < count; i++) {
      if (name.apply(i).equals(text)) {
        return i;
      }
    }
    return lenient ? placeAlike(text, count, name) : -1;
  }

  private static int placeAlike(String text, int count, IntFunction<String> name) {
    String stripped = text.strip();
    String plain = plain(stripped);
    int found = -1;
    for (int i = 0; i < count; i++) {
      if (name.apply(i).equalsIgnoreCase(stripped)) {
        return i;
      }
      if (plain(name.apply(i)).equals(plain)) {
        if (found >= 0) {
          return -1;
        }
        found = i;
      }
    }
    return found;
  }

  private static String plain(String name) {
    String joined = JOINTS.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    return joined.endsWith(".") ? joined.substring(0, joined.length() - 1) : joined;
  }
}
