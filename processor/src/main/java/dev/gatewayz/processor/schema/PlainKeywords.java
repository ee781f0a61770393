package dev.gatewayz.processor.schema;

import dev.gatewayz.processor.model.PlainType;
import java.util.Locale;

/**
 * The schema of values without parts.
 *
 * <p>Text types without a format of JSON Schema have a pattern, so that a server which enforces
 * schemas writes what Java's parser takes.
 */
final class PlainKeywords {
  private static final String MONTH = "[0-9]{4}-(0[1-9]|1[0-2])";
  private static final String DAY = "(0[1-9]|[12][0-9]|3[01])";
  private static final String DATE = MONTH + "-" + DAY;
  private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]";

  private PlainKeywords() {}

  static Keywords of(PlainType type) {
    Keywords schema = Keywords.ofType(type.jsonType().name().toLowerCase(Locale.ROOT));
    return switch (type) {
      case STRING, BOOLEAN, INT64, BIG_INTEGER, FLOAT32, FLOAT64, DECIMAL, URI, ZONE_ID -> schema;
      case INT8, INT16, INT32, YEAR ->
          schema
              .json("minimum", Long.toString(type.least()))
              .json("maximum", Long.toString(type.most()));
      case UUID -> schema.text("format", "uuid");
      case INSTANT, OFFSET_DATE_TIME, ZONED_DATE_TIME -> schema.text("format", "date-time");
      case OFFSET_TIME -> schema.text("format", "time");
      case LOCAL_DATE -> schema.text("format", "date");
      case LOCAL_TIME -> pattern(schema, TIME);
      case LOCAL_DATE_TIME -> pattern(schema, DATE + "T" + TIME);
      case YEAR_MONTH -> pattern(schema, MONTH);
      case MONTH_DAY -> pattern(schema, "--(0[1-9]|1[0-2])-" + DAY);
      case DURATION -> pattern(schema, "PT[0-9]{1,6}H[0-9]{1,2}M[0-9]{1,2}S");
      case PERIOD -> pattern(schema, "P[0-9]{1,4}Y[0-9]{1,2}M[0-9]{1,2}D");
      case ZONE_OFFSET -> pattern(schema, "[+-](0[0-9]|1[0-7]):[0-5][0-9]");
    };
  }

  private static Keywords pattern(Keywords schema, String regex) {
    return schema.text("pattern", "^" + regex + "$");
  }
}
