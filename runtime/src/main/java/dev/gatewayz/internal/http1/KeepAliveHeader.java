package dev.gatewayz.internal.http1;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.concurrent.TimeUnit;

/**
 * Reads how long a server keeps an idle connection, from {@code Keep-Alive: timeout=5, max=100}.
 */
final class KeepAliveHeader {
  private static final String TIMEOUT = "timeout=";
  private static final long LONGEST_SECONDS = 60;

  private KeepAliveHeader() {}

  /**
   * How long to keep the connection, in nanoseconds: less than the server does, so that it does not
   * close just as a request is on its way, and a minute at most.
   *
   * @param otherwise how long where the server does not say
   */
  static long maxIdle(HttpHeaders headers, long otherwise) {
    String value = headers.get("keep-alive");
    if (value == null) {
      return otherwise;
    }
    int start = value.indexOf(TIMEOUT);
    if (start < 0) {
      return otherwise;
    }
    long seconds = 0;
    int at = start + TIMEOUT.length();
    int first = at;
    while (at < value.length() && Character.isDigit(value.charAt(at)) && at - first < 9) {
      seconds = seconds * 10 + (value.charAt(at++) - '0');
    }
    if (at == first) {
      return otherwise;
    }
    long margin = seconds > 2 ? 1_000 : seconds * 500;
    long kept = Math.min(LONGEST_SECONDS * 1_000, seconds * 1_000 - margin);
    return TimeUnit.MILLISECONDS.toNanos(kept);
  }
}
