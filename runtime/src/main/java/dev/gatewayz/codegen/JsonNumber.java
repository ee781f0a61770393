package dev.gatewayz.codegen;

import dev.gatewayz.internal.json.JsonTokens;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Numbers of any size, within reason: one such as {@code 1e999999999} is a few characters in an
 * answer and a gigabyte in arithmetic.
 */
final class JsonNumber {
  /** How many digits may stand before the decimal point, and how many behind it. */
  static final int MAX_DIGITS = 1_000;

  private static final Pattern GROUPED_WHOLE = Pattern.compile("-?\\d{1,3}(?:,\\d{3})+");
  private static final Pattern GROUPED =
      Pattern.compile("-?\\d{1,3}(?:(?:,\\d{3}){2,}(?:\\.\\d+)?|,\\d{3}\\.\\d+)");

  private JsonNumber() {}

  /** The number that is current, or is current as text; {@code null} if it is none or too large. */
  static @Nullable BigDecimal read(JsonTokens in, boolean lenient, boolean isWhole) {
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
