package dev.gatewayz.internal.http2;

import dev.gatewayz.internal.http.ResponseHead;
import io.netty.handler.codec.http2.Http2Headers;
import org.jspecify.annotations.Nullable;

/** A response head over HTTP/2's headers. */
record Http2ResponseHead(int status, Http2Headers headers) implements ResponseHead {

  @Override
  public @Nullable String header(CharSequence name) {
    CharSequence value = headers.get(name);
    return value == null ? null : value.toString();
  }

  /** The value of {@code :status}, or -1 if it is not three digits. */
  static int statusOf(Http2Headers headers) {
    CharSequence status = headers.status();
    if (status == null || status.length() != 3) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < 3; i++) {
      int digit = status.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
