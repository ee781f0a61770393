package dev.gatewayz.internal.answer;

import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.FinishReason;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.chat.ToolCallDelta;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.internal.wire.ChoiceFields;
import dev.gatewayz.internal.wire.ToolCallAssembler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has arrived of a streamed answer, put together chunk by chunk. */
final class StreamContent implements Content {
  private @Nullable StringBuilder text;
  private @Nullable ToolCallAssembler toolCalls;
  private @Nullable String finishReason;
  private @Nullable Usage usage;

  /** Adds what a chunk says of the first choice. */
  void add(ChoiceFields choice) {
    if (choice.finishReason() != null) {
      finishReason = choice.finishReason();
    }
    String more = choice.content();
    if (more != null && !more.isEmpty()) {
      if (text == null) {
        text = new StringBuilder(Math.max(64, more.length()));
      }
      text.append(more);
    }
    List<ToolCallDelta> pieces = choice.toolCalls();
    if (!pieces.isEmpty()) {
      if (toolCalls == null) {
        toolCalls = new ToolCallAssembler();
      }
      for (int i = 0; i < pieces.size(); i++) {
        toolCalls.add(pieces.get(i));
      }
    }
  }

  /** The tokens as they were reported last. */
  void report(Usage usage) {
    this.usage = usage;
  }

  @Override
  public boolean hasWords() {
    return text != null || toolCalls != null;
  }

  @Override
  public String text() {
    return text == null ? "" : text.toString();
  }

  @Override
  public List<ToolCall> toolCalls() {
    return toolCalls == null ? List.of() : toolCalls.toolCalls();
  }

  @Override
  public AssistantMessage message() {
    return new AssistantMessage(text == null ? null : text.toString(), toolCalls(), null, null);
  }

  @Override
  public FinishReason finish() {
    return FinishReason.of(finishReason);
  }

  @Override
  public @Nullable Usage usage() {
    return usage;
  }
}
