package dev.gatewayz.internal.http;

import io.netty.util.AsciiString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is the same in every request of one kind: method, path and headers, ready to be written. One
 * instance serves many exchanges. Immutable; {@link #toString()} shows no header.
 */
public final class RequestHead {
  private final AsciiString method;
  private final Origin origin;
  private final AsciiString scheme;
  private final AsciiString authority;
  private final AsciiString path;
  private final AsciiString[] headers;

  /**
   * A head.
   *
   * @param method as in {@code POST}
   * @param origin where it goes
   * @param path with its query, as in {@code /v1/chat/completions}
   * @param headers by name; names are written in lower case
   */
  public RequestHead(String method, Origin origin, String path, Map<String, String> headers) {
    this.method = AsciiString.of(method);
    this.origin = origin;
    this.scheme = AsciiString.of(origin.scheme());
    this.authority = AsciiString.of(origin.authority());
    this.path = oneLine(path);
    List<AsciiString> pairs = new ArrayList<>(headers.size() * 2);
    headers.forEach(
        (name, value) -> {
          pairs.add(oneLine(name.toLowerCase(Locale.ROOT)));
          pairs.add(oneLine(value));
        });
    this.headers = pairs.toArray(AsciiString[]::new);
  }

  /** What has a line break would be two lines of HTTP/1.1, the second of somebody else's making. */
  private static AsciiString oneLine(String text) {
    AsciiString line = AsciiString.of(text);
    if (line.indexOf('\n', 0) >= 0 || line.indexOf('\r', 0) >= 0) {
      throw new IllegalArgumentException("A header or a path has a line break.");
    }
    return line;
  }

  /** The same head with further headers, by lower-case name. */
  public RequestHead with(Map<String, String> further) {
    if (further.isEmpty()) {
      return this;
    }
    Map<String, String> all = toMap();
    all.putAll(further);
    return new RequestHead(method.toString(), origin, path.toString(), all);
  }

  /** The headers by name, the key among them; a map of the caller's own. */
  public Map<String, String> toMap() {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i].toString(), headers[i + 1].toString());
    }
    return all;
  }

  /** Where it goes. */
  public Origin origin() {
    return origin;
  }

  /** As in {@code POST}. */
  public AsciiString method() {
    return method;
  }

  /** {@code http} or {@code https}. */
  public AsciiString scheme() {
    return scheme;
  }

  /** Host, and port where it is not the scheme's own. */
  public AsciiString authority() {
    return authority;
  }

  /** With its query. */
  public AsciiString path() {
    return path;
  }

  /** Names and values in turn. Not to be changed. */
  public AsciiString[] headers() {
    return headers;
  }

  /** Whether it carries a key. */
  public boolean hasSecret() {
    for (int i = 0; i < headers.length; i += 2) {
      if (headers[i].contentEquals("authorization")) {
        return true;
      }
    }
    return false;
  }

  /** The key that this head carries, {@code null} if it carries none. Keep it out of logs. */
  public @Nullable String secret() {
    for (int i = 0; i < headers.length; i += 2) {
      if (headers[i].contentEquals("authorization")) {
        String value = headers[i + 1].toString();
        return value.substring(value.indexOf(' ') + 1);
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return method + " " + origin + path;
  }
}
