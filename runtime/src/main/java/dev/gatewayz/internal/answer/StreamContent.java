package dev.gatewayz.internal.answer;

import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.chat.Choice;
import dev.gatewayz.chat.FinishReason;
import dev.gatewayz.chat.GatewayUsage;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.internal.wire.AnswerFields;
import dev.gatewayz.internal.wire.ChoiceFields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What has arrived of a streamed answer, put together chunk by chunk: the first choice always, all
 * choices and what stands around them if somebody wants the whole answer at the end.
 */
public final class StreamContent implements Content {
  /** What a choice without a word counts, in characters. */
  private static final int CHOICE_SIZE = 64;

  private final boolean keepsId;
  private final ChoiceContent first = new ChoiceContent(0);
  private final @Nullable Surroundings surroundings;
  private @Nullable String id;
  private @Nullable String model;
  private int size;
  private @Nullable Usage usage;
  private @Nullable GatewayUsage gatewayUsage;
  private @Nullable BigDecimal cost;

  /** Bit i is set when choice i has begun; those above 63 are not watched. */
  private long begunChoices;

  /** Bit i is set when choice i has finished. */
  private long finishedChoices;

  /** Whether it is known from which number the server counts the choices. */
  private boolean isNumbered;

  /** Whether that is 1: some number the only choice that was asked for so. */
  private boolean beginsAtOne;

  /** What is kept beside the first choice for the whole answer. */
  private static final class Surroundings {
    final List<ChoiceContent> others = new ArrayList<>(0);
    private long created;
    private Map<String, String> lastExtra = Map.of();
    private Map<String, String> extra = Map.of();

    /** Adds what a chunk says; returns how many characters that was. */
    int add(AnswerFields chunk) {
      created = created == 0 ? chunk.created() : created;
      return keep(chunk.extra());
    }

    /** Those of one chunk are the very map of the chunk before, as a rule. */
    @SuppressWarnings("ReferenceEquality")
    private int keep(Map<String, String> unknown) {
      int added = 0;
      if (unknown != lastExtra && !unknown.isEmpty()) {
        lastExtra = unknown;
        extra = extra.isEmpty() ? new LinkedHashMap<>() : extra;
        extra.putAll(unknown);
        for (Map.Entry<String, String> member : unknown.entrySet()) {
          added += member.getKey().length() + member.getValue().length();
        }
      }
      return added;
    }

    /** Adds what a chunk says for a choice; returns how many characters that counts. */
    int add(ChoiceFields choice) {
      for (ChoiceContent other : others) {
        if (other.index() == choice.index()) {
          return other.add(choice);
        }
      }
      ChoiceContent other = new ChoiceContent(choice.index());
      others.add(other);
      return CHOICE_SIZE + other.add(choice);
    }
  }

  /**
   * Nothing yet.
   *
   * @param keepsAll whether all of it is wanted at the end
   * @param keepsId whether the id is wanted, even if not all of it is
   */
  public StreamContent(boolean keepsAll, boolean keepsId) {
    this.keepsId = keepsAll || keepsId;
    this.surroundings = keepsAll ? new Surroundings() : null;
  }

  /** Whether the id, which costs something to read, is still wanted. */
  boolean wantsId() {
    return keepsId && (id == null || id.isEmpty());
  }

  /**
   * Adds what a chunk says.
   *
   * @return the reason in the server's word if it says that the provider failed, else {@code null}
   */
  @Nullable String add(AnswerFields chunk, Response response) {
    numberFromZero(chunk, response);
    return add(chunk);
  }

  /** The same for a chunk whose choices are numbered from 0. */
  public @Nullable String add(AnswerFields chunk) {
    if (chunk.usage() != null && (usage == null || chunk.usage().totalTokens() > 0)) {
      usage = chunk.usage();
    }
    if (chunk.gatewayUsage() != null) {
      gatewayUsage = chunk.gatewayUsage();
    }
    if (chunk.cost() != null) {
      cost = chunk.cost();
    }
    keepHead(chunk);
    if (surroundings != null) {
      grow(surroundings.add(chunk));
    }
    String failure = null;
    for (int i = 0; i < chunk.choiceCount(); i++) {
      ChoiceFields choice = chunk.choice(i);
      if (choice.index() == 0) {
        grow(first.add(choice));
      } else if (surroundings != null) {
        grow(surroundings.add(choice));
      }
      String reason = choice.finishReason();
      if (reason != null && FinishReason.of(reason) == FinishReason.ERROR) {
        failure = reason;
      }
      note(choice.index(), reason != null);
    }
    return failure;
  }

  /** How many characters are kept of what the model said. */
  int size() {
    return size;
  }

  private void grow(int more) {
    size = more > Integer.MAX_VALUE - size ? Integer.MAX_VALUE : size + more;
  }

  private void keepHead(AnswerFields chunk) {
    if (wantsId()) {
      id = Objects.requireNonNullElse(chunk.id(), "");
    }
    model = model == null || model.isEmpty() ? chunk.model() : model;
  }

  /** The server has said what the answer costs before it began; what it says later counts more. */
  void announceCost(@Nullable BigDecimal announced) {
    // Nothing had been answered by then, so nothing may have been added up.
    cost = announced == null || announced.signum() == 0 ? cost : announced;
  }

  private void numberFromZero(AnswerFields chunk, Response response) {
    if (chunk.choiceCount() != 1) {
      isNumbered |= chunk.choiceCount() > 1;
      return;
    }
    ChoiceFields only = chunk.choice(0);
    if (!isNumbered) {
      isNumbered = true;
      beginsAtOne = only.index() == 1 && !response.wantsSeveralChoices();
    }
    if (beginsAtOne && only.index() == 1) {
      only.beFirst();
    }
  }

  private void note(int index, boolean isFinish) {
    long bit = index >= 0 && index < 64 ? 1L << index : 0;
    begunChoices |= bit;
    if (isFinish) {
      finishedChoices |= bit;
    }
  }

  /** Whether the model has said why it stopped, for every choice. */
  public boolean isFinished() {
    return (begunChoices & 1) != 0 && begunChoices == finishedChoices;
  }

  /** How the first choice ended. */
  public AnswerEnd end() {
    return new AnswerEnd(text(), first.finishReason(), first.refusal(), first.hasThought(), usage);
  }

  /**
   * The whole answer.
   *
   * @param requestedModel the model to name where the server named none
   */
  public ChatCompletion toCompletion(String requestedModel) {
    List<Choice> choices = new ArrayList<>(1 + others().size());
    choices.add(first.choice());
    others().stream().map(ChoiceContent::choice).forEach(choices::add);
    choices.sort(Comparator.comparingInt(Choice::index));
    return ChatCompletion.builder()
        .id(id == null ? "" : id)
        .object("chat.completion")
        .created(surroundings == null ? 0 : surroundings.created)
        .model(AnswerFields.modelName(model, requestedModel))
        .choices(choices)
        .usage(usage)
        .gatewayUsage(gatewayUsage)
        .extra(surroundings == null ? Map.of() : surroundings.extra)
        .build();
  }

  private List<ChoiceContent> others() {
    return surroundings == null ? List.of() : surroundings.others;
  }

  @Override
  public boolean hasWords() {
    return first.hasWords();
  }

  @Override
  public String text() {
    return first.text();
  }

  @Override
  public List<ToolCall> toolCalls() {
    return first.toolCalls();
  }

  @Override
  public AssistantMessage message() {
    return first.message();
  }

  @Override
  public FinishReason finish() {
    return FinishReason.of(first.finishReason());
  }

  @Override
  public @Nullable String responseId() {
    return id;
  }

  @Override
  public @Nullable String responseModel() {
    return model;
  }

  @Override
  public List<String> finishReasons() {
    List<String> reasons = new ArrayList<>(1);
    add(reasons, first);
    others().forEach(other -> add(reasons, other));
    return reasons;
  }

  private static void add(List<String> reasons, ChoiceContent choice) {
    if (choice.finishReason() != null) {
      reasons.add(choice.finishReason());
    }
  }

  @Override
  public @Nullable Usage usage() {
    return usage;
  }

  @Override
  public @Nullable GatewayUsage gatewayUsage() {
    return gatewayUsage;
  }

  @Override
  public @Nullable BigDecimal cost() {
    BigDecimal reported = Content.super.cost();
    return reported == null ? cost : reported;
  }
}
