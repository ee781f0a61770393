package dev.gatewayz.internal.answer;

import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.Choice;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.chat.ToolCallDelta;
import dev.gatewayz.internal.wire.ChoiceFields;
import dev.gatewayz.internal.wire.ReasoningAssembler;
import dev.gatewayz.internal.wire.ToolCallAssembler;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has arrived of one choice of a streamed answer, put together chunk by chunk. */
final class ChoiceContent {
  /** What a piece of a tool call counts beside its arguments, in characters. */
  private static final int TOOL_CALL_SIZE = 64;

  private final int index;
  private @Nullable StringBuilder text;
  private @Nullable ReasoningAssembler reasoning;
  private @Nullable StringBuilder refusal;
  private @Nullable ToolCallAssembler toolCalls;
  private @Nullable String finishReason;

  /** Nothing of the choice with that number. */
  ChoiceContent(int index) {
    this.index = index;
  }

  int index() {
    return index;
  }

  /** Adds what a chunk says; returns how many characters that was. */
  int add(ChoiceFields choice) {
    if (choice.finishReason() != null) {
      finishReason = choice.finishReason();
    }
    text = append(text, choice.content());
    if (choice.hasReasoning()) {
      reasoning = reasoning == null ? new ReasoningAssembler() : reasoning;
      reasoning.add(choice);
    }
    refusal = append(refusal, choice.refusal());
    int added = length(choice.content()) + length(choice.reasoning()) + length(choice.refusal());
    List<ToolCallDelta> pieces = choice.toolCalls();
    if (!pieces.isEmpty()) {
      if (toolCalls == null) {
        toolCalls = new ToolCallAssembler();
      }
      for (int i = 0; i < pieces.size(); i++) {
        toolCalls.add(pieces.get(i));
        added += sizeOf(pieces.get(i));
      }
    }
    return added;
  }

  /** The first piece of a tool call names it; the others have arguments alone. */
  private static int sizeOf(ToolCallDelta piece) {
    return (piece.name() == null ? 0 : TOOL_CALL_SIZE) + length(piece.arguments());
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  private static @Nullable StringBuilder append(
      @Nullable StringBuilder builder, @Nullable String more) {
    if (more == null || more.isEmpty()) {
      return builder;
    }
    StringBuilder longer =
        builder == null ? new StringBuilder(Math.max(64, more.length())) : builder;
    return longer.append(more);
  }

  boolean hasWords() {
    return text != null || toolCalls != null;
  }

  boolean hasThought() {
    String thoughts = reasoning == null ? null : reasoning.text();
    return thoughts != null && !thoughts.isBlank();
  }

  String text() {
    return text == null ? "" : text.toString();
  }

  @Nullable String refusal() {
    return text(refusal);
  }

  @Nullable String finishReason() {
    return finishReason;
  }

  List<ToolCall> toolCalls() {
    return toolCalls == null ? List.of() : toolCalls.toolCalls();
  }

  AssistantMessage message() {
    return AssistantMessage.builder()
        .content(text(text))
        .toolCalls(toolCalls())
        .refusal(text(refusal))
        .reasoning(reasoning == null ? null : reasoning.text())
        .reasoningMembers(reasoning == null ? Map.of() : reasoning.members())
        .build();
  }

  Choice choice() {
    return Choice.builder().index(index).message(message()).finishReasonText(finishReason).build();
  }

  private static @Nullable String text(@Nullable StringBuilder builder) {
    return builder == null ? null : builder.toString();
  }
}
