package dev.gatewayz.internal.wire;

import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.chat.ToolCallDelta;
import dev.gatewayz.internal.json.Json;
import dev.gatewayz.internal.syntax.Blank;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Puts tool calls together from their pieces. Servers number the pieces loosely, so the id decides
 * first: a piece with a known id belongs to that call whatever its index, and a piece with a new id
 * begins a call even if its index is taken. A piece without id goes by its index, one without
 * either to the last call. A piece that names a tool when that call is already whole begins a new
 * one, unless it only says the same again.
 */
public final class ToolCallAssembler {
  private final List<Building> calls = new ArrayList<>(1);

  /** Adds a piece. */
  public void add(ToolCallDelta piece) {
    Building call = callOf(piece);
    if (call == null) {
      return;
    }
    if (piece.name() != null && call.name.isEmpty()) {
      call.name = piece.name();
    }
    if (piece.arguments() != null) {
      call.goOnWith(piece.arguments());
    }
    if (!piece.extra().isEmpty()) {
      call.extra.putAll(piece.extra());
    }
  }

  /** The calls so far, in the order in which they began; each has an id of its own. */
  public List<ToolCall> toolCalls() {
    List<ToolCall> list = new ArrayList<>(calls.size());
    for (Building call : calls) {
      list.add(new ToolCall(call.knownId(), call.name, call.arguments.toString(), call.extra));
    }
    return list;
  }

  /** The call that a piece belongs to; {@code null} if it says again what is known. */
  private @Nullable Building callOf(ToolCallDelta piece) {
    String id = piece.id() == null ? "" : piece.id();
    Building call = known(id, piece);
    if (call == null) {
      return begin(id, piece.index());
    }
    if (call.isFollowedBy(piece)) {
      boolean isSame = !id.isEmpty() && call.arguments.toString().equals(piece.arguments());
      return isSame ? null : begin(id.equals(call.id) ? "" : id, piece.index());
    }
    call.id = call.id.isEmpty() ? id : call.id;
    return call;
  }

  private @Nullable Building known(String id, ToolCallDelta piece) {
    Integer index = piece.index();
    if (id.isEmpty()) {
      return index == null ? last() : byIndex(index);
    }
    for (int i = calls.size() - 1; i >= 0; i--) {
      if (calls.get(i).id.equals(id)) {
        return calls.get(i);
      }
    }
    Building alike = byIndex(index);
    return alike != null && (alike.id.isEmpty() || alike.isGoneOnWithBy(piece)) ? alike : null;
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
    /** No empty object is written in more characters. */
    private static final int MOST_OF_NONE = 8;

    private String id;
    private @Nullable String ownId;
    private final @Nullable Integer index;
    private String name = "";
    private final StringBuilder arguments = new StringBuilder();
    private final Map<String, String> extra = new LinkedHashMap<>(0);

    Building(String id, @Nullable Integer index) {
      this.id = id;
      this.index = index;
    }

    private String knownId() {
      if (!id.isEmpty()) {
        return id;
      }
      if (ownId == null) {
        ownId = ToolCallIds.next();
      }
      return ownId;
    }

    /**
     * Adds a piece of the arguments. Behind an empty object comes what the arguments really are,
     * and the whole of them again is nothing new.
     */
    private void goOnWith(String more) {
      if (Blank.is(more) || more.stripLeading().charAt(0) != '{') {
        arguments.append(more);
      } else if (isEmptyObject()) {
        arguments.replace(0, arguments.length(), more);
      } else if (!(isSame(more) && isWhole(more))) {
        arguments.append(more);
      }
    }

    private boolean isEmptyObject() {
      return arguments.length() < MOST_OF_NONE
          && arguments.toString().replaceAll("\\s", "").equals("{}");
    }

    private boolean isSame(String more) {
      return arguments.length() == more.length() && more.contentEquals(arguments);
    }

    /** Whether a piece is the beginning of another call: this one is whole, or of another tool. */
    private boolean isFollowedBy(ToolCallDelta piece) {
      String other = piece.name();
      if (other == null || other.isEmpty() || name.isEmpty()) {
        return false;
      }
      if (isEmptyObject() && !id.isEmpty() && id.equals(piece.id()) && other.equals(name)) {
        return false;
      }
      String more = piece.arguments() == null ? "" : piece.arguments();
      boolean isOther = !other.equals(name) && (piece.id() == null || piece.id().isEmpty());
      return isOther || (!Blank.is(more) && isWhole(arguments.toString()));
    }

    /** Whether a piece with another id goes on all the same: some servers make one for each. */
    private boolean isGoneOnWithBy(ToolCallDelta piece) {
      boolean isNamed = piece.name() != null && !piece.name().isEmpty();
      return !isNamed && !isWhole(arguments.toString());
    }

    private static boolean isWhole(String json) {
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      try {
        return Json.read(bytes, 0, bytes.length) instanceof Map<?, ?>;
      } catch (JacksonException e) {
        return false;
      }
    }
  }
}
