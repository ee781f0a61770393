package dev.gatewayz.codegen;

import dev.gatewayz.internal.json.JsonTokens;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Numbers of any size, within reason: one such as {@code 1e999999999} is a few characters in an
 * answer and a gigabyte in arithmetic.
 */
final class JsonNumber {
  /** How many digits may stand before the decimal point, and how many behind it. */
  private static final int MAX_DIGITS = 1_000;

  private static final Pattern GROUPED_WHOLE = Pattern.compile("-?\\d{1,3}(?:,\\d{3})+");
  private static final Pattern GROUPED =
      Pattern.compile("-?\\d{1,3}(?:(?:,\\d{3}){2,}(?:\\.\\d+)?|,\\d{3}\\.\\d+)");

  private JsonNumber() {}

  /** A whole number within a range. */
  static long whole(JsonTokens in, boolean lenient, long low, long high) {
    if (in.isLong()) {
      long number = in.int64();
      if (number >= low && number <= high) {
        return number;
      }
    } else if (in.current() != JsonToken.VALUE_NUMBER_INT) {
      try {
        long number = number(in, lenient, true).longValueExact();
        if (number >= low && number <= high) {
          return number;
        }
      } catch (ArithmeticException e) {
        // Not whole, or beyond any long: said below.
      }
    }
    throw JsonMismatch.at(in, "a whole number from " + low + " to " + high);
  }

  static double float64(JsonTokens in, boolean lenient) {
    double value = isNumber(in) ? in.float64() : decimal(in, lenient).doubleValue();
    if (Double.isInfinite(value)) {
      throw JsonMismatch.at(in, "a number that fits a double");
    }
    return value;
  }

  static float float32(JsonTokens in, boolean lenient) {
    float value = isNumber(in) ? in.float32() : decimal(in, lenient).floatValue();
    if (Float.isInfinite(value)) {
      throw JsonMismatch.at(in, "a number that fits a float");
    }
    return value;
  }

  static BigDecimal decimal(JsonTokens in, boolean lenient) {
    return number(in, lenient, false);
  }

  static BigInteger bigInteger(JsonTokens in, boolean lenient) {
    try {
      return number(in, lenient, true).toBigIntegerExact();
    } catch (ArithmeticException e) {
      throw JsonMismatch.at(in, "a whole number");
    }
  }

  private static BigDecimal number(JsonTokens in, boolean lenient, boolean isWhole) {
    BigDecimal number = read(in, lenient, isWhole);
    if (number == null) {
      String expected = isWhole ? "a whole number" : "a number";
      throw JsonMismatch.at(
          in, isNumber(in) ? expected + " of at most " + MAX_DIGITS + " digits" : expected);
    }
    return number;
  }

  private static boolean isNumber(JsonTokens in) {
    JsonToken token = in.current();
    return token != null && token.isNumeric();
  }

  /** The number that is current, or is current as text; {@code null} if it is none or too large. */
  private static @Nullable BigDecimal read(JsonTokens in, boolean lenient, boolean isWhole) {
    JsonToken token = in.current();
    try {
      if (token != null && token.isNumeric()) {
        return bounded(in.decimal());
      }
      if (lenient && token == JsonToken.VALUE_STRING) {
        String text = in.string().strip();
        if (text.length() > 2 * MAX_DIGITS) {
          return null;
        }
        // A comma with nothing else to tell is the decimal point of half of the world.
        boolean isGrouped = (isWhole ? GROUPED_WHOLE : GROUPED).matcher(text).matches();
        return bounded(new BigDecimal(isGrouped ? text.replace(",", "") : text));
      }
    } catch (NumberFormatException e) {
      // An exponent beyond any, or no number at all.
    }
    return null;
  }

  private static @Nullable BigDecimal bounded(BigDecimal value) {
    long whole = (long) value.precision() - value.scale();
    return whole > MAX_DIGITS || value.scale() > MAX_DIGITS ? null : value;
  }
}
