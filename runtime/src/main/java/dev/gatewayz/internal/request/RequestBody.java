package dev.gatewayz.internal.request;

import dev.gatewayz.chat.Message;
import dev.gatewayz.chat.Parameters;
import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.syntax.ModelName;
import dev.gatewayz.internal.wire.Members;
import dev.gatewayz.internal.wire.MessageReader;
import dev.gatewayz.internal.wire.ParametersReader;
import dev.gatewayz.internal.wire.Reasoning;
import dev.gatewayz.internal.wire.RequestWriter;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The JSON of a request: the {@link Opening} that it shares with others, and the rest, which is its
 * own. Immutable; what is made of it shares the bytes that are the same.
 */
public final class RequestBody {
  /** The first bytes of the rest of a chat request. */
  private static final byte[] MESSAGES = ",\"messages\":[".getBytes(StandardCharsets.US_ASCII);

  private static final String TOOL_CHOICE = "tool_choice";
  private static final Set<String> FREE_CHOICES = Set.of("\"auto\"", "\"none\"");

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

  /** The same request with other messages. */
  RequestBody withMessages(List<? extends Message> messages) {
    JsonBytes changed = beginMessages(restLength + 64);
    RequestWriter.messages(messages, changed);
    int end = changed.size();
    changed.raw(rest, messagesEnd, restLength - messagesEnd);
    return new RequestBody(opening, changed, end);
  }

  /** The same conversation without thoughts, which only the one that had them understands. */
  RequestBody withoutReasoning() {
    int start = MESSAGES.length - 1;
    if (messagesEnd == 0 || !Reasoning.mayBeIn(rest, start, messagesEnd)) {
      return this;
    }
    byte[] array =
        new JsonBytes(messagesEnd + 1).raw(rest, start, messagesEnd - start).raw(']').array();
    JsonBytes changed = new JsonBytes(restLength).raw(MESSAGES, 0, start);
    Reasoning.writeWithout(array, 0, messagesEnd - start + 1, changed);
    int end = changed.size() - 1;
    changed.raw(rest, messagesEnd + 1, restLength - messagesEnd - 1);
    return new RequestBody(opening, changed, end);
  }

  /** The same request, in which the model need not call a tool. */
  RequestBody withFreeToolChoice() {
    return members().contains(TOOL_CHOICE) ? withMembers(RequestBody::freeToolChoice) : this;
  }

  private static Map<String, String> freeToolChoice(Map<String, String> members) {
    Map<String, String> free = new LinkedHashMap<>(members);
    free.computeIfPresent(
        TOOL_CHOICE,
        (name, choice) ->
            choice.contains("allowed_tools")
                ? choice.replace("\"required\"", "\"auto\"")
                : FREE_CHOICES.contains(choice) ? choice : null);
    return free;
  }

  /** The same conversation with other members beside model and messages. */
  RequestBody withMembers(UnaryOperator<Map<String, String>> change) {
    if (messagesEnd == 0) {
      return this;
    }
    Map<String, String> members = Members.read(members());
    Map<String, String> wanted = change.apply(members);
    if (wanted.equals(members)) {
      return this;
    }
    JsonBytes changed = new JsonBytes(restLength + 64).raw(rest, 0, messagesEnd).raw(']');
    return new RequestBody(opening, Members.write(wanted, changed).raw('}'), messagesEnd);
  }

  /** What stands beside model and messages. */
  Parameters parameters() {
    return ParametersReader.read(Members.read(members()));
  }

  /** The same request with these parameters where they are set; the other members stay. */
  RequestBody with(Parameters parameters) {
    JsonBytes changed = new JsonBytes(restLength + 64).raw(rest, 0, messagesEnd).raw(']');
    RequestMembers.parse(members()).write(parameters, changed);
    return new RequestBody(opening, changed.raw('}'), messagesEnd);
  }

  /** The members behind the messages, without the comma before them and the brace at the end. */
  private String members() {
    int start = messagesEnd + 2;
    return start >= restLength
        ? ""
        : new String(rest, start, restLength - start - 1, StandardCharsets.UTF_8);
  }
}
