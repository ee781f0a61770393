package dev.gatewayz;

import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.Message;
import dev.gatewayz.chat.SystemMessage;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.chat.ToolMessage;
import dev.gatewayz.chat.UserMessage;
import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.wire.MessageReader;
import dev.gatewayz.internal.wire.RequestWriter;
import dev.gatewayz.usage.TokenEstimator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a conversation. Declare a parameter of this type on a prompt method: its messages
 * stand before the prompt's own, and when the call has its answer, the two are added to it.
 *
 * <pre>{@code
 * @GatewayzPrompt("{{question}}")
 * String answer(Conversation conversation, String question);
 *
 * Conversation conversation = Conversation.withMaxMessages(20);
 * support.answer(conversation, "Where is my parcel?");
 * support.answer(conversation, "And when will it come?");
 * }</pre>
 *
 * <p>What is added is the user's message as it was sent, the rounds of tools, and the answer; the
 * prompt's system message, its examples and corrections of an answer are not. A stream adds it
 * right before its subscriber hears of the end. A call that fails, is cancelled or answers nothing
 * adds nothing.
 *
 * <p>The oldest messages are forgotten when there are too many, a user's message together with all
 * that answered it, so that no answer of a tool is left without its question. The last of these
 * turns and system messages at the beginning always stay.
 *
 * <p>Thread-safe. Calls that are made at the same time see the messages of when each began, and add
 * theirs in the order in which they end.
 */
public final class Conversation implements Iterable<Message> {
  private final long most;
  private final ToLongFunction<Message> size;

  /** Guarded by this. */
  private final List<Entry> entries = new ArrayList<>();

  /**
   * What was said.
   *
   * @param message who said what
   * @param size how much room it takes
   */
  private record Entry(Message message, long size) {
    boolean isOf(Class<? extends Message> kind) {
      return kind.isInstance(message);
    }
  }

  private Conversation(long most, ToLongFunction<Message> size) {
    if (most < 1) {
      throw new IllegalArgumentException(
          "A conversation may have " + most + " messages or tokens; it must be at least 1.");
    }
    this.most = most;
    this.size = size;
  }

  /**
   * An empty conversation that remembers the last messages.
   *
   * @param maxMessages how many, system messages at the beginning not counted; at least 1
   * @return the conversation
   * @throws IllegalArgumentException if {@code maxMessages} is below 1
   */
  public static Conversation withMaxMessages(int maxMessages) {
    return new Conversation(maxMessages, message -> 1);
  }

  /**
   * An empty conversation that remembers the last messages, as many as have no more tokens together
   * than that. Only text counts, and what is said to and by tools; images, sound and files do not.
   *
   * @param maxTokens how many, system messages at the beginning not counted; at least 1
   * @param estimator counts them, {@link TokenEstimator#QUARTER} for one; it is asked with an empty
   *     model
   * @return the conversation
   * @throws IllegalArgumentException if {@code maxTokens} is below 1
   */
  public static Conversation withMaxTokens(long maxTokens, TokenEstimator estimator) {
    Objects.requireNonNull(estimator, "estimator");
    return new Conversation(maxTokens, message -> estimator.tokens("", text(message)));
  }

  /**
   * What is remembered, for a {@link dev.gatewayz.chat.ChatRequest} for instance.
   *
   * @return the messages of this moment, the oldest first
   */
  public synchronized List<Message> messages() {
    return entries.stream().map(Entry::message).toList();
  }

  /**
   * Goes through the messages of this moment.
   *
   * @return the oldest first; what is added later is not seen
   */
  @Override
  public Iterator<Message> iterator() {
    return messages().iterator();
  }

  /**
   * Adds a message. Calls of prompt methods add theirs themselves.
   *
   * @param message what was said
   * @return this conversation
   * @throws IllegalArgumentException if the message is one of the model's that says nothing
   */
  public Conversation add(Message message) {
    return add(List.of(message));
  }

  /**
   * Adds messages that belong together, with none of another call between them.
   *
   * @param messages what was said, the oldest first
   * @return this conversation
   * @throws IllegalArgumentException if a message is one of the model's that says nothing
   */
  public Conversation add(List<? extends Message> messages) {
    List<Entry> said = new ArrayList<>(messages.size());
    for (Message message : messages) {
      // Measured before anybody else has to wait.
      said.add(new Entry(Message.requireWords(message), size.applyAsLong(message)));
    }
    synchronized (this) {
      entries.addAll(said);
      forget();
    }
    return this;
  }

  /** Forgets all messages. */
  public synchronized void clear() {
    entries.clear();
  }

  /**
   * All messages for a file or a database. They hold what users and the model have said.
   *
   * @return a JSON array, as in the member {@code messages} of a request
   */
  public String toJson() {
    JsonBytes json = new JsonBytes(512).raw("[");
    RequestWriter.messages(messages(), json);
    return json.raw("]").toString();
  }

  /**
   * Adds messages that were kept, as far as there is room.
   *
   * @param json what {@link #toJson} has written, or the member {@code messages} of a request;
   *     {@code null}, as of a store that knows of none, adds nothing
   * @return this conversation
   * @throws IllegalArgumentException if this is nothing of the kind; nothing is added then
   */
  public Conversation addJson(@Nullable String json) {
    if (json == null) {
      return this;
    }
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return add(MessageReader.messages(bytes, 0, bytes.length));
  }

  /** Takes whole turns off, each from a user's message to before the next, the last one not. */
  private void forget() {
    int first = 0;
    while (first < entries.size() && entries.get(first).isOf(SystemMessage.class)) {
      first++;
    }
    long total = 0;
    for (Entry entry : entries.subList(first, entries.size())) {
      total += entry.size();
    }
    while (total > most) {
      int next = first + 1;
      while (next < entries.size() && !entries.get(next).isOf(UserMessage.class)) {
        next++;
      }
      if (next >= entries.size()) {
        return;
      }
      List<Entry> turn = entries.subList(first, next);
      for (Entry entry : turn) {
        total -= entry.size();
      }
      turn.clear();
    }
  }

  /** What counts as tokens. */
  private static String text(Message message) {
    if (message instanceof UserMessage user) {
      return user.text();
    }
    if (message instanceof ToolMessage tool) {
      return tool.content();
    }
    StringBuilder text = new StringBuilder();
    if (message instanceof AssistantMessage assistant) {
      text.append(assistant.content() == null ? "" : assistant.content());
      for (ToolCall call : assistant.toolCalls()) {
        text.append(call.name()).append(call.arguments());
      }
    }
    return text.toString();
  }

  /** Shows how many messages there are, not what they say. */
  @Override
  public synchronized String toString() {
    return "Conversation[" + entries.size() + " messages]";
  }
}
