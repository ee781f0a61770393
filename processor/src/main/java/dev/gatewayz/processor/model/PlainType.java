package dev.gatewayz.processor.model;

import java.util.Optional;

/** A value without parts. */
public enum PlainType {
  STRING("java.lang.String", JsonType.STRING),
  BOOLEAN("java.lang.Boolean", JsonType.BOOLEAN),
  INT8("java.lang.Byte", JsonType.INTEGER),
  INT16("java.lang.Short", JsonType.INTEGER),
  INT32("java.lang.Integer", JsonType.INTEGER),
  INT64("java.lang.Long", JsonType.INTEGER),
  BIG_INTEGER("java.math.BigInteger", JsonType.INTEGER),
  FLOAT32("java.lang.Float", JsonType.NUMBER),
  FLOAT64("java.lang.Double", JsonType.NUMBER),
  DECIMAL("java.math.BigDecimal", JsonType.NUMBER),
  UUID("java.util.UUID", JsonType.STRING),
  URI("java.net.URI", JsonType.STRING),
  INSTANT("java.time.Instant", JsonType.STRING),
  OFFSET_DATE_TIME("java.time.OffsetDateTime", JsonType.STRING),
  ZONED_DATE_TIME("java.time.ZonedDateTime", JsonType.STRING),
  OFFSET_TIME("java.time.OffsetTime", JsonType.STRING),
  LOCAL_DATE("java.time.LocalDate", JsonType.STRING),
  LOCAL_TIME("java.time.LocalTime", JsonType.STRING),
  LOCAL_DATE_TIME("java.time.LocalDateTime", JsonType.STRING),
  YEAR_MONTH("java.time.YearMonth", JsonType.STRING),
  MONTH_DAY("java.time.MonthDay", JsonType.STRING),
  YEAR("java.time.Year", JsonType.INTEGER),
  DURATION("java.time.Duration", JsonType.STRING),
  PERIOD("java.time.Period", JsonType.STRING),
  ZONE_ID("java.time.ZoneId", JsonType.STRING),
  ZONE_OFFSET("java.time.ZoneOffset", JsonType.STRING);

  /** What JSON writes it as. */
  public enum JsonType {
    STRING,
    BOOLEAN,
    INTEGER,
    NUMBER
  }

  private final String javaName;
  private final JsonType jsonType;

  PlainType(String javaName, JsonType jsonType) {
    this.javaName = javaName;
    this.jsonType = jsonType;
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

  /** What JSON writes it as. */
  public JsonType jsonType() {
    return jsonType;
  }

  /** Whether it is a number. */
  public boolean isNumber() {
    return jsonType == JsonType.INTEGER || jsonType == JsonType.NUMBER;
  }

  /** Whether it is a whole number that fits a {@code long}. */
  public boolean isInteger() {
    return jsonType == JsonType.INTEGER && this != BIG_INTEGER;
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
