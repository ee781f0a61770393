package dev.gatewayz.support;

import java.nio.charset.StandardCharsets;

/** The events of a streamed answer, as servers write them. */
public final class Sse {
  private Sse() {}

  /** A chunk with a piece of text. */
  public static String text(String text) {
    return chunk("{\"content\":\"" + text + "\"}", "null");
  }

  /** The chunk that says that the model has finished. */
  public static String finish() {
    return chunk("{}", "\"stop\"");
  }

  /** What ends the stream. */
  public static String done() {
    return "data: [DONE]\n\n";
  }

  /** A whole answer. */
  public static String answer(String... texts) {
    StringBuilder answer = new StringBuilder();
    for (String text : texts) {
      answer.append(text(text));
    }
    return answer.append(finish()).append(done()).toString();
  }

  /** The same in UTF-8. */
  public static byte[] bytes(String events) {
    return events.getBytes(StandardCharsets.UTF_8);
  }

  private static String chunk(String delta, String finishReason) {
    return "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
        + "\"choices\":[{\"index\":0,\"delta\":"
        + delta
        + ",\"finish_reason\":"
        + finishReason
        + "}]}\n\n";
  }
}
