package dev.gatewayz.internal.answer;

import dev.gatewayz.internal.http.Origin;
import org.jspecify.annotations.Nullable;

/** The other address of Gatewayz, for errors which say that nobody is at the default one. */
final class OtherAddress {
  private static final String DEFAULT_HOST = "api.gatewayz.com";

  private OtherAddress() {}

  /** An advice, with the other address where the default one failed. */
  static String after(String advice, @Nullable Origin origin) {
    return origin != null && origin.host().equals(DEFAULT_HOST)
        ? advice
            + " Gatewayz also answers at https://api.gatewayz.ai: set it with apiBase(…) or"
            + " GATEWAYZ_API_BASE."
        : advice;
  }
}
