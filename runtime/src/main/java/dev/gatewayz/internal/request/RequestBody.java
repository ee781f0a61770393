package dev.gatewayz.internal.request;

import dev.gatewayz.chat.Message;
import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.syntax.ModelName;
import dev.gatewayz.internal.wire.Members;
import dev.gatewayz.internal.wire.MessageReader;
import dev.gatewayz.internal.wire.RequestWriter;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The JSON of a request: the {@link Opening} that it shares with others, and the rest, which is its
 * own. Immutable; what is made of it shares the bytes that are the same.
 */
public final class RequestBody {
  /** The first bytes of the rest of a chat request. */
  private static final byte[] MESSAGES = ",\"messages\":[".getBytes(StandardCharsets.US_ASCII);

  /** The body of a request without any. */
  static final RequestBody NONE = new RequestBody(Opening.NONE, new JsonBytes(0), 0);

  /** Up to this size the two parts are copied into one buffer, which costs less than two do. */
  private static final int LARGEST_COPY = 64 * 1024;

  private final Opening opening;
  private final byte[] rest;
  private final int restLength;
  private final int messagesEnd;

  /**
   * A body.
   *
   * @param rest what follows the opening; not changed any more
   * @param messagesEnd how many bytes of the rest stand before the bracket that closes the
   *     messages, 0 if there are none
   */
  RequestBody(Opening opening, JsonBytes rest, int messagesEnd) {
    this.opening = opening;
    this.rest = rest.array();
    this.restLength = rest.size();
    this.messagesEnd = messagesEnd;
  }

  /**
   * A body that somebody else has written.
   *
   * @param json not changed any more
   * @param continued whether more messages may have to be added, so that their place is looked for
   */
  static RequestBody of(byte[] json, boolean continued) {
    int messagesEnd = continued ? Members.endOfMessages(json, json.length) : 0;
    return new RequestBody(Opening.NONE, new JsonBytes(json.length).raw(json), messagesEnd);
  }

  /** Begins the rest of a chat request; its messages follow. */
  public static JsonBytes beginMessages(int room) {
    return new JsonBytes(room).raw(MESSAGES);
  }

  /** How many bytes are sent. */
  public int length() {
    return opening.json().length + restLength;
  }

  /** How many of them no other request shares. */
  public int ownLength() {
    return restLength;
  }

  /** Whether more messages can be added, and their place is known. */
  boolean hasMessages() {
    return messagesEnd > 0;
  }

  /** The messages as they are sent; none if their place is not known. */
  public List<Message> messages() {
    if (messagesEnd == 0) {
      return List.of();
    }
    JsonBytes array = new JsonBytes(messagesEnd + 1);
    int start = MESSAGES.length - 1;
    array.raw(rest, start, messagesEnd - start).raw(']');
    return MessageReader.messages(array.array(), 0, array.size());
  }

  /** What is sent, in a buffer that the caller releases. */
  public ByteBuf toBuffer(ByteBufAllocator allocator) {
    byte[] first = opening.json();
    if (length() <= LARGEST_COPY) {
      return allocator
          .ioBuffer(length(), length())
          .writeBytes(first)
          .writeBytes(rest, 0, restLength);
    }
    return Unpooled.wrappedBuffer(
        Unpooled.wrappedBuffer(first), Unpooled.wrappedBuffer(rest, 0, restLength));
  }

  /** What is sent, copied. */
  public byte[] toByteArray() {
    return new JsonBytes(length()).raw(opening.json()).raw(rest, 0, restLength).toByteArray();
  }

  /** The same conversation with another model. */
  RequestBody to(ModelName model) {
    return new RequestBody(opening.to(model), this);
  }

  private RequestBody(Opening opening, RequestBody other) {
    this.opening = opening;
    this.rest = other.rest;
    this.restLength = other.restLength;
    this.messagesEnd = other.messagesEnd;
  }

  /** The same conversation with more messages at its end. */
  RequestBody with(List<? extends Message> messages) {
    JsonBytes longer = new JsonBytes(restLength + 512).raw(rest, 0, messagesEnd).raw(',');
    RequestWriter.messages(messages, longer);
    int end = longer.size();
    longer.raw(rest, messagesEnd, restLength - messagesEnd);
    return new RequestBody(opening, longer, end);
  }
}
