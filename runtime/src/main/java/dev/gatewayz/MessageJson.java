package dev.gatewayz;

import dev.gatewayz.chat.Message;
import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.wire.MessageReader;
import dev.gatewayz.internal.wire.RequestWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Messages as JSON and back, to keep a conversation in a store: an array in the form of the wire,
 * which other OpenAI-compatible tools understand, too.
 */
public final class MessageJson {
  private MessageJson() {}

  /**
   * Writes messages as a JSON array.
   *
   * @param messages in their order
   * @return the array, as requests have it
   */
  public static String write(List<? extends Message> messages) {
    JsonBytes json = new JsonBytes(256).raw('[');
    RequestWriter.messages(messages, json);
    return json.raw(']').toString();
  }

  /**
   * Reads a JSON array of messages. Members that are not known are passed over.
   *
   * @param json as {@link #write} makes it
   * @return the messages in their order
   * @throws IllegalArgumentException if this is none, with the number of the message
   */
  public static List<Message> read(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return MessageReader.messages(bytes, 0, bytes.length);
  }
}
