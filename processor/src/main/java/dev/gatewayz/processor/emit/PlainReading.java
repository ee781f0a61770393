package dev.gatewayz.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.gatewayz.processor.model.PlainType;
import java.util.Optional;

/**
 * How generated code reads a value without parts.
 *
 * @param method the method of {@code JsonIn}
 * @param parser what makes a value of the text that the method reads, if it reads text for that
 */
record PlainReading(String method, Optional<Parser> parser) {

  /**
   * A factory of a class that takes text.
   *
   * @param words what the text is, for whoever reads the error
   * @param factory the static method
   */
  record Parser(String words, String factory) {}

  /** The reading of a type; empty for whole numbers that have no method of their own. */
  static Optional<PlainReading> of(PlainType type) {
    return switch (type) {
      case INT8, INT16, YEAR -> Optional.empty();
      case STRING -> by("string");
      case BOOLEAN -> by("bool");
      case INT32 -> by("int32");
      case INT64 -> by("int64");
      case BIG_INTEGER -> by("bigInteger");
      case FLOAT32 -> by("float32");
      case FLOAT64 -> by("float64");
      case DECIMAL -> by("decimal");
      case UUID -> by("uuid");
      case URI -> text("a URI", "create");
      case INSTANT -> text("a time stamp", "parse");
      case OFFSET_DATE_TIME -> text("a date and time with an offset", "parse");
      case ZONED_DATE_TIME -> text("a date and time with a zone", "parse");
      case OFFSET_TIME -> text("a time of day with an offset", "parse");
      case LOCAL_DATE -> text("a date", "parse");
      case LOCAL_TIME -> text("a time of day", "parse");
      case LOCAL_DATE_TIME -> text("a date and time", "parse");
      case YEAR_MONTH -> text("a year and month", "parse");
      case MONTH_DAY -> text("a month and day", "parse");
      case DURATION -> text("a duration", "parse");
      case PERIOD -> text("a period", "parse");
      case ZONE_ID -> text("a time zone", "of");
      case ZONE_OFFSET -> text("an offset from UTC", "of");
    };
  }

  private static Optional<PlainReading> by(String method) {
    return Optional.of(new PlainReading(method, Optional.empty()));
  }

  private static Optional<PlainReading> text(String words, String factory) {
    return Optional.of(new PlainReading("text", Optional.of(new Parser(words, factory))));
  }

  /** The expression that reads a value of the class {@code java} from {@code in}. */
  CodeBlock call(String in, TypeName java) {
    return parser
        .map(p -> CodeBlock.of("$L.$L($S, $T::$L)", in, method, p.words(), java, p.factory()))
        .orElseGet(() -> CodeBlock.of("$L.$L()", in, method));
  }
}
