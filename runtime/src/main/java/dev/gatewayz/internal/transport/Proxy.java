package dev.gatewayz.internal.transport;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy that opens tunnels with {@code CONNECT}. Its credentials are never shown.
 *
 * @param host a name or an address
 * @param port 1 to 65535
 * @param authorization the value of {@code Proxy-Authorization}, {@code null} for none
 */
public record Proxy(String host, int port, @Nullable String authorization) {

  /**
   * The proxy at an {@code http:} URL, which may hold a user and a password.
   *
   * @throws IllegalArgumentException if it is no such URL
   */
  public static Proxy parse(String url) {
    URI uri;
    try {
      uri = URI.create(url.contains("://") ? url : "http://" + url);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("The proxy's address is not a URL.");
    }
    if (!"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
      throw new IllegalArgumentException(
          "The proxy's address must be a host, or a URL that begins with http://.");
    }
    String user = uri.getUserInfo();
    int port = uri.getPort() > 0 ? uri.getPort() : 80;
    return new Proxy(uri.getHost(), port, user == null ? null : basic(user));
  }

  /** The value of {@code Proxy-Authorization} for {@code user:password}. */
  private static String basic(String userInfo) {
    return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "http://" + host + ":" + port;
  }
}
