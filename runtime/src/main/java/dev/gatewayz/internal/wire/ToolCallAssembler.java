package dev.gatewayz.internal.wire;

import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.chat.ToolCallDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts tool calls together from their pieces. Servers number the pieces loosely, so the id decides
 * first: a piece with a known id belongs to that call whatever its index, and a piece with a new id
 * begins a call even if its index is taken. A piece without id goes by its index, one without
 * either to the last call.
 */
public final class ToolCallAssembler {
  private final List<Building> calls = new ArrayList<>(1);

  /** Adds a piece. */
  public void add(ToolCallDelta piece) {
    Building call = callOf(piece);
    if (piece.name() != null && call.name.isEmpty()) {
      call.name = piece.name();
    }
    if (piece.arguments() != null) {
      call.arguments.append(piece.arguments());
    }
  }

  /** The calls so far, in the order in which they began. */
  public List<ToolCall> toolCalls() {
    List<ToolCall> list = new ArrayList<>(calls.size());
    for (Building call : calls) {
      list.add(new ToolCall(call.id, call.name, call.arguments.toString()));
    }
    return list;
  }

  private Building callOf(ToolCallDelta piece) {
    String id = piece.id() == null ? "" : piece.id();
    if (!id.isEmpty()) {
      for (Building call : calls) {
        if (call.id.equals(id)) {
          return call;
        }
      }
      Building unnamed = byIndex(piece.index());
      if (unnamed != null && unnamed.id.isEmpty()) {
        unnamed.id = id;
        return unnamed;
      }
      return begin(id, piece.index());
    }
    Building call = piece.index() == null ? last() : byIndex(piece.index());
    return call == null ? begin("", piece.index()) : call;
  }

  /**
   * The last call with that index: of several that share it, pieces without id go to the newest.
   */
  private @Nullable Building byIndex(@Nullable Integer index) {
    for (int i = calls.size() - 1; i >= 0; i--) {
      if (index != null && Objects.equals(calls.get(i).index, index)) {
        return calls.get(i);
      }
    }
    return null;
  }

  private @Nullable Building last() {
    return calls.isEmpty() ? null : calls.get(calls.size() - 1);
  }

  private Building begin(String id, @Nullable Integer index) {
    Building call = new Building(id, index);
    calls.add(call);
    return call;
  }

  private static final class Building {
    private String id;
    private final @Nullable Integer index;
    private String name = "";
    private final StringBuilder arguments = new StringBuilder();

    Building(String id, @Nullable Integer index) {
      this.id = id;
      this.index = index;
    }
  }
}
