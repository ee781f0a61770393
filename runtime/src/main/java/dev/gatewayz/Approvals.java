package dev.gatewayz;

import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.Message;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.error.ApprovalRequiredException;
import dev.gatewayz.internal.json.Json;
import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.json.JsonValue;
import dev.gatewayz.internal.syntax.JsonSyntax;
import dev.gatewayz.internal.wire.MessageReader;
import dev.gatewayz.internal.wire.RequestWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What somebody has to decide before a call can go on, and what was decided: the calls of tools
 * that need an approval, and the conversation so far. {@link #toJson} keeps it for another day and
 * another process; {@link CallOptions.Builder#approvals} lets the same prompt go on. Immutable.
 */
public final class Approvals {
  private final Asker asker;
  private final List<Message> messages;
  private final List<String> wanted;
  private final int rounds;
  private final Map<String, Verdict> verdicts;

  /** Whose call waits, and the model that asks for the tools. */
  private record Asker(String promptId, @Nullable String model) {}

  /**
   * What was decided of a call.
   *
   * @param arguments other ones, {@code null} for those that the model wrote
   * @param refusal why it is not made, {@code null} if it is
   */
  private record Verdict(@Nullable String arguments, @Nullable String refusal) {}

  private Approvals(
      Asker asker,
      List<Message> messages,
      List<String> wanted,
      int rounds,
      Map<String, Verdict> verdicts) {
    this.asker = asker;
    this.messages = List.copyOf(messages);
    this.wanted = List.copyOf(wanted);
    this.rounds = rounds;
    this.verdicts = verdicts;
    if (messages.isEmpty() || !(messages.get(messages.size() - 1) instanceof AssistantMessage)) {
      throw new IllegalArgumentException("The last message is none that asks for tools.");
    }
  }

  /**
   * {@return what a call waits for; nothing is decided}
   *
   * @param exception what the call ended with
   * @throws IllegalArgumentException if the exception was serialized, and has no messages
   */
  public static Approvals of(ApprovalRequiredException exception) {
    return new Approvals(
        new Asker(String.valueOf(exception.call().promptId()), exception.call().model()),
        exception.messages(),
        exception.wanted().stream().map(ToolCall::id).toList(),
        exception.rounds(),
        Map.of());
  }

  /** {@return the prompt whose call waits} */
  public String promptId() {
    return asker.promptId();
  }

  /**
   * {@return the model that asks for the tools, which may be a fallback of the prompt's; {@code
   * null} if that is not known}
   *
   * <p>Another one that goes on with the conversation is not shown its thoughts.
   */
  public @Nullable String model() {
    return asker.model();
  }

  /** {@return the calls that need an approval, decided or not} */
  public List<ToolCall> wanted() {
    return said().toolCalls().stream().filter(call -> wanted.contains(call.id())).toList();
  }

  /** {@return the conversation so far; the last message is the answer that asks for the tools} */
  public List<Message> messages() {
    return messages;
  }

  /** {@return how often tools were run before} */
  public int rounds() {
    return rounds;
  }

  /** {@return whether each call that needs an approval has a verdict} */
  public boolean isComplete() {
    return verdicts.keySet().containsAll(wanted);
  }

  /** {@return the answer that asks for the tools, with the arguments that were decided on} */
  public AssistantMessage said() {
    AssistantMessage said = (AssistantMessage) messages.get(messages.size() - 1);
    List<ToolCall> calls = new ArrayList<>();
    for (ToolCall call : said.toolCalls()) {
      Verdict verdict = verdicts.get(call.id());
      String changed = verdict == null ? null : verdict.arguments();
      calls.add(
          changed == null ? call : new ToolCall(call.id(), call.name(), changed, call.extra()));
    }
    return said.toBuilder().toolCalls(calls).build();
  }

  /**
   * {@return why a call is not made, {@code null} if it is made or not decided yet}
   *
   * @param callId {@link ToolCall#id()} of the call
   */
  public @Nullable String refusal(String callId) {
    Verdict verdict = verdicts.get(callId);
    return verdict == null ? null : verdict.refusal();
  }

  /**
   * Lets a call be made.
   *
   * @param callId {@link ToolCall#id()} of a call that is {@link #wanted() wanted}
   * @return these approvals and this one
   * @throws IllegalArgumentException if there is no such call
   */
  public Approvals approve(String callId) {
    return with(callId, new Verdict(null, null));
  }

  /**
   * Lets a call be made with other arguments, which the model is shown as its own.
   *
   * @param callId {@link ToolCall#id()} of a call that is {@link #wanted() wanted}
   * @param arguments a JSON object
   * @return these approvals and this one
   * @throws IllegalArgumentException if there is no such call, or this is no JSON
   */
  public Approvals approve(String callId, String arguments) {
    String json = JsonSyntax.requireValue("The arguments of " + callId, arguments);
    return with(callId, new Verdict(json, null));
  }

  /**
   * Has the model told that a call is not made.
   *
   * @param callId {@link ToolCall#id()} of a call that is {@link #wanted() wanted}
   * @param reason for the model to read
   * @return these approvals and this rejection
   * @throws IllegalArgumentException if there is no such call
   */
  public Approvals reject(String callId, String reason) {
    return with(callId, new Verdict(null, Objects.requireNonNull(reason, "reason")));
  }

  private Approvals with(String callId, Verdict verdict) {
    if (!wanted.contains(callId)) {
      throw new IllegalArgumentException(
          "There is no call " + callId + " to decide on; there are " + wanted + ".");
    }
    Map<String, Verdict> more = new LinkedHashMap<>(verdicts);
    more.put(callId, verdict);
    return new Approvals(asker, messages, wanted, rounds, more);
  }

  /** {@return all of it as a JSON object} */
  public String toJson() {
    Map<String, @Nullable Object> decided = new LinkedHashMap<>();
    verdicts.forEach(
        (id, verdict) -> {
          Map<String, @Nullable Object> members = new LinkedHashMap<>();
          members.put("arguments", verdict.arguments());
          members.put("refusal", verdict.refusal());
          decided.put(id, members);
        });
    JsonBytes json = new JsonBytes(512).raw("{\"prompt\":").string(asker.promptId());
    json.raw(",\"model\":");
    JsonValue.write(asker.model(), json);
    json.raw(",\"rounds\":").raw(String.valueOf(rounds)).raw(",\"wanted\":");
    JsonValue.write(wanted, json);
    json.raw(",\"verdicts\":");
    JsonValue.write(decided, json);
    json.raw(",\"messages\":[");
    RequestWriter.messages(messages, json);
    return json.raw("]}").toString();
  }

  /**
   * Reads what {@link #toJson} has written.
   *
   * @param json a JSON object
   * @return the same approvals, to go on with
   * @throws IllegalArgumentException if this is nothing of the kind
   */
  public static Approvals fromJson(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    Object document;
    try {
      document = Json.read(bytes, 0, bytes.length);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("The approvals are not JSON.", e);
    }
    if (document instanceof Map<?, ?> members
        && members.get("prompt") instanceof String prompt
        && members.get("rounds") instanceof Number rounds
        && members.get("wanted") instanceof List<?> wanted
        && members.get("verdicts") instanceof Map<?, ?> decided) {
      byte[] list = JsonValue.text(members.get("messages")).getBytes(StandardCharsets.UTF_8);
      Map<String, Verdict> verdicts = new LinkedHashMap<>();
      decided.forEach((id, verdict) -> verdicts.put(String.valueOf(id), verdict(verdict)));
      return new Approvals(
          new Asker(prompt, text(members.get("model"))),
          MessageReader.messages(list, 0, list.length),
          wanted.stream().map(String::valueOf).toList(),
          rounds.intValue(),
          verdicts);
    }
    throw new IllegalArgumentException("This JSON was not written by Approvals.toJson().");
  }

  private static Verdict verdict(@Nullable Object members) {
    return members instanceof Map<?, ?> map
        ? new Verdict(text(map.get("arguments")), text(map.get("refusal")))
        : new Verdict(null, null);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof String text ? text : null;
  }

  /** Shows neither words nor arguments. */
  @Override
  public String toString() {
    return "Approvals["
        + asker.promptId()
        + ", "
        + verdicts.size()
        + " of "
        + wanted.size()
        + " decided]";
  }
}
