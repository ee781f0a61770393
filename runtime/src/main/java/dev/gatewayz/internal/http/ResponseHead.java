package dev.gatewayz.internal.http;

import org.jspecify.annotations.Nullable;

/** The head of a response, readable as long as the callback runs that hands it over. */
public interface ResponseHead {

  /** The final status, 200 to 599 as a rule. */
  int status();

  /** The first value of a header, {@code null} if there is none. */
  @Nullable String header(CharSequence name);
}
