package dev.gatewayz.internal.syntax;

import java.util.Locale;
import java.util.Set;

/** Checks headers that users set, before they can reach a connection. */
public final class HeaderSyntax {
  private static final String TOKEN = "!#$%&'*+-.^_`|~";

  /** Written by the client itself; another value would break the exchange, or leak the key. */
  private static final Set<String> OWN =
      Set.of(
          "authorization",
          "connection",
          "content-length",
          "content-type",
          "host",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "accept-encoding");

  private HeaderSyntax() {}

  /**
   * Returns a header name in lower case.
   *
   * @throws IllegalArgumentException if it is no name, or one that only the client itself writes
   */
  public static String requireName(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("The name of a header is empty.");
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean isLetterOrDigit =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!isLetterOrDigit && TOKEN.indexOf(c) < 0) {
        throw new IllegalArgumentException(
            "The header name \""
                + printable(name)
                + "\" has a character that names must not have, at position "
                + (i + 1)
                + ".");
      }
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (OWN.contains(lower)) {
      throw new IllegalArgumentException(
          "The header \""
              + lower
              + "\" is written by the client itself"
              + (lower.equals("authorization") ? "; use apiKey(…)." : "."));
    }
    return lower;
  }

  /**
   * Returns the value of a header.
   *
   * @throws IllegalArgumentException if it has line breaks, control characters or characters
   *     outside ASCII
   */
  public static String requireValue(String name, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c > '~') {
        throw new IllegalArgumentException(
            "The value of the header \""
                + name
                + "\" has a character that cannot be sent, at position "
                + (i + 1)
                + "; only printable ASCII is allowed.");
      }
    }
    if (!value.equals(value.strip())) {
      throw new IllegalArgumentException(
          "The value of the header \"" + name + "\" begins or ends with white space.");
    }
    return value;
  }

  private static String printable(String name) {
    return name.replaceAll("[^ -~]", "?");
  }
}
