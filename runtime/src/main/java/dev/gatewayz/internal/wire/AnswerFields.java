package dev.gatewayz.internal.wire;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.chat.Choice;
import dev.gatewayz.chat.ChunkChoice;
import dev.gatewayz.chat.GatewayUsage;
import dev.gatewayz.chat.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an answer or a chunk says, as the reader found it: every field may be missing. One instance
 * is reused from chunk to chunk, so that reading a chunk creates no object beside its texts.
 */
public final class AnswerFields {
  private static final String MODEL_PREFIX = dev.gatewayz.internal.syntax.ModelName.PREFIX;

  /** What its event was compared with, {@code null} if it was parsed. */
  @Nullable ChunkShape shape;

  @Nullable String id;
  @Nullable String object;
  @Nullable String model;
  long created;
  @Nullable Usage usage;
  @Nullable GatewayUsage gatewayUsage;
  @Nullable BigDecimal cost;
  boolean hasError;
  boolean hasChoices;
  final UsageFields usageFields = new UsageFields();
  final UnknownMembers unknown = new UnknownMembers();
  private final List<ChoiceFields> choices = new ArrayList<>(1);
  private int choiceCount;

  /** Forgets everything. */
  public void clear() {
    shape = null;
    id = null;
    object = null;
    model = null;
    created = 0;
    usage = null;
    gatewayUsage = null;
    cost = null;
    unknown.clear();
    hasError = false;
    hasChoices = false;
    choiceCount = 0;
  }

  /** Whether this is an error and no answer; its fields are not read then. */
  public boolean hasError() {
    return hasError;
  }

  /** Whether this is an answer of another API, which no error in a good response can be. */
  public boolean isOfOtherApi() {
    return !hasError && !hasChoices && ErrorSigns.areOfOtherApi(unknown.toMap());
  }

  /** Whether there is a {@code choices} array, though it may be empty. */
  public boolean hasChoices() {
    return hasChoices;
  }

  /** Whether this says nothing at all, as what keeps a connection alive does. */
  public boolean isEmpty() {
    return !hasChoices && usage == null && gatewayUsage == null;
  }

  /** Whether the model says something in it: text, thoughts, a tool call, or why it stops. */
  public boolean says() {
    for (int i = 0; i < choiceCount; i++) {
      if (choices.get(i).says()) {
        return true;
      }
    }
    return false;
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

  /** The model as the server names it, where it does. */
  public @Nullable String model() {
    return model;
  }

  /** When the answer was made, in seconds since 1970; 0 if unknown. */
  public long created() {
    return created;
  }

  /** What Gatewayz added, where it did. */
  public @Nullable GatewayUsage gatewayUsage() {
    return gatewayUsage;
  }

  /** What the answer cost, where that stands beside the usage and not in it. */
  public @Nullable BigDecimal cost() {
    return cost;
  }

  /** The members for which there is no field, each value as JSON text. */
  public Map<String, String> extra() {
    return unknown.toMap();
  }

  /** The answer's id, where it has one. */
  public @Nullable String id() {
    return id;
  }

  /** Takes over what a chunk says that somebody else has read. */
  public void set(ChatChunk chunk) {
    clear();
    id = chunk.id();
    object = chunk.object();
    model = chunk.model();
    created = chunk.created();
    usage = chunk.usage();
    unknown.set(chunk.extra());
    hasChoices = true;
    for (ChunkChoice choice : chunk.choices()) {
      addChoice().set(choice);
    }
  }

  /** Makes one choice of those with the same index, which said it in several events. */
  void mergeChoices() {
    int place = 1;
    while (place < choiceCount) {
      ChoiceFields later = choices.get(place);
      ChoiceFields earlier = choiceBefore(place, later.index);
      if (earlier == null) {
        place++;
      } else {
        earlier.add(later);
        choices.add(choices.remove(place));
        choiceCount--;
      }
    }
  }

  private @Nullable ChoiceFields choiceBefore(int place, int index) {
    for (int i = 0; i < place; i++) {
      if (choices.get(i).index == index) {
        return choices.get(i);
      }
    }
    return null;
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
   * @param knownId the id of the answer where this chunk has none
   */
  public ChatChunk toChunk(String requestedModel, String knownId) {
    ChunkChoice[] list = new ChunkChoice[choiceCount];
    for (int i = 0; i < choiceCount; i++) {
      list[i] = choices.get(i).toChunkChoice();
    }
    return ChatChunk.builder()
        .id(id == null || id.isEmpty() ? knownId : id)
        .object(object == null ? "chat.completion.chunk" : object)
        .created(created)
        .model(model(requestedModel))
        .choices(List.of(list))
        .extra(unknown.toMap())
        .usage(usage)
        .build();
  }

  /** The text of the first choice if this was compared with the same as that, else {@code null}. */
  @Nullable String textIfAlike(@Nullable ChunkShape other) {
    boolean isAlike = shape != null && shape == other && choices.get(0).index == 0;
    return isAlike ? choices.get(0).content : null;
  }

  /**
   * The answer as a value.
   *
   * @param requestedModel the model to name where the server names none
   */
  public ChatCompletion toCompletion(String requestedModel) {
    Choice[] list = new Choice[choiceCount];
    for (int i = 0; i < choiceCount; i++) {
      list[i] = choices.get(i).toChoice();
    }
    if (choiceCount > 1) {
      Arrays.sort(list, Comparator.comparingInt(Choice::index));
    }
    return ChatCompletion.builder()
        .id(id == null ? "" : id)
        .object(object == null ? "chat.completion" : object)
        .created(created)
        .model(model(requestedModel))
        .choices(List.of(list))
        .extra(unknown.toMap())
        .usage(usage)
        .gatewayUsage(gatewayUsage)
        .build();
  }

  private String model(String requestedModel) {
    return modelName(model, requestedModel);
  }

  /**
   * The name of the model that answered, with its prefix.
   *
   * @param model as the server says, {@code null} if it does not
   * @param requestedModel the model to name where the server names none
   */
  public static String modelName(@Nullable String model, String requestedModel) {
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
}
