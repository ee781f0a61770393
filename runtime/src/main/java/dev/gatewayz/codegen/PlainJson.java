package dev.gatewayz.codegen;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Values of {@code java.time} in the form in which schemas ask for them, so that what was shown can
 * be an answer: years are numbers, and times have seconds and no names of zones.
 */
final class PlainJson {
  private PlainJson() {}

  /** A value as it is to be written: a number, a boolean, or what its text is. */
  static @Nullable Object of(@Nullable Object value) {
    return value instanceof TemporalAccessor time ? of(time) : value;
  }

  private static Object of(TemporalAccessor time) {
    if (time instanceof Year year) {
      return year.getValue();
    }
    if (time instanceof LocalTime) {
      return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
    }
    if (time instanceof LocalDateTime) {
      return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }
    if (time instanceof OffsetTime) {
      return DateTimeFormatter.ISO_OFFSET_TIME.format(time);
    }
    if (time instanceof OffsetDateTime || time instanceof ZonedDateTime) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
    return time;
  }
}
