package dev.gatewayz.internal.wire;

import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.chat.Choice;
import dev.gatewayz.chat.Delta;
import dev.gatewayz.chat.GatewayUsage;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.chat.ToolCallDelta;
import dev.gatewayz.chat.Usage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an answer or a chunk says, as the reader found it: every field may be missing. One instance
 * is reused from chunk to chunk, so that reading a chunk creates no object beside its texts.
 */
public final class AnswerFields {
  private static final String MODEL_PREFIX = dev.gatewayz.chat.ModelName.PREFIX;

  @Nullable String id;
  @Nullable String object;
  @Nullable String model;
  long created;
  @Nullable Usage usage;
  @Nullable GatewayUsage gatewayUsage;
  boolean hasError;
  boolean hasChoices;
  private final List<ChoiceFields> choices = new ArrayList<>(1);
  private int choiceCount;

  /** Forgets everything. */
  public void clear() {
    id = null;
    object = null;
    model = null;
    created = 0;
    usage = null;
    gatewayUsage = null;
    hasError = false;
    hasChoices = false;
    choiceCount = 0;
  }

  /** Whether this is an error and no answer; its fields are not read then. */
  public boolean hasError() {
    return hasError;
  }

  /** Whether there is a {@code choices} array, though it may be empty. */
  public boolean hasChoices() {
    return hasChoices;
  }

  /** How many choices there are. */
  public int choiceCount() {
    return choiceCount;
  }

  /** A choice, by its place in the array. */
  public ChoiceFields choice(int place) {
    return choices.get(place);
  }

  /** The tokens, where they are reported. */
  public @Nullable Usage usage() {
    return usage;
  }

  /** The answer's id, where it has one. */
  public @Nullable String id() {
    return id;
  }

  ChoiceFields addChoice() {
    if (choiceCount == choices.size()) {
      choices.add(new ChoiceFields());
    }
    ChoiceFields choice = choices.get(choiceCount++);
    choice.clear();
    return choice;
  }

  /**
   * The chunk as a value.
   *
   * @param requestedModel the model to name where the server names none
   */
  public ChatChunk toChunk(String requestedModel) {
    List<ChatChunk.Choice> list = new ArrayList<>(choiceCount);
    for (int i = 0; i < choiceCount; i++) {
      ChoiceFields c = choices.get(i);
      list.add(
          new ChatChunk.Choice(
              c.index,
              new Delta(c.role, c.content, c.reasoning, c.refusal, c.toolCalls),
              c.finishReason));
    }
    return new ChatChunk(
        id == null ? "" : id,
        object == null ? "chat.completion.chunk" : object,
        created,
        model(requestedModel),
        list,
        usage);
  }

  /**
   * The answer as a value.
   *
   * @param requestedModel the model to name where the server names none
   */
  public ChatCompletion toCompletion(String requestedModel) {
    List<Choice> list = new ArrayList<>(choiceCount);
    for (int i = 0; i < choiceCount; i++) {
      ChoiceFields c = choices.get(i);
      list.add(
          new Choice(
              c.index,
              new AssistantMessage(c.content, toolCalls(c.toolCalls), c.refusal, c.reasoning),
              c.finishReason));
    }
    if (choiceCount > 1) {
      list.sort(Comparator.comparingInt(Choice::index));
    }
    return new ChatCompletion(
        id == null ? "" : id,
        object == null ? "chat.completion" : object,
        created,
        model(requestedModel),
        list,
        usage,
        gatewayUsage);
  }

  private String model(String requestedModel) {
    if (model == null || model.isEmpty()) {
      return requestedModel;
    }
    boolean same =
        requestedModel.length() == MODEL_PREFIX.length() + model.length()
            && requestedModel.endsWith(model);
    if (same) {
      return requestedModel;
    }
    return model.startsWith(MODEL_PREFIX) ? model : MODEL_PREFIX + model;
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
              delta.arguments() == null ? "" : delta.arguments()));
    }
    return calls;
  }
}
