package dev.gatewayz;

/**
 * The key that pays for calls. It shows itself to nobody: {@link #toString()} hides it, and only
 * the {@code Authorization} header of requests carries it, to the base of the client or to one that
 * a call, a fallback or an interceptor names.
 */
public final class ApiKey {
  private final String secret;

  private ApiKey(String secret) {
    this.secret = secret;
  }

  /**
   * {@return a key} Surrounding white space, as pasting leaves it, is dropped.
   *
   * @param secret the key, of printable ASCII
   * @throws IllegalArgumentException if the key is blank or cannot be sent in a header
   */
  public static ApiKey of(String secret) {
    String key = secret.strip();
    if (key.isEmpty()) {
      throw new IllegalArgumentException("The API key is blank.");
    }
    for (int i = 0; i < key.length(); i++) {
      if (key.charAt(i) <= ' ' || key.charAt(i) > '~') {
        throw new IllegalArgumentException(
            "The API key has a character that cannot be sent in a header, at position "
                + (i + 1)
                + ".");
      }
    }
    return new ApiKey(key);
  }

  /** {@return the key itself} Keep it out of logs. */
  public String secret() {
    return secret;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ApiKey key && key.secret.equals(secret);
  }

  @Override
  public int hashCode() {
    return secret.hashCode();
  }

  @Override
  public String toString() {
    return "ApiKey[hidden]";
  }
}
