package dev.gatewayz.internal.http1;

import dev.gatewayz.internal.http.ResponseHead;
import io.netty.handler.codec.http.HttpResponse;
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
}
