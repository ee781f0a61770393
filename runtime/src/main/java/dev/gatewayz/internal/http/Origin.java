package dev.gatewayz.internal.http;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * Where connections go: scheme, host and port of a gateway.
 *
 * @param secure whether the connection is encrypted
 * @param host a name or an address, lower case, IPv6 addresses without brackets
 * @param port 1 to 65535
 */
public record Origin(boolean secure, String host, int port) {

  /** The origin of an {@code http:} or {@code https:} URL. */
  public static Origin of(URI url) {
    boolean secure = "https".equalsIgnoreCase(url.getScheme());
    String host = url.getHost().toLowerCase(Locale.ROOT);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
    return new Origin(secure, host, port);
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
  public String toString() {
    return scheme() + "://" + authority();
  }
}
