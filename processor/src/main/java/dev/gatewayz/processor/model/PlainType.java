package dev.gatewayz.processor.model;

import java.util.Optional;

/**
 * A value without parts.
 *
 * <p>Text types without a format of JSON Schema have a pattern, so that a server which enforces
 * schemas writes what Java's parser takes.
 */
public enum PlainType {
  STRING("java.lang.String", "string", "", "in.string()"),
  BOOLEAN("java.lang.Boolean", "boolean", "", "in.bool()"),
  INT8("java.lang.Byte", "integer", "", ""),
  INT16("java.lang.Short", "integer", "", ""),
  INT32("java.lang.Integer", "integer", "", "in.int32()"),
  INT64("java.lang.Long", "integer", "", "in.int64()"),
  BIG_INTEGER("java.math.BigInteger", "integer", "", "in.bigInteger()"),
  FLOAT32("java.lang.Float", "number", "", "in.float32()"),
  FLOAT64("java.lang.Double", "number", "", "in.float64()"),
  DECIMAL("java.math.BigDecimal", "number", "", "in.decimal()"),
  UUID("java.util.UUID", "string", "\"format\":\"uuid\"", "in.uuid()"),
  URI("java.net.URI", "string", "", "in.text(\"a URI\", $T::create)"),
  INSTANT("java.time.Instant", "string", Format.DATE_TIME, "in.text(\"a time stamp\", $T::parse)"),
  OFFSET_DATE_TIME(
      "java.time.OffsetDateTime",
      "string",
      Format.DATE_TIME,
      "in.text(\"a date and time with an offset\", $T::parse)"),
  ZONED_DATE_TIME(
      "java.time.ZonedDateTime",
      "string",
      Format.DATE_TIME,
      "in.text(\"a date and time with a zone\", $T::parse)"),
  OFFSET_TIME(
      "java.time.OffsetTime",
      "string",
      "\"format\":\"time\"",
      "in.text(\"a time of day with an offset\", $T::parse)"),
  LOCAL_DATE(
      "java.time.LocalDate", "string", "\"format\":\"date\"", "in.text(\"a date\", $T::parse)"),
  LOCAL_TIME(
      "java.time.LocalTime",
      "string",
      "\"pattern\":\"^" + Format.TIME + "$\"",
      "in.text(\"a time of day\", $T::parse)"),
  LOCAL_DATE_TIME(
      "java.time.LocalDateTime",
      "string",
      "\"pattern\":\"^" + Format.DATE + "T" + Format.TIME + "$\"",
      "in.text(\"a date and time\", $T::parse)"),
  YEAR_MONTH(
      "java.time.YearMonth",
      "string",
      "\"pattern\":\"^" + Format.MONTH + "$\"",
      "in.text(\"a year and month\", $T::parse)"),
  MONTH_DAY(
      "java.time.MonthDay",
      "string",
      "\"pattern\":\"^--(0[1-9]|1[0-2])-" + Format.DAY + "$\"",
      "in.text(\"a month and day\", $T::parse)"),
  YEAR("java.time.Year", "integer", "", ""),
  DURATION(
      "java.time.Duration",
      "string",
      "\"pattern\":\"^PT[0-9]{1,6}H[0-9]{1,2}M[0-9]{1,2}S$\"",
      "in.text(\"a duration\", $T::parse)"),
  PERIOD(
      "java.time.Period",
      "string",
      "\"pattern\":\"^P[0-9]{1,4}Y[0-9]{1,2}M[0-9]{1,2}D$\"",
      "in.text(\"a period\", $T::parse)"),
  ZONE_ID("java.time.ZoneId", "string", "", "in.text(\"a time zone\", $T::of)"),
  ZONE_OFFSET(
      "java.time.ZoneOffset",
      "string",
      "\"pattern\":\"^[+-](0[0-9]|1[0-7]):[0-5][0-9]$\"",
      "in.text(\"an offset from UTC\", $T::of)");

  private static final class Format {
    static final String DATE_TIME = "\"format\":\"date-time\"";
    static final String MONTH = "[0-9]{4}-(0[1-9]|1[0-2])";
    static final String DAY = "(0[1-9]|[12][0-9]|3[01])";
    static final String DATE = MONTH + "-" + DAY;
    static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]";
  }

  private final String javaName;
  private final String jsonType;
  private final String keywords;
  private final String reading;

  PlainType(String javaName, String jsonType, String keywords, String reading) {
    this.javaName = javaName;
    this.jsonType = jsonType;
    this.keywords = keywords;
    this.reading = reading;
  }

  /** The one that a class stands for; primitives go by their boxes. */
  public static Optional<PlainType> of(String javaName) {
    for (PlainType type : values()) {
      if (type.javaName.equals(javaName)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** What JSON Schema calls it. */
  public String jsonType() {
    return jsonType;
  }

  /** Further keywords of its schema, as JSON without braces; empty for none. */
  public String keywords() {
    return keywords;
  }

  /** The Java that reads it from {@code in}, a hole for its class; empty for whole numbers. */
  public String reading() {
    return reading;
  }

  /** Whether it is a number. */
  public boolean isNumber() {
    return !jsonType.equals("string") && this != BOOLEAN;
  }

  /** Whether it is a whole number that fits a {@code long}. */
  public boolean isInteger() {
    return jsonType.equals("integer") && this != BIG_INTEGER;
  }

  /** The least value of a whole number. */
  public long least() {
    return switch (this) {
      case INT8 -> Byte.MIN_VALUE;
      case INT16 -> Short.MIN_VALUE;
      case INT32 -> Integer.MIN_VALUE;
      case YEAR -> -999_999_999;
      default -> Long.MIN_VALUE;
    };
  }

  /** The greatest value of a whole number. */
  public long most() {
    return switch (this) {
      case INT8 -> Byte.MAX_VALUE;
      case INT16 -> Short.MAX_VALUE;
      case INT32 -> Integer.MAX_VALUE;
      case YEAR -> 999_999_999;
      default -> Long.MAX_VALUE;
    };
  }
}
