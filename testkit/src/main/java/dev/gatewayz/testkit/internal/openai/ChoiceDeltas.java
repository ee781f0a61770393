package dev.gatewayz.testkit.internal.openai;

import dev.gatewayz.testkit.internal.json.JsonObject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * One choice of a stream, piece by piece: the role, the reasoning, the text, the tool calls in
 * fragments, and the reason it ends.
 */
final class ChoiceDeltas implements Iterator<ChoiceDeltas.Piece> {
  private static final int ARGUMENT_FRAGMENT = 8;

  /**
   * A piece.
   *
   * @param delta what is new
   * @param finishReason why it ends, {@code null} if it does not end with this piece
   */
  record Piece(JsonObject delta, @Nullable String finishReason) {}

  private final int index;
  private final ChatChoice choice;
  private final List<JsonObject> toolDeltas;
  private int next = -1;
  private long characters;

  ChoiceDeltas(int index, ChatChoice choice, ToolCallForm form) {
    this.index = index;
    this.choice = choice;
    this.toolDeltas = toolDeltas(choice.toolCalls(), form);
  }

  int index() {
    return index;
  }

  /** The tokens of the pieces so far. */
  long tokensSoFar() {
    return Tokens.ofLength(characters);
  }

  @Override
  public boolean hasNext() {
    return next < size() || (next == size() && choice.finishReason() != null);
  }

  private int size() {
    return choice.reasoning().size() + choice.deltas().size() + toolDeltas.size();
  }

  @Override
  public Piece next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    int at = next++;
    if (at < 0) {
      return new Piece(new JsonObject().put("role", "assistant").put("content", ""), null);
    }
    if (at < choice.reasoning().size()) {
      return text(choice.reasoningMember(), choice.reasoning().get(at));
    }
    at -= choice.reasoning().size();
    if (at < choice.deltas().size()) {
      return text("content", choice.deltas().get(at));
    }
    at -= choice.deltas().size();
    if (at < toolDeltas.size()) {
      return new Piece(new JsonObject().put("tool_calls", List.of(toolDeltas.get(at))), null);
    }
    return new Piece(new JsonObject(), choice.finishReason());
  }

  private Piece text(String member, String text) {
    characters += text.length();
    return new Piece(new JsonObject().put(member, text), null);
  }

  private static List<JsonObject> toolDeltas(List<ChatChoice.ToolCall> calls, ToolCallForm form) {
    List<JsonObject> deltas = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      String arguments = calls.get(i).arguments();
      JsonObject opening = new JsonObject().put("name", calls.get(i).name()).put("arguments", "");
      deltas.add(
          form.piece(i).put("id", form.id(i)).put("type", "function").put("function", opening));
      for (int at = 0; at < arguments.length(); at += ARGUMENT_FRAGMENT) {
        String fragment =
            arguments.substring(at, Math.min(arguments.length(), at + ARGUMENT_FRAGMENT));
        deltas.add(form.piece(i).put("function", new JsonObject().put("arguments", fragment)));
      }
    }
    return deltas;
  }
}
