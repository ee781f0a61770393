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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The JSON of a request: the {@link Opening} and the {@link AnswerForm} that it shares with others,
 * and the rest, which begins with what is the same in all requests of a prompt and ends with what
 * is its own. Immutable; what is made of it shares the bytes that are the same.
 *
 * <p>The member of the form stands behind the messages, and its words in the first message: at the
 * end of it if that is the text of a system message, else in one of their own.
 */
public final class RequestBody {
  /** The first bytes of the rest of a chat request. */
  private static final byte[] MESSAGES = ",\"messages\":[".getBytes(StandardCharsets.US_ASCII);

  private static final String TOOL_CHOICE = "tool_choice";
  private static final Set<String> FREE_CHOICES = Set.of("\"auto\"", "\"none\"");

  private static final byte[] NOTHING = new byte[0];

  /** The body of a request without any. */
  static final RequestBody NONE = new RequestBody(Opening.NONE, new JsonBytes(0), 0);

  /** Up to this size the two parts are copied into one buffer, which costs less than two do. */
  private static final int LARGEST_COPY = 64 * 1024;

  /** The opening, the words, the member of the form, and the rest around these two. */
  private static final int MOST_PARTS = 7;

  private final Opening opening;

  /** How the rest begins, shared with other requests. */
  private final byte[] beginning;

  /** How it goes on. Places in the rest are counted from the start of the beginning. */
  private final byte[] own;

  private final int restLength;
  private final int messagesEnd;
  private final AnswerForm form;

  /** Where the words of the form stand in the rest, 0 if there are none. */
  private final int wordsAt;

  /**
   * A body without a form.
   *
   * @param rest what follows the opening; not changed any more
   * @param messagesEnd how many bytes of the rest stand before the bracket that closes the
   *     messages, 0 if there are none
   */
  RequestBody(Opening opening, JsonBytes rest, int messagesEnd) {
    this(opening, NOTHING, rest, messagesEnd, AnswerForm.NONE);
  }

  /**
   * The body of a prompt.
   *
   * @param own what follows {@link RenderedPrompt#beginning}; not changed any more
   * @param messagesEnd where the bracket stands that closes the messages, counted from the start of
   *     the beginning
   */
  RequestBody(Opening opening, byte[] beginning, JsonBytes own, int messagesEnd, AnswerForm form) {
    this.opening = opening;
    this.beginning = beginning;
    this.own = own.array();
    this.restLength = beginning.length + own.size();
    this.messagesEnd = messagesEnd;
    this.form = form;
    wordsAt = wordsAt();
  }

  /** The rest of another body. */
  private RequestBody(RequestBody body, Opening opening, AnswerForm form) {
    this.opening = opening;
    this.beginning = body.beginning;
    this.own = body.own;
    this.restLength = body.restLength;
    this.messagesEnd = body.messagesEnd;
    this.form = form;
    wordsAt = wordsAt();
  }

  private int wordsAt() {
    return form.hasWords() ? FormWords.place(rest(), MESSAGES.length, messagesEnd) : 0;
  }

  private byte[] words() {
    return wordsAt > MESSAGES.length ? form.appended() : form.message();
  }

  /** What follows the opening, in one piece. */
  private byte[] rest() {
    if (beginning.length == 0) {
      return own;
    }
    byte[] rest = Arrays.copyOf(beginning, restLength);
    System.arraycopy(own, 0, rest, beginning.length, restLength - beginning.length);
    return rest;
  }

  /** Begins the rest of a chat request; its messages follow. */
  static JsonBytes beginMessages(int room) {
    return new JsonBytes(room).raw(MESSAGES);
  }

  /** How the rest of a chat request begins whose messages begin so. */
  public static byte[] beginning(byte[] messages) {
    return beginMessages(MESSAGES.length + messages.length).raw(messages).array();
  }

  /** How many bytes are sent. */
  public int length() {
    return opening.json().length + restLength + words().length + form.member().length;
  }

  /** How many of them no other request shares. */
  public int ownLength() {
    return restLength - beginning.length;
  }

  /** The messages, without the words of a form; none if their place is not known. */
  public List<Message> messages() {
    if (messagesEnd == 0) {
      return List.of();
    }
    JsonBytes array = new JsonBytes(messagesEnd + 1);
    int start = MESSAGES.length - 1;
    array.raw(rest(), start, messagesEnd - start).raw(']');
    return MessageReader.messages(array.array(), 0, array.size());
  }

  /** What is sent, in a buffer that the caller releases. */
  public ByteBuf toBuffer(ByteBufAllocator allocator) {
    int length = length();
    if (length <= LARGEST_COPY) {
      ByteBuf buffer = allocator.ioBuffer(length, length);
      write(buffer::writeBytes);
      return buffer;
    }
    List<ByteBuf> parts = new ArrayList<>(MOST_PARTS);
    write((bytes, offset, size) -> parts.add(Unpooled.wrappedBuffer(bytes, offset, size)));
    return Unpooled.wrappedBuffer(MOST_PARTS, parts.toArray(ByteBuf[]::new));
  }

  /** What is sent, copied. */
  public byte[] toByteArray() {
    JsonBytes all = new JsonBytes(length());
    write(all::raw);
    return all.toByteArray();
  }

  /** Takes bytes; does not change them. */
  private interface Sink {
    Object take(byte[] bytes, int offset, int length);
  }

  private void write(Sink sink) {
    byte[] first = opening.json();
    sink.take(first, 0, first.length);
    int from = 0;
    if (wordsAt > 0) {
      byte[] words = words();
      writeRest(0, wordsAt, sink);
      sink.take(words, 0, words.length);
      from = wordsAt;
    }
    byte[] member = form.member();
    if (member.length > 0) {
      int behindMessages = messagesEnd + 1;
      writeRest(from, behindMessages, sink);
      sink.take(member, 0, member.length);
      from = behindMessages;
    }
    writeRest(from, restLength, sink);
  }

  private void writeRest(int from, int to, Sink sink) {
    int shared = beginning.length;
    if (from < shared) {
      sink.take(beginning, from, Math.min(to, shared) - from);
    }
    if (to > shared) {
      int start = Math.max(from, shared);
      sink.take(own, start - shared, to - start);
    }
  }

  /** In which form it says what its answer must look like. */
  AnswerForm form() {
    return form;
  }

  /** The same request in another form of the same schema. */
  RequestBody with(AnswerForm form) {
    return new RequestBody(this, opening, form);
  }

  /** The same conversation with another model. */
  RequestBody to(ModelName model) {
    return new RequestBody(this, opening.to(model), form);
  }

  /** The same conversation with more messages at its end. */
  RequestBody with(List<? extends Message> messages) {
    byte[] rest = rest();
    JsonBytes longer = new JsonBytes(restLength + 512).raw(rest, 0, messagesEnd).raw(',');
    RequestWriter.messages(messages, longer);
    int end = longer.size();
    longer.raw(rest, messagesEnd, restLength - messagesEnd);
    return new RequestBody(opening, NOTHING, longer, end, form);
  }

  /** The same request with other messages. */
  RequestBody withMessages(List<? extends Message> messages) {
    JsonBytes changed = beginMessages(restLength + 64);
    RequestWriter.messages(messages, changed);
    int end = changed.size();
    changed.raw(rest(), messagesEnd, restLength - messagesEnd);
    return new RequestBody(opening, NOTHING, changed, end, form);
  }

  /** The same conversation without thoughts, which only the one that had them understands. */
  RequestBody withoutReasoning() {
    int start = MESSAGES.length - 1;
    byte[] rest = rest();
    if (messagesEnd == 0 || !Reasoning.mayBeIn(rest, start, messagesEnd)) {
      return this;
    }
    byte[] array =
        new JsonBytes(messagesEnd + 1).raw(rest, start, messagesEnd - start).raw(']').array();
    JsonBytes changed = new JsonBytes(restLength).raw(MESSAGES, 0, start);
    Reasoning.writeWithout(array, 0, messagesEnd - start + 1, changed);
    int end = changed.size() - 1;
    changed.raw(rest, messagesEnd + 1, restLength - messagesEnd - 1);
    return new RequestBody(opening, NOTHING, changed, end, form);
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
    JsonBytes changed = new JsonBytes(restLength + 64).raw(rest(), 0, messagesEnd).raw(']');
    JsonBytes whole = Members.write(wanted, changed).raw('}');
    return new RequestBody(opening, NOTHING, whole, messagesEnd, form);
  }

  /** What stands beside model and messages. */
  Parameters parameters() {
    return ParametersReader.read(Members.read(formMember() + members()));
  }

  /**
   * The same request with these parameters where they are set; the other members stay. Who sets the
   * member of the form has chosen another, without words.
   */
  RequestBody with(Parameters parameters) {
    JsonBytes changed = new JsonBytes(restLength + 64).raw(rest(), 0, messagesEnd).raw(']');
    RequestMembers.parse(members()).write(parameters, changed);
    AnswerForm kept = RequestWriter.sets(parameters, AnswerSchema.MEMBER) ? AnswerForm.NONE : form;
    return new RequestBody(opening, NOTHING, changed.raw('}'), messagesEnd, kept);
  }

  /** The member of the form with the comma behind it that the members need. */
  private String formMember() {
    String member = new String(form.member(), StandardCharsets.UTF_8);
    boolean isLast = messagesEnd + 2 >= restLength;
    return member.isEmpty() ? "" : member.substring(1) + (isLast ? "" : ",");
  }

  /** The members behind the messages, without the comma before them and the brace at the end. */
  private String members() {
    int start = messagesEnd + 2;
    return start >= restLength
        ? ""
        : new String(rest(), start, restLength - start - 1, StandardCharsets.UTF_8);
  }
}
