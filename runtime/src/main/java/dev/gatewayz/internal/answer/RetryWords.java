package dev.gatewayz.internal.answer;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from a sentence how long a server wants to be left alone, where no header says it. */
final class RetryWords {
  private static final String PART =
      "\\d{1,9}(?:\\.\\d{1,9})?\\s?(?:milliseconds?|millis|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m"
          + "|hours?|hrs?|h|days?|d)(?![a-z])";

  /** Before {@code 1m30s}, {@code 20 seconds}, {@code 1 minute and 5 seconds}. */
  private static final Pattern WAIT =
      Pattern.compile(
          "\\b(?:(?:again|try|trying|retry|retrying|retried|available|allowed|resets?|request) (?:in|after)"
              + "|wait(?: for)?)(?: at least| about| approximately| another)?:? ~?(?<parts>"
              + PART
              + "(?:(?:,|\\s|and){0,3}"
              + PART
              + "){0,3})",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NUMBER_AND_UNIT =
      Pattern.compile("([\\d.]+)\\s?([a-z]+)", Pattern.CASE_INSENSITIVE);

  /** Longer waits are as good as none that ends. */
  private static final double MOST = 1e12;

  private RetryWords() {}

  /** The wait; {@code null} if the sentence names none above zero. */
  static @Nullable Duration in(String sentence) {
    Matcher wait = WAIT.matcher(sentence);
    if (!wait.find()) {
      return null;
    }
    Matcher part = NUMBER_AND_UNIT.matcher(wait.group("parts"));
    double millis = 0;
    while (part.find()) {
      millis += Double.parseDouble(part.group(1)) * millis(part.group(2).toLowerCase(Locale.ROOT));
    }
    return millis >= 1 ? Duration.ofMillis((long) Math.ceil(Math.min(MOST, millis))) : null;
  }

  private static int millis(String unit) {
    if (unit.startsWith("ms") || unit.startsWith("milli")) {
      return 1;
    }
    return switch (unit.charAt(0)) {
      case 's' -> 1_000;
      case 'm' -> 60_000;
      case 'h' -> 3_600_000;
      default -> 86_400_000;
    };
  }
}
