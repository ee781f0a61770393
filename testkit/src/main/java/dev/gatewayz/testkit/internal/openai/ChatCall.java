package dev.gatewayz.testkit.internal.openai;

import dev.gatewayz.testkit.internal.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/**
 * A chat completion that is asked for, read leniently: what is missing or of the wrong kind is as
 * if it had been left out. Immutable.
 */
public final class ChatCall {
  private final JsonValue body;
  private final Dialect dialect;

  /** Reads the body of a request to a server of that kind. */
  public ChatCall(JsonValue body, Dialect dialect) {
    this.body = body;
    this.dialect = dialect;
  }

  /** Whom it was sent to. */
  public Dialect dialect() {
    return dialect;
  }

  /** The model's name as it was asked for, {@code "unknown"} if it was not. */
  public String model() {
    return body.get("model").text().orElse("unknown");
  }

  /** Whether the answer is to be streamed. */
  public boolean isStream() {
    return body.get("stream").isTrue();
  }

  /** Whether a stream is to report its usage. */
  boolean wantsUsage() {
    return body.get("stream_options").get("include_usage").isTrue();
  }

  /** How many answers to give: what is asked for, but Gatewayz gives one whatever that is. */
  public int n() {
    return !dialect.isOpenAi()
        ? 1
        : body.get("n").number().map(Number::intValue).filter(n -> n > 0).orElse(1);
  }

  /** What ends an answer: none, one or some texts. */
  public List<String> stop() {
    JsonValue stop = body.get("stop");
    List<String> texts = new ArrayList<>();
    stop.text().ifPresent(texts::add);
    stop.items().forEach(item -> item.text().ifPresent(texts::add));
    return texts;
  }

  /** How many tokens an answer may have. */
  public OptionalLong maxTokens() {
    return dialect.tokenLimits().stream()
        .flatMap(name -> body.get(name).number().stream())
        .mapToLong(Number::longValue)
        .min();
  }

  /** The whole body, for what has no method here. */
  JsonValue body() {
    return body;
  }

  /** The text of the last message of the user, empty if there is none. */
  public String lastUserText() {
    List<JsonValue> messages = new ArrayList<>(body.get("messages").items());
    Collections.reverse(messages);
    return messages.stream()
        .filter(message -> message.get("role").text().orElse("").equals("user"))
        .findFirst()
        .map(ChatCall::text)
        .orElse("");
  }

  /** The text of the first message if it is the system's, empty if it is not. */
  public String systemText() {
    return body.get("messages").items().stream()
        .limit(1)
        .filter(message -> message.get("role").text().orElse("").equals("system"))
        .map(ChatCall::text)
        .findFirst()
        .orElse("");
  }

  /** The tokens of all messages. */
  public long promptTokens() {
    return Tokens.ofLength(
        body.get("messages").items().stream().mapToLong(message -> text(message).length()).sum());
  }

  static String text(JsonValue message) {
    JsonValue content = message.get("content");
    StringBuilder text = new StringBuilder(content.text().orElse(""));
    content.items().forEach(part -> text.append(part.get("text").text().orElse("")));
    return text.toString();
  }
}
