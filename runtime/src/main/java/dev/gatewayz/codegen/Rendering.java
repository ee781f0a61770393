package dev.gatewayz.codegen;

import dev.gatewayz.CallOptions;
import dev.gatewayz.Conversation;
import dev.gatewayz.chat.ContentPart;
import dev.gatewayz.chat.Message;
import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.request.FollowUps;
import dev.gatewayz.internal.wire.RequestWriter;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * One prompt turning into one request: constant segments are copied, arguments are escaped, both
 * straight into the bytes that are sent. What comes before the first argument is not copied but
 * shared by all requests of the prompt. Used by one thread, once.
 *
 * <p>Every method that takes an argument also takes the name it has in the template, for the error
 * when it is {@code null}.
 */
public final class Rendering {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Prompt prompt;
  private final JsonBytes json;

  /** What stands before the JSON that is written here. */
  private byte[] beginning = Prompt.NO_MESSAGES;

  private @Nullable CallOptions options;
  private @Nullable String nonce;
  private int repairs;
  private @Nullable Tools tools;
  private int toolRounds;
  private boolean isOverridden;
  private @Nullable Conversation conversation;

  Rendering(Prompt prompt, JsonBytes json) {
    this.prompt = prompt;
    this.json = json;
  }

  /**
   * Demands an argument that is looked into, or shown under a condition only.
   *
   * @param name of the parameter
   * @param value checked only
   * @return this object
   * @throws NullPointerException if {@code value} is {@code null}
   */
  public Rendering require(String name, @Nullable Object value) {
    present(name, value);
    return this;
  }

  /**
   * Writes a constant segment of the prompt.
   *
   * @param segment its number, from 0
   * @return this object
   */
  @SuppressWarnings("ReferenceEquality") // There is one array that stands for nothing.
  public Rendering raw(int segment) {
    if (segment == 0 && json.size() == 0 && beginning == Prompt.NO_MESSAGES) {
      beginning = prompt.beginning();
    } else {
      prompt.write(segment, json);
    }
    return this;
  }

  /**
   * Writes a constant segment, then an argument's text, escaped. It has no overloads: to choose
   * among those of {@code text} is the larger part of compiling a client.
   *
   * @param segment which of the constant segments
   * @param name of the parameter
   * @param value the argument
   * @return this object
   * @throws NullPointerException if {@code value} is {@code null}
   */
  public Rendering then(int segment, String name, @Nullable CharSequence value) {
    raw(segment);
    json.escaped(present(name, value).toString());
    return this;
  }

  /**
   * Writes an argument's text, escaped.
   *
   * @param name of the parameter
   * @param value the argument
   * @return this object
   * @throws NullPointerException if {@code value} is {@code null}
   */
  public Rendering text(String name, @Nullable CharSequence value) {
    json.escaped(present(name, value).toString());
    return this;
  }

  /**
   * Writes the text of a value that is not text itself: its {@code toString()}, escaped.
   *
   * @param name of the parameter
   * @param value the argument
   * @return this object
   * @throws NullPointerException if {@code value} is {@code null}
   */
  public Rendering text(String name, @Nullable Object value) {
    json.escaped(present(name, value).toString());
    return this;
  }

  /**
   * Writes a whole number.
   *
   * @param name of the parameter
   * @param value the argument
   * @return this object
   */
  public Rendering text(String name, long value) {
    json.raw(Long.toString(value));
    return this;
  }

  /**
   * Writes a floating-point number, as {@link Float#toString(float)} does.
   *
   * @param name of the parameter
   * @param value the argument
   * @return this object
   */
  public Rendering text(String name, float value) {
    json.raw(Float.toString(value));
    return this;
  }

  /**
   * Writes a floating-point number, as {@link Double#toString(double)} does.
   *
   * @param name of the parameter
   * @param value the argument
   * @return this object
   */
  public Rendering text(String name, double value) {
    json.raw(Double.toString(value));
    return this;
  }

  /**
   * Writes {@code true} or {@code false}.
   *
   * @param name of the parameter
   * @param value the argument
   * @return this object
   */
  public Rendering text(String name, boolean value) {
    json.raw(value ? "true" : "false");
    return this;
  }

  /**
   * Writes a character, escaped.
   *
   * @param name of the parameter
   * @param value the argument
   * @return this object
   */
  public Rendering text(String name, char value) {
    json.escaped(String.valueOf(value));
    return this;
  }

  /**
   * Writes a plain value as JSON inside the text: numbers, years and booleans as they are, {@code
   * null} as {@code null}, anything else as a JSON string, times as schemas ask for them.
   *
   * @param value no object, list or map: these are taken apart by generated code
   * @return this object
   */
  public Rendering json(@Nullable Object value) {
    Object plain = PlainJson.of(value);
    boolean isBare =
        plain == null || plain instanceof Boolean || (plain instanceof Number n && isFinite(n));
    json.escaped(
        isBare
            ? String.valueOf(plain)
            : new JsonBytes(32).string(String.valueOf(plain)).toString());
    return this;
  }

  /**
   * Writes a comma unless a JSON array or object has just been opened inside the text.
   *
   * @return this object
   */
  public Rendering comma() {
    int size = json.size();
    byte last = size == 0 ? beginning[beginning.length - 1] : json.array()[size - 1];
    if (last != '[' && last != '{') {
      json.raw(',');
    }
    return this;
  }

  /**
   * Opens the fence around text that nobody vouches for. Its number is drawn once a call.
   *
   * @return this object
   */
  public Rendering fence() {
    json.raw("<untrusted:").raw(nonce()).raw(">\\n");
    return this;
  }

  /**
   * Closes the fence.
   *
   * @return this object
   */
  public Rendering endFence() {
    json.raw("\\n</untrusted:").raw(nonce()).raw(">");
    return this;
  }

  /**
   * Refuses to send a message that turned out blank, which the gateway would refuse.
   *
   * @param role who speaks
   * @return this object
   * @throws IllegalArgumentException if nothing but blanks follows the quote that opened the text
   */
  public Rendering filled(String role) {
    if (BlankText.endsIn(beginning, json)) {
      throw new IllegalArgumentException(
          "The " + role + " message of the prompt " + prompt.id() + " is blank.");
    }
    return this;
  }

  /**
   * Writes messages, a comma after each. A {@link Conversation} remembers the call.
   *
   * @param name of the parameter
   * @param messages the conversation before the prompt
   * @return this object
   * @throws NullPointerException if {@code messages} is {@code null}
   * @throws IllegalArgumentException if one is of the model and says nothing
   */
  public Rendering history(String name, @Nullable Iterable<? extends Message> messages) {
    if (messages instanceof Conversation remembering) {
      conversation = remembering;
    }
    for (Message message : present(name, messages)) {
      RequestWriter.message(Message.requireWords(message), json);
      json.raw(',');
    }
    return this;
  }

  /**
   * Writes a content part, a comma before it.
   *
   * @param name of the parameter
   * @param part an image, a sound, a file or a text
   * @return this object
   * @throws NullPointerException if {@code part} is {@code null}
   */
  public Rendering part(String name, @Nullable ContentPart part) {
    json.raw(',');
    RequestWriter.part(present(name, part), json);
    return this;
  }

  /**
   * Takes what the caller wants otherwise, for this call only.
   *
   * @param options {@code null} changes nothing
   * @return this object
   */
  public Rendering options(@Nullable CallOptions options) {
    this.options = options;
    return this;
  }

  /**
   * Lets the model correct an answer that does not fit: it is shown its answer and what is wrong
   * with it.
   *
   * @param rounds how often, 0 or more
   * @return this object
   */
  public Rendering repair(int rounds) {
    this.repairs = rounds;
    return this;
  }

  /**
   * Lets the model call tools.
   *
   * @param tools what it may ask for
   * @param rounds how often it may ask for some, 1 or more
   * @return this object
   */
  public Rendering tools(Tools tools, int rounds) {
    this.tools = tools;
    this.toolRounds = rounds;
    return this;
  }

  /** {@return whether its messages are still to be written, as they were compiled} */
  public boolean isCompiled() {
    return !isOverridden;
  }

  /** Says that its messages have been written by other templates. */
  Rendering overridden() {
    isOverridden = true;
    return this;
  }

  /** Copies a constant. */
  void constant(String text) {
    json.raw(text);
  }

  FollowUps followUps() {
    Tools given = tools;
    return given == null && repairs == 0
        ? FollowUps.NONE
        : FollowUps.of(repairs, given == null ? null : given.runner(), toolRounds);
  }

  Prompt prompt() {
    return prompt;
  }

  byte[] beginning() {
    return beginning;
  }

  /** What stands behind the beginning. */
  JsonBytes json() {
    return json;
  }

  /** What its history is of, {@code null} if that is no conversation. */
  @Nullable Conversation conversation() {
    return conversation;
  }

  @Nullable CallOptions options() {
    return options;
  }

  private static boolean isFinite(Number number) {
    return !(number instanceof Double || number instanceof Float)
        || Double.isFinite(number.doubleValue());
  }

  private String nonce() {
    String drawn = nonce;
    if (drawn == null) {
      drawn = Long.toHexString(RANDOM.nextLong() | Long.MIN_VALUE);
      nonce = drawn;
    }
    return drawn;
  }

  private <T> T present(String name, @Nullable T value) {
    if (value == null) {
      throw new NullPointerException(
          "The argument \"" + name + "\" of the prompt " + prompt.id() + " is null.");
    }
    return value;
  }
}
