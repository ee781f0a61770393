package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.FinishReason;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.support.Calls;
import dev.gatewayz.testkit.FunctionCall;
import dev.gatewayz.testkit.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Chunks, wherever they come from, make the completion that their stream would have brought. */
class CompletionAccumulatorTest extends Calls {

  @Test
  void chunksMakeWhatTheStreamWouldHaveBrought() {
    gateway.reply(Reply.chunks("one", " two").usage(3, 4));
    List<ChatChunk> chunks = new ArrayList<>();

    Completion<String> whole = client().stream(HELLO).forEach(chunks::add).join();
    CompletionAccumulator accumulator = new CompletionAccumulator();
    chunks.forEach(accumulator::add);

    assertThat(accumulator.isFinished()).isTrue();
    assertThat(accumulator.completion().value()).isEqualTo("one two").isEqualTo(whole.value());
    assertThat(accumulator.completion().response()).isEqualTo(whole.response());
  }

  @Test
  void toolCallsAreWhole() {
    gateway.reply(Reply.toolCalls(new FunctionCall("look", "{\"at\":\"it\"}")));
    CompletionAccumulator accumulator = new CompletionAccumulator();

    client().stream(HELLO).forEach(accumulator::add).join();

    assertThat(accumulator.completion().finishReason()).isEqualTo(FinishReason.TOOL_CALLS);
    assertThat(accumulator.completion().choices().get(0).message().toolCalls())
        .extracting(ToolCall::name, ToolCall::arguments)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("look", "{\"at\":\"it\"}"));
  }

  @Test
  void nothingIsNoEnd() {
    assertThat(new CompletionAccumulator().isFinished()).isFalse();
    assertThat(new CompletionAccumulator().completion().value()).isEmpty();
  }
}
