package dev.gatewayz.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times that are nearly in the form of ISO 8601, with the year first, so that they can
 * mean one thing only.
 */
final class NearIso {
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})"
              + "(?:[T ](\\d{1,2}:\\d{2})(:\\d{2}(?:\\.\\d{1,9})?)?\\s?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern EARLY = Pattern.compile("\\d:\\d{2}(?::.*)?");

  private NearIso() {}

  /** What a text may be in that form; itself, without white space around it, first. */
  static List<String> of(String text) {
    String stripped = text.strip();
    List<String> forms = new ArrayList<>(3);
    forms.add(stripped);
    Matcher matcher = DATE_TIME.matcher(stripped);
    if (matcher.matches()) {
      String date =
          matcher.group(1) + "-" + twoDigits(matcher.group(3)) + "-" + twoDigits(matcher.group(4));
      String time = matcher.group(5);
      if (time == null) {
        forms.add(date);
      } else {
        String seconds = matcher.group(6) == null ? ":00" : matcher.group(6);
        String clock = (time.length() == 4 ? "0" : "") + time + seconds;
        forms.add(date + "T" + clock + offset(matcher.group(7)));
        if (clock.matches("00:00:00(?:\\.0+)?")) {
          // Midnight is how a date is written that has to be a time.
          forms.add(date);
        }
      }
    } else if (EARLY.matcher(stripped).matches()) {
      forms.add("0" + stripped);
    }
    return forms;
  }

  private static String twoDigits(String number) {
    return number.length() == 1 ? "0" + number : number;
  }

  private static String offset(@Nullable String offset) {
    if (offset == null) {
      return "";
    }
    String upper = offset.toUpperCase(Locale.ROOT);
    if (Character.isLetter(upper.charAt(0))) {
      return "Z";
    }
    return upper.length() == 5 ? upper.substring(0, 3) + ":" + upper.substring(3) : upper;
  }
}
