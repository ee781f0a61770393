package dev.gatewayz.testkit.internal.openai;

import dev.gatewayz.testkit.internal.json.JsonObject;

/** How an answer tells its tool calls apart. */
public enum ToolCallForm {
  /** By index and id. */
  NUMBERED,
  /** By id only: in a stream all have index 0. */
  ALL_AT_INDEX_0,
  /** By id only: in a stream none has an index. */
  WITHOUT_INDEX,
  /** By index only: all have the same id. */
  SAME_ID;

  /** Begins a call, or a piece of one, with its index if it has one. */
  JsonObject piece(int place) {
    JsonObject piece = new JsonObject();
    return this == WITHOUT_INDEX ? piece : piece.put("index", this == ALL_AT_INDEX_0 ? 0 : place);
  }

  /** The id of the call in that place. */
  String id(int place) {
    return "call_" + (this == SAME_ID ? ChatResponse.CREATED * 1000 : place);
  }
}
