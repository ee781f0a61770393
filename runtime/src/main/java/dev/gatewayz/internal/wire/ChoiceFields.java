package dev.gatewayz.internal.wire;

import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.Choice;
import dev.gatewayz.chat.ChunkChoice;
import dev.gatewayz.chat.Delta;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.chat.ToolCallDelta;
import dev.gatewayz.internal.json.Json;
import dev.gatewayz.internal.json.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one choice of an answer or of a chunk says. Reused; belongs to its {@link AnswerFields}. */
public final class ChoiceFields {
  /** Nobody asks for more choices. */
  private static final int MAX_INDEX = 1_000;

  int index;
  @Nullable String role;
  @Nullable String content;

  /** Thoughts, by the member in which they came. */
  @Nullable String reasoningContent;

  @Nullable String reasoningText;
  @Nullable String unsentReasoning;
  final Map<String, String> rawReasoning = new LinkedHashMap<>(0);
  @Nullable String refusal;
  @Nullable String finishReason;
  final UnknownMembers unknown = new UnknownMembers();
  final List<ToolCallDelta> toolCalls = new ArrayList<>(0);

  ChoiceFields() {}

  /** The number of the choice, from 0. */
  public int index() {
    return index;
  }

  /** Takes over why the model stopped; a word that says that it did not is none. */
  void finish(@Nullable String word) {
    boolean isNone = word == null || word.isEmpty() || word.equalsIgnoreCase("null");
    finishReason = isNone ? null : word;
  }

  /** Makes this the first choice, whatever its number was. */
  public void beFirst() {
    index = 0;
  }

  /** Takes the number over; one that can be none is 0. */
  void index(long number) {
    index = number < 0 || number > MAX_INDEX ? 0 : (int) number;
  }

  /** Who speaks, where it is said. */
  public @Nullable String role() {
    return role;
  }

  /** Text. */
  public @Nullable String content() {
    return content;
  }

  /** Thoughts of a reasoning model. */
  public @Nullable String reasoning() {
    if (reasoningContent != null) {
      return reasoningContent;
    }
    return reasoningText == null ? unsentReasoning : reasoningText;
  }

  /** Words of a refusal. */
  public @Nullable String refusal() {
    return refusal;
  }

  /** Why the model stopped; never empty. */
  public @Nullable String finishReason() {
    return finishReason;
  }

  /** Tool calls or pieces of them; changes with the next chunk. */
  public List<ToolCallDelta> toolCalls() {
    return toolCalls;
  }

  /** Whether nothing at all is said, not even who speaks. */
  public boolean isEmpty() {
    return role == null
        && content == null
        && !hasReasoning()
        && refusal == null
        && finishReason == null
        && toolCalls.isEmpty();
  }

  /** Whether the model says something: who speaks is nothing yet, nor is text without a letter. */
  boolean says() {
    return finishReason != null
        || !toolCalls.isEmpty()
        || isText(content)
        || isText(reasoning())
        || !rawReasoning.isEmpty()
        || isText(refusal);
  }

  private static boolean isText(@Nullable String text) {
    return text != null && !text.isEmpty();
  }

  /** Adds what the same choice says next. */
  void add(ChoiceFields next) {
    role = role == null ? next.role : role;
    content = joined(content, next.content);
    reasoningContent = joined(reasoningContent, next.reasoningContent);
    reasoningText = joined(reasoningText, next.reasoningText);
    unsentReasoning = joined(unsentReasoning, next.unsentReasoning);
    next.rawReasoning.forEach(rawReasoning::putIfAbsent);
    refusal = joined(refusal, next.refusal);
    finishReason = next.finishReason == null ? finishReason : next.finishReason;
    toolCalls.addAll(next.toolCalls);
  }

  private static @Nullable String joined(@Nullable String text, @Nullable String next) {
    return text == null || next == null ? (text == null ? next : text) : text + next;
  }

  /** Whether there are thoughts of any kind. */
  public boolean hasReasoning() {
    return reasoningContent != null
        || reasoningText != null
        || unsentReasoning != null
        || !rawReasoning.isEmpty();
  }

  private void setReasoning(@Nullable String reasoning, Map<String, String> members) {
    reasoningContent = text(members.get(Reasoning.CONTENT));
    reasoningText = text(members.get(Reasoning.TEXT));
    unsentReasoning = reasoningContent == null && reasoningText == null ? reasoning : null;
    Reasoning.RAW.forEach(
        name -> {
          if (members.containsKey(name)) {
            rawReasoning.put(name, members.get(name));
          }
        });
  }

  private static @Nullable String text(@Nullable String json) {
    if (json == null) {
      return null;
    }
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return Json.read(bytes, 0, bytes.length) instanceof String text ? text : null;
  }

  private Map<String, String> reasoningMembers() {
    if (reasoningContent == null && reasoningText == null && rawReasoning.isEmpty()) {
      return Map.of();
    }
    Map<String, String> members = new LinkedHashMap<>();
    put(Reasoning.CONTENT, reasoningContent, members);
    put(Reasoning.TEXT, reasoningText, members);
    members.putAll(rawReasoning);
    return members;
  }

  private static void put(String name, @Nullable String text, Map<String, String> members) {
    if (text != null) {
      members.put(name, new JsonBytes(text.length() + 2).string(text).toString());
    }
  }

  void set(ChunkChoice chunk) {
    Delta delta = chunk.delta();
    index = chunk.index();
    role = delta.role();
    content = delta.content();
    setReasoning(delta.reasoning(), delta.reasoningMembers());
    refusal = delta.refusal();
    finishReason = chunk.finishReasonText();
    toolCalls.addAll(delta.toolCalls());
    unknown.set(chunk.extra());
  }

  ChunkChoice toChunkChoice() {
    return ChunkChoice.builder()
        .index(index)
        .delta(toDelta())
        .finishReasonText(finishReason)
        .extra(unknown.toMap())
        .build();
  }

  private Delta toDelta() {
    return Delta.builder()
        .role(role)
        .content(content)
        .reasoning(reasoning())
        .reasoningMembers(reasoningMembers())
        .refusal(refusal)
        .toolCalls(toolCalls)
        .build();
  }

  Choice toChoice() {
    return Choice.builder()
        .index(index)
        .message(toMessage())
        .finishReasonText(finishReason)
        .extra(unknown.toMap())
        .build();
  }

  private AssistantMessage toMessage() {
    return AssistantMessage.builder()
        .content(content)
        .toolCalls(toolCalls(toolCalls))
        .refusal(refusal)
        .reasoning(reasoning())
        .reasoningMembers(reasoningMembers())
        .build();
  }

  private static List<ToolCall> toolCalls(List<ToolCallDelta> deltas) {
    if (deltas.isEmpty()) {
      return List.of();
    }
    List<ToolCall> calls = new ArrayList<>(deltas.size());
    for (ToolCallDelta delta : deltas) {
      calls.add(
          new ToolCall(
              delta.id() == null ? "" : delta.id(),
              delta.name() == null ? "" : delta.name(),
              delta.arguments() == null ? "" : delta.arguments(),
              delta.extra()));
    }
    return ToolCallIds.unique(calls);
  }

  void clear() {
    index = 0;
    finishReason = null;
    unknown.clear();
    forgetMessage();
  }

  /** Forgets who says what. */
  void forgetMessage() {
    role = null;
    content = null;
    reasoningContent = null;
    reasoningText = null;
    unsentReasoning = null;
    rawReasoning.clear();
    refusal = null;
    toolCalls.clear();
  }
}
