package dev.gatewayz.internal.http2;

import dev.gatewayz.internal.http.ResponseHead;
import io.netty.handler.codec.http2.Http2Headers;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A response head over HTTP/2's headers. */
record Http2ResponseHead(int status, Http2Headers fields) implements ResponseHead {

  @Override
  public @Nullable String header(CharSequence name) {
    CharSequence value = fields.get(name);
    return value == null ? null : value.toString();
  }

  @Override
  public Map<String, String> headers() {
    Map<String, String> all = new LinkedHashMap<>();
    fields.forEach(
        field -> {
          String name = field.getKey().toString();
          if (!name.startsWith(":")) {
            all.merge(name, field.getValue().toString(), (one, more) -> one + ", " + more);
          }
        });
    return Collections.unmodifiableMap(all);
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
