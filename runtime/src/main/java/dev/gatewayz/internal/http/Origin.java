package dev.gatewayz.internal.http;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where connections go: scheme, host and port of a gateway.
 *
 * @param secure whether the connection is encrypted
 * @param host a name or an address, lower case, IPv6 addresses without brackets
 * @param port 1 to 65535
 */
public record Origin(boolean secure, String host, int port) {

  /** Names with an underscore, which {@link URI} does not take for hosts but networks do. */
  private static final class Loose {
    static final Pattern AUTHORITY = Pattern.compile("([A-Za-z0-9._-]+)(?::([0-9]{1,5}))?");
  }

  /**
   * The origin of an {@code http:} or {@code https:} URL.
   *
   * @throws IllegalArgumentException if it names no host
   */
  public static Origin of(URI url) {
    boolean secure = "https".equalsIgnoreCase(url.getScheme());
    int usual = secure ? 443 : 80;
    if (url.getHost() == null) {
      String authority = url.getRawAuthority();
      Matcher loose = Loose.AUTHORITY.matcher(authority == null ? "" : authority);
      if (!loose.matches()) {
        throw new IllegalArgumentException("The URL names no host.");
      }
      String port = loose.group(2);
      return new Origin(
          secure,
          loose.group(1).toLowerCase(Locale.ROOT),
          port == null ? usual : Integer.parseInt(port));
    }
    String host = url.getHost().toLowerCase(Locale.ROOT);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    return new Origin(secure, host, url.getPort() >= 0 ? url.getPort() : usual);
  }

  /** {@code https} or {@code http}. */
  public String scheme() {
    return secure ? "https" : "http";
  }

  /** Host and port as a request names them: the port only where it is not the scheme's own. */
  public String authority() {
    String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return port == (secure ? 443 : 80) ? name : name + ":" + port;
  }

  /** Whether what is sent there stays on this machine. */
  public boolean isLoopback() {
    if (host.equals("localhost") || host.endsWith(".localhost")) {
      return true;
    }
    byte[] address = NetUtil.createByteArrayFromIpAddressString(host);
    try {
      return address != null && InetAddress.getByAddress(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Origin that
        && secure == that.secure
        && port == that.port
        && host.equals(that.host);
  }

  @Override
  public int hashCode() {
    return host.hashCode() * 31 + port * 2 + (secure ? 1 : 0);
  }

  @Override
  public String toString() {
    return scheme() + "://" + authority();
  }
}
