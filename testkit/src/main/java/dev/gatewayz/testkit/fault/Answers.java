package dev.gatewayz.testkit.fault;

import dev.gatewayz.testkit.internal.json.JsonValue;
import dev.gatewayz.testkit.internal.openai.ChatAnswer;
import dev.gatewayz.testkit.internal.openai.ChatCall;
import dev.gatewayz.testkit.internal.openai.ChatChoice;
import dev.gatewayz.testkit.internal.openai.ChatResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The answer of a server that has nothing against its client: {@code Hello}, streamed if the
 * request's body asks for that.
 */
final class Answers {
  private Answers() {}

  /** The type of the answer to a request with this body. */
  static String type(String request) {
    return call(request).isStream() ? "text/event-stream; charset=utf-8" : "application/json";
  }

  /** The headers of the answer, for HTTP/2. */
  static byte[] head(String request) {
    return HeaderBlock.of(":status", "200", "content-type", type(request));
  }

  /** The body of the answer. */
  static byte[] to(String request) {
    ChatCall call = call(request);
    ChatAnswer answer = ChatAnswer.of(List.of(ChatChoice.text("Hello", "stop")));
    ChatResponse response = new ChatResponse(1, call, answer, true);
    if (!call.isStream()) {
      return response.whole().toBytes();
    }
    ByteArrayOutputStream events = new ByteArrayOutputStream();
    response.events().forEachRemaining(events::writeBytes);
    return events.toByteArray();
  }

  /** The body of the answer, made at least so long by empty lines, which mean nothing. */
  static byte[] padded(String request, int length) {
    byte[] body = to(request);
    byte[] padded = Arrays.copyOf(body, Math.max(body.length, length));
    Arrays.fill(padded, body.length, padded.length, (byte) '\n');
    return padded;
  }

  private static ChatCall call(String request) {
    try {
      return new ChatCall(JsonValue.parse(request.getBytes(StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      return new ChatCall(JsonValue.ABSENT);
    }
  }
}
