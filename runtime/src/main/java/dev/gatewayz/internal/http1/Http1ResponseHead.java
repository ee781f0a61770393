package dev.gatewayz.internal.http1;

import dev.gatewayz.internal.http.ResponseHead;
import io.netty.handler.codec.http.HttpResponse;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A response head over HTTP/1.1's headers. */
record Http1ResponseHead(HttpResponse response) implements ResponseHead {

  @Override
  public int status() {
    return response.status().code();
  }

  @Override
  public @Nullable String header(CharSequence name) {
    return response.headers().get(name);
  }

  @Override
  public Map<String, String> headers() {
    Map<String, String> all = new LinkedHashMap<>();
    response
        .headers()
        .forEach(
            field ->
                all.merge(
                    field.getKey().toLowerCase(Locale.ROOT),
                    field.getValue(),
                    (one, more) -> one + ", " + more));
    return Collections.unmodifiableMap(all);
  }
}
