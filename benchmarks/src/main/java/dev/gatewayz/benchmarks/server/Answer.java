package dev.gatewayz.benchmarks.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the server says to one kind of request.
 *
 * @param contentType of the response
 * @param parts the body; each part is sent in a frame of its own
 * @param paceMillis how much time lies between two parts; 0 for none
 * @param isStamped whether each part, when it is sent, gets the time in place of its zeros
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared or changed.
record Answer(String contentType, byte[][] parts, int paceMillis, boolean isStamped) {
  private static final int MAX_FRAME = 16 * 1024;
  private static final String[] WORDS = {
    " the",
    " revenue",
    " of",
    " the",
    " third",
    " quarter",
    " rose",
    " by",
    " twelve",
    " percent",
    ",",
    " carried",
    " by",
    " services",
    ";",
    " margins",
    " were",
    " flat",
    " at",
    " 21",
    ".",
    "4",
    " %",
    ".\\n\\n",
    "-",
    " Management",
    " expects",
    " a",
    " \\\"soft\\\"",
    " winter",
    " in",
    " Zürich",
    "."
  };

  /** A completion in one piece. */
  static Answer whole(String content) {
    return new Answer("application/json", cut(bytes(completion(content))), 0, false);
  }

  /** A stream of chunks that follow one another at once. */
  static Answer stream(int chunks) {
    return new Answer("text/event-stream", events(chunks, -1), 0, false);
  }

  /** A stream that is a list, an element in each chunk. */
  static Answer elements(int count) {
    byte[][] events = events(count, -1);
    for (int i = 0; i < count; i++) {
      String element = "{\\\"headline\\\":\\\"Services carry it\\\",\\\"pages\\\":" + i + "}";
      String text = (i == 0 ? "[" : ",") + element + (i == count - 1 ? "]" : "");
      events[i] = bytes(chunk("{\"content\":\"" + text + "\"}", "null"));
    }
    return new Answer("text/event-stream", events, 0, false);
  }

  /** A stream that says in each chunk when that was made. */
  static Answer created(int chunks) {
    byte[][] events = events(chunks, -1);
    for (int i = 0; i < chunks; i++) {
      String event = new String(events[i], StandardCharsets.UTF_8);
      events[i] = bytes(event.replace("1750000000", Integer.toString(1_750_000_000 + i)));
    }
    return new Answer("text/event-stream", events, 0, false);
  }

  /** A stream of chunks with time between them. */
  static Answer paced(int chunks, int paceMillis) {
    return new Answer("text/event-stream", events(chunks, -1), paceMillis, false);
  }

  /** A stream whose first chunk says when it was sent. */
  static Answer stamped() {
    return new Answer("text/event-stream", events(4, 0), 0, true);
  }

  /** Whether it consists of events. */
  boolean isStream() {
    return contentType.equals("text/event-stream");
  }

  /** How many bytes the body has. */
  int size() {
    int size = 0;
    for (byte[] part : parts) {
      size += part.length;
    }
    return size;
  }

  private static byte[][] events(int chunks, int stampedChunk) {
    byte[][] words = new byte[WORDS.length][];
    for (int i = 0; i < words.length; i++) {
      words[i] = bytes(chunk("{\"content\":\"" + WORDS[i] + "\"}", "null"));
    }
    byte[] stamp = bytes(chunk("{\"content\":\"" + Stamp.BLANK + "\"}", "null"));
    List<byte[]> events = new ArrayList<>(chunks + 3);
    for (int i = 0; i < chunks; i++) {
      events.add(i == stampedChunk ? stamp : words[i % words.length]);
    }
    events.add(bytes(chunk("{}", "\"stop\"")));
    events.add(
        bytes(
            "data: {\"id\":\"chatcmpl-BoJ8QhkTd2kGgWZTHBwbT9uhJTzG6\",\"object\":\"chat.completion.chunk\","
                + "\"created\":1750000000,\"model\":\"bench/stream\",\"system_fingerprint\":\"fp_34a54ae93c\","
                + "\"choices\":[],\"usage\":"
                + usage(chunks)
                + "}\n\n"));
    events.add(bytes("data: [DONE]\n\n"));
    return events.toArray(byte[][]::new);
  }

  private static String chunk(String delta, String finishReason) {
    return "data: {\"id\":\"chatcmpl-BoJ8QhkTd2kGgWZTHBwbT9uhJTzG6\",\"object\":\"chat.completion.chunk\","
        + "\"created\":1750000000,\"model\":\"bench/stream\",\"service_tier\":\"default\","
        + "\"system_fingerprint\":\"fp_34a54ae93c\",\"choices\":[{\"index\":0,\"delta\":"
        + delta
        + ",\"logprobs\":null,\"finish_reason\":"
        + finishReason
        + "}],\"usage\":null}\n\n";
  }

  private static String completion(String content) {
    return "{\"id\":\"chatcmpl-BoJ8QhkTd2kGgWZTHBwbT9uhJTzG6\",\"object\":\"chat.completion\","
        + "\"created\":1750000000,\"model\":\"bench/call\",\"choices\":[{\"index\":0,\"message\":"
        + "{\"role\":\"assistant\",\"content\":\""
        + content
        + "\",\"refusal\":null,\"annotations\":[]},\"logprobs\":null,\"finish_reason\":\"stop\"}],"
        + "\"usage\":"
        + usage(24)
        + ",\"service_tier\":\"default\",\"system_fingerprint\":\"fp_34a54ae93c\"}";
  }

  private static String usage(int completionTokens) {
    return "{\"prompt_tokens\":100,\"completion_tokens\":"
        + completionTokens
        + ",\"total_tokens\":"
        + (100 + completionTokens)
        + ",\"prompt_tokens_details\":{\"cached_tokens\":0,\"audio_tokens\":0},"
        + "\"completion_tokens_details\":{\"reasoning_tokens\":0,\"audio_tokens\":0,"
        + "\"accepted_prediction_tokens\":0,\"rejected_prediction_tokens\":0}}";
  }

  private static byte[][] cut(byte[] body) {
    int count = (body.length + MAX_FRAME - 1) / MAX_FRAME;
    byte[][] parts = new byte[count][];
    for (int i = 0; i < count; i++) {
      int from = i * MAX_FRAME;
      parts[i] = Arrays.copyOfRange(body, from, Math.min(body.length, from + MAX_FRAME));
    }
    return parts;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
