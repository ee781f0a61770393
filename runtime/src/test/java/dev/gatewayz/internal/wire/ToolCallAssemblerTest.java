package dev.gatewayz.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.chat.ToolCallDelta;
import org.junit.jupiter.api.Test;

class ToolCallAssemblerTest {
  private final ToolCallAssembler assembler = new ToolCallAssembler();

  @Test
  void piecesAreJoinedByIndex() {
    add(0, "a", "f", "{");
    add(1, "b", "g", "[");
    add(0, null, null, "}");
    add(1, null, null, "]");
    assertCalls(new ToolCall("a", "f", "{}"), new ToolCall("b", "g", "[]"));
  }

  @Test
  void aNewIdBeginsACallThoughItsIndexIsTaken() {
    add(0, "a", "f", "{}");
    add(0, "b", "g", "[");
    add(0, null, null, "]");
    assertCalls(new ToolCall("a", "f", "{}"), new ToolCall("b", "g", "[]"));
  }

  @Test
  void aKnownIdDecidesThoughItsIndexChanges() {
    add(0, "a", "f", "{");
    add(1, "b", "g", "[");
    add(7, "a", null, "}");
    assertCalls(new ToolCall("a", "f", "{}"), new ToolCall("b", "g", "["));
  }

  @Test
  void aPieceWithoutIndexGoesByItsIdOrToTheLastCall() {
    add(null, "a", "f", "{");
    add(null, "b", "g", "[");
    add(null, "a", null, "}");
    add(null, null, null, "]");
    assertCalls(new ToolCall("a", "f", "{}"), new ToolCall("b", "g", "[]"));
  }

  @Test
  void anIdMayComeAfterTheFirstPieceAndANameOnlyCountsOnce() {
    add(0, null, "f", "{");
    add(0, "a", "f", null);
    add(0, "a", null, "}");
    assertCalls(new ToolCall("a", "f", "{}"));
  }

  private void add(Integer index, String id, String name, String arguments) {
    assembler.add(
        ToolCallDelta.builder().index(index).id(id).name(name).arguments(arguments).build());
  }

  private void assertCalls(ToolCall... calls) {
    assertThat(assembler.toolCalls()).containsExactly(calls);
  }
}
