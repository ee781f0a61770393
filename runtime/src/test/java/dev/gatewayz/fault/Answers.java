package dev.gatewayz.fault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The answer of a server that has nothing against its client: {@code Hello}, streamed if the
 * request's body asks for that.
 */
final class Answers {
  private static final String STREAM = "\"stream\":true";

  private static final String WHOLE =
      """
      {"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,\
      "message":{"role":"assistant","content":"Hello"},"finish_reason":"stop"}],\
      "usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}""";

  private static final String EVENTS =
      """
      data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[\
      {"index":0,"delta":{"role":"assistant","content":"Hello"},"finish_reason":null}]}

      data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[\
      {"index":0,"delta":{},"finish_reason":"stop"}],\
      "usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}

      data: [DONE]

      """;

  private Answers() {}

  /** The type of the answer to a request with this body. */
  static String type(String request) {
    return asksForStream(request) ? "text/event-stream; charset=utf-8" : "application/json";
  }

  /** The headers of the answer, for HTTP/2. */
  static byte[] head(String request) {
    return HeaderBlock.of(":status", "200", "content-type", type(request));
  }

  /** The body of the answer. */
  static byte[] to(String request) {
    return (asksForStream(request) ? EVENTS : WHOLE).getBytes(StandardCharsets.UTF_8);
  }

  /** The body of the answer, made at least so long by empty lines, which mean nothing. */
  static byte[] padded(String request, int length) {
    byte[] body = to(request);
    byte[] padded = Arrays.copyOf(body, Math.max(body.length, length));
    Arrays.fill(padded, body.length, padded.length, (byte) '\n');
    return padded;
  }

  private static boolean asksForStream(String request) {
    return request.contains(STREAM);
  }
}
