package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.ChunkChoice;
import dev.gatewayz.chat.Delta;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A chunk with another text is what a chunk is that was built with it. */
class TextChunkTest {
  private static ChatChunk chunk(String text) {
    ChunkChoice other = choice(1, "other");
    return ChatChunk.builder()
        .id("c")
        .created(5)
        .model("gatewayz/m")
        .choices(List.of(other, choice(0, text)))
        .extra(Map.of("service_tier", "\"flex\""))
        .build();
  }

  private static ChunkChoice choice(int index, String text) {
    return ChunkChoice.builder()
        .index(index)
        .delta(Delta.builder().role("assistant").content(text).build())
        .build();
  }

  @Test
  void isLikeOneThatWasBuilt() {
    ChatChunk changed = chunk("one").withText("two");

    assertThat(changed.text()).isEqualTo("two");
    assertThat(changed).isEqualTo(chunk("two")).hasSameHashCodeAs(chunk("two"));
    assertThat(chunk("two")).isEqualTo(changed);
    assertThat(changed).isEqualTo(chunk("three").withText("two")).isNotEqualTo(chunk("one"));
    assertThat(changed).hasToString(chunk("two").toString());
    assertThat(changed.choices()).isEqualTo(chunk("two").choices());
    assertThat(changed.withText("three")).isEqualTo(chunk("three"));
    assertThat(changed.toBuilder().build()).isEqualTo(chunk("two"));
  }

  @Test
  void hasAnIdAndATimeOfItsOwn() {
    ChatChunk next = chunk("one").withText("two", "c-2", 1_750_000_001);
    ChatChunk built = chunk("two").toBuilder().id("c-2").created(1_750_000_001).build();

    assertThat(next).isEqualTo(built).hasSameHashCodeAs(built).hasToString(built.toString());
    assertThat(next.withText("three")).isEqualTo(built.withText("three"));
    assertThat(next.withText("one", chunk("one").id(), chunk("one").created()))
        .isEqualTo(chunk("one"));
  }

  @Test
  void thereMustBeSomethingOfTheFirstAnswer() {
    ChatChunk second = ChatChunk.builder().choices(List.of(choice(1, "other"))).build();

    assertThatThrownBy(() -> second.withText("x"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The chunk says nothing of the first answer.");
  }
}
