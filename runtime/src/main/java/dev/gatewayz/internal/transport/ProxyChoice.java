package dev.gatewayz.internal.transport;

import dev.gatewayz.internal.http.Origin;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which origins are reached through a proxy. This machine never is: there the key may go
 * unencrypted, because nobody else can read it.
 *
 * @param secure the proxy for {@code https:} origins, if any
 * @param plain the proxy for {@code http:} origins, if any
 * @param direct hosts that are reached without: names, which stand for their subdomains too, or
 *     {@code *}
 */
public record ProxyChoice(@Nullable Proxy secure, @Nullable Proxy plain, List<String> direct) {

  /** No proxy. */
  public static final ProxyChoice NONE = new ProxyChoice(null, null, List.of());

  /** Copies the list. */
  public ProxyChoice {
    direct = List.copyOf(direct);
  }

  /** The same proxy for every origin. */
  public static ProxyChoice always(Proxy proxy) {
    return new ProxyChoice(proxy, proxy, List.of());
  }

  /**
   * What {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY} say, in
   * either case.
   *
   * @throws IllegalArgumentException if one of them is no proxy's address
   */
  public static ProxyChoice ofEnvironment(Map<String, String> environment) {
    String all = variable(environment, "ALL_PROXY");
    String secure = variable(environment, "HTTPS_PROXY");
    String plain = variable(environment, "HTTP_PROXY");
    String none = variable(environment, "NO_PROXY");
    Stream<String> direct =
        none == null ? Stream.empty() : Stream.of(none.split(",")).map(String::strip);
    return new ProxyChoice(
        proxy(secure == null ? all : secure),
        proxy(plain == null ? all : plain),
        direct.filter(host -> !host.isEmpty()).toList());
  }

  /** The proxy for an origin, {@code null} if it is reached without. */
  @Nullable Proxy of(Origin origin) {
    if (origin.isLoopback()) {
      return null;
    }
    for (String host : direct) {
      if (matches(origin.host(), host.toLowerCase(Locale.ROOT))) {
        return null;
      }
    }
    return origin.secure() ? secure : plain;
  }

  private static boolean matches(String host, String pattern) {
    String name = pattern.startsWith(".") ? pattern.substring(1) : pattern;
    return name.equals("*") || host.equals(name) || host.endsWith("." + name);
  }

  private static @Nullable Proxy proxy(@Nullable String address) {
    return address == null ? null : Proxy.parse(address);
  }

  private static @Nullable String variable(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null) {
      value = environment.get(name.toLowerCase(Locale.ROOT));
    }
    return value == null || value.isBlank() ? null : value.strip();
  }
}
