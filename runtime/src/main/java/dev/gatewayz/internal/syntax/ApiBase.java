package dev.gatewayz.internal.syntax;

import dev.gatewayz.internal.http.Origin;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * The address of a gateway.
 *
 * @param origin scheme, host and port
 * @param path what stands before {@code /v1}, or with it where the version is another; empty as a
 *     rule
 * @param query what each request has behind its {@code ?}; empty as a rule
 */
public record ApiBase(Origin origin, String path, String query) {

  /** Only looked at where there is a path, which spares others the classes of a pattern. */
  private static final class Versioned {
    static final Pattern PATH = Pattern.compile(".*/(v\\d+|openai|openai/deployments/[^/]+)");
  }

  /**
   * Reads an address, with or without a trailing {@code /} or {@code /v1}. A path that ends in
   * another version, in {@code openai} or in the name of a deployment takes no {@code /v1} after
   * it. A query, as in {@code ?api-version=2024-10-21}, goes with every request.
   *
   * @throws IllegalArgumentException if it is no {@code http:} or {@code https:} URL, or names an
   *     endpoint
   */
  public static ApiBase parse(String text) {
    String base = text.strip();
    // A password is not for messages, which are logged.
    String shown = withoutUser(base);
    URI url;
    try {
      url = new URI(base);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "The API base \"" + shown + "\" is not a URL: " + e.getReason() + ".");
    }
    String scheme = url.getScheme();
    if (scheme == null || !(scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))) {
      throw new IllegalArgumentException(
          "The API base \"" + shown + "\" must begin with https:// or http://.");
    }
    String authority = url.getRawAuthority();
    boolean hasUser = authority != null && authority.indexOf('@') >= 0;
    if (hasUser || url.getFragment() != null) {
      throw new IllegalArgumentException(
          "The API base must be scheme, host, port, path and query only, without user or #.");
    }
    Origin origin;
    try {
      origin = Origin.of(url);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("The API base \"" + shown + "\" names no host.", e);
    }
    if (origin.port() == 0 || origin.port() > 65_535) {
      throw new IllegalArgumentException(
          "The API base \"" + shown + "\" has no port between 1 and 65535.");
    }
    String path = withoutTrailingSlashes(url.getRawPath());
    if (path.endsWith("/chat/completions")) {
      throw new IllegalArgumentException(
          "The API base \"" + shown + "\" must not name an endpoint. Leave out /chat/completions.");
    }
    if (path.endsWith("/v1")) {
      path = withoutTrailingSlashes(path.substring(0, path.length() - "/v1".length()));
    }
    String query = url.getRawQuery();
    return new ApiBase(origin, path, query == null ? "" : query);
  }

  /**
   * Reads an address without its parts.
   *
   * @throws IllegalArgumentException if it is no {@code http:} or {@code https:} URL
   */
  public static URI uri(String text) {
    parse(text);
    return URI.create(text.strip());
  }

  /**
   * The path to which a request for an endpoint goes, with its query if there is one.
   *
   * @param endpoint the endpoint below a gateway, as in {@code /v1/models?limit=100}
   */
  public String pathOf(String endpoint) {
    boolean isVersioned =
        !path.isEmpty() && endpoint.startsWith("/v1/") && Versioned.PATH.matcher(path).matches();
    String target = path + (isVersioned ? endpoint.substring("/v1".length()) : endpoint);
    return query.isEmpty() ? target : target + (target.indexOf('?') < 0 ? '?' : '&') + query;
  }

  /** Leaves out what may be a user and a password, however they are written. */
  private static String withoutUser(String base) {
    int end = base.lastIndexOf('@');
    return end < 0 ? base : "…" + base.substring(end);
  }

  private static String withoutTrailingSlashes(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }
}
