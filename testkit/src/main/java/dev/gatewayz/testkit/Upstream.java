package dev.gatewayz.testkit;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The server that is recorded.
 *
 * @param base of its URLs
 * @param apiKey in place of the client's, if there is one
 */
record Upstream(URI base, Optional<String> apiKey) {
  /** What belongs to a connection, or would have the answer compressed. */
  private static final Set<String> NOT_SENT_ON =
      Set.of(
          "accept-encoding",
          "connection",
          "content-length",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /** The version to speak: in cleartext, some servers stumble over an offer of HTTP/2. */
  HttpClient.Version version() {
    return "https".equalsIgnoreCase(base.getScheme())
        ? HttpClient.Version.HTTP_2
        : HttpClient.Version.HTTP_1_1;
  }

  /** The request to send. */
  HttpRequest request(RecordedRequest request) {
    byte[] body = request.body();
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(uri(request.target()))
            .method(
                request.method(),
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    for (Map.Entry<String, List<String>> header : request.headers().entrySet()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      boolean replaced = apiKey.isPresent() && name.equals("authorization");
      if (!NOT_SENT_ON.contains(name) && !replaced) {
        header.getValue().forEach(value -> builder.header(name, value));
      }
    }
    apiKey.ifPresent(key -> builder.header("authorization", "Bearer " + key));
    return builder.build();
  }

  /** A base may end with the version that paths begin with. */
  private URI uri(String target) {
    String start = base.toString().replaceAll("/+$", "");
    return URI.create(
        start.endsWith("/v1") && target.startsWith("/v1/")
            ? start + target.substring("/v1".length())
            : start + target);
  }
}
