package dev.gatewayz.internal.answer;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from a sentence when a limit begins anew. */
final class ResetWords {
  private static final Pattern RESETS_AT =
      Pattern.compile(
          "\\bresets? (?:at|on):?\\s*(\\d{4}-\\d\\d-\\d\\d)(?:[T ]([0-9:+.-]*[0-9])\\s?(?:Z|UTC|GMT)?)?",
          Pattern.CASE_INSENSITIVE);

  private ResetWords() {}

  /** How long it is until then; {@code null} if the sentence names no time to come. */
  static @Nullable Duration in(String sentence, Instant now) {
    Matcher matcher = RESETS_AT.matcher(sentence);
    if (!matcher.find()) {
      return null;
    }
    String time = matcher.group(2);
    String date = matcher.group(1) + "T" + (time == null ? "00:00" : time);
    Instant reset;
    try {
      reset = OffsetDateTime.parse(date).toInstant();
    } catch (DateTimeException e) {
      try {
        reset = LocalDateTime.parse(date).toInstant(ZoneOffset.UTC);
      } catch (DateTimeException neither) {
        return null;
      }
    }
    return reset.isAfter(now) ? Duration.between(now, reset) : null;
  }
}
