package dev.gatewayz.internal.wire;

import dev.gatewayz.internal.json.JsonScanner;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What a gateway says that an answer cost, in US dollars. Only a number is one: whatever is below
 * zero, of absurd size, text, or nothing at all counts as not said.
 */
public final class Costs {
  /**
   * More digits, or zeros beside them, make no sense in dollars, and sums of them take for ever.
   */
  private static final int MOST_DIGITS = 40;

  private static final int LONGEST_HEADER = 2 * MOST_DIGITS;

  private Costs() {}

  /** Reads the value of a header, {@code null} if there is none. */
  public static @Nullable BigDecimal ofHeader(@Nullable String value) {
    if (value == null || value.length() > LONGEST_HEADER) {
      return null;
    }
    try {
      return of(new BigDecimal(value.strip()));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Reads a number, or the {@code total_cost} of an object; skips anything else. */
  static @Nullable BigDecimal of(JsonParser in, JsonToken token) {
    if (token == JsonToken.START_OBJECT) {
      return total(in);
    }
    if (!token.isNumeric()) {
      in.skipChildren();
      return null;
    }
    try {
      return in.isNaN() ? null : of(in.getDecimalValue());
    } catch (JacksonException | ArithmeticException | NumberFormatException e) {
      // Its exponent has no end.
      return null;
    }
  }

  private static @Nullable BigDecimal total(JsonParser in) {
    BigDecimal total = null;
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean isTotal = in.currentName().equals("total_cost");
      JsonToken token = in.nextToken();
      if (isTotal && token.isNumeric()) {
        total = of(in, token);
      } else {
        in.skipChildren();
      }
    }
    return total;
  }

  /** Reads a number, or skips what is none; is unsure about objects. */
  static @Nullable BigDecimal of(JsonScanner in) {
    if (in.peek() == '{') {
      throw JsonScanner.Unsure.INSTANCE;
    }
    String number = in.decimalOrSkip();
    return number == null ? null : of(new BigDecimal(number));
  }

  private static @Nullable BigDecimal of(BigDecimal said) {
    boolean makesSense =
        said.signum() >= 0
            && said.precision() <= MOST_DIGITS
            && said.scale() <= MOST_DIGITS
            && said.scale() >= -MOST_DIGITS;
    return makesSense ? said : null;
  }
}
