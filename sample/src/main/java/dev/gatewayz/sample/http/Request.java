package dev.gatewayz.sample.http;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A request that was read whole.
 *
 * @param path without the query
 * @param parameters those of a form
 */
public record Request(HttpMethod method, String path, Map<String, List<String>> parameters) {
  private static final int MAX_PARAMETERS = 64;

  static Request of(HttpMethod method, String uri, byte[] body) {
    String form = new String(body, StandardCharsets.UTF_8);
    return new Request(
        method,
        new QueryStringDecoder(uri).path(),
        new QueryStringDecoder(form, StandardCharsets.UTF_8, false, MAX_PARAMETERS).parameters());
  }

  /** All values of a field of the form, in their order. */
  public List<String> all(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  /** The value of a field of the form; empty if there is none. */
  public String one(String name) {
    List<String> values = all(name);
    return values.isEmpty() ? "" : values.get(0);
  }
}
