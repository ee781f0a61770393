package dev.gatewayz.internal.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The head of a response. Immutable. */
public interface ResponseHead {

  /** The final status, 200 to 599 as a rule. */
  int status();

  /** The first value of a header, {@code null} if there is none. */
  @Nullable String header(CharSequence name);

  /** All headers by lower-case name; several values of one are joined by commas. */
  Map<String, String> headers();
}
