package dev.gatewayz.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.Completion;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.FinishReason;
import dev.gatewayz.chat.Message;
import dev.gatewayz.chat.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers in one piece, and the chunks of streamed ones. */
class CompletionsTest {
  private record Review(int stars) {}

  @Test
  void aTextIsAWholeAnswer() {
    Completion<String> completion = Completions.text("An old silent pond");

    assertThat(completion.value()).isEqualTo("An old silent pond");
    assertThat(completion.text()).isEqualTo("An old silent pond");
    assertThat(completion.finishReason()).isEqualTo(FinishReason.STOP);
    assertThat(completion.usage()).isEqualTo(Usage.of(10, 5));
    assertThat(completion.requestId()).isEqualTo("req_fake");
    assertThat(completion.attempts()).isEqualTo(1);
    assertThat(completion.model()).isEqualTo("gatewayz/fake/model");
    assertThat(completion.exchange()).containsExactly(Message.assistant("An old silent pond"));
  }

  @Test
  void aTextMayEndEarly() {
    assertThat(Completions.text("An old", "length").finishReason()).isEqualTo(FinishReason.LENGTH);
  }

  @Test
  void aValueOfAnyTypeIsAnAnswer() {
    Completion<Review> completion = Completions.of(new Review(4));

    assertThat(completion.value().stars()).isEqualTo(4);
    assertThat(completion.text()).isEqualTo("Review[stars=4]");
  }

  @Test
  void chunksAreThoseOfTheWire() {
    List<ChatChunk> chunks = Completions.chunks("An old ", "pond");

    assertThat(chunks).extracting(ChatChunk::text).containsExactly("An old ", "pond", "", "");
    assertThat(chunks.get(0).choices().get(0).delta().role()).isEqualTo("assistant");
    assertThat(chunks.get(1).choices().get(0).delta().role()).isNull();
    assertThat(chunks.get(1).choices().get(0).finishReason()).isEqualTo(FinishReason.ABSENT);
    assertThat(chunks.get(2).choices().get(0).finishReason()).isEqualTo(FinishReason.STOP);
    assertThat(chunks.get(3).choices()).isEmpty();
    assertThat(chunks.get(3).usage()).isEqualTo(Usage.of(10, 5));
  }
}
