package dev.gatewayz.internal.wire;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers that servers write as text. */
final class NumberText {
  private static final Pattern NUMBER = Pattern.compile("\\s*-?[0-9]{1,18}(\\.[0-9]{1,18})?\\s*");

  private NumberText() {}

  /** The whole number that a text holds, a fraction cut off; {@code null} if it holds none. */
  static @Nullable Long read(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return null;
    }
    String number = text.strip();
    int point = number.indexOf('.');
    return Long.valueOf(point < 0 ? number : number.substring(0, point));
  }
}
