package dev.gatewayz.internal.wire;

import dev.gatewayz.internal.json.JsonScanner;

/**
 * Where in a chunk the values are that differ from chunk to chunk: the id, the time, the text. A
 * value that occurs twice, or is not what it usually is, is not noted.
 */
final class ChunkPlaces {
  /** Not seen. */
  static final int NONE = -1;

  /** Seen twice, or of another form. */
  private static final int UNUSUAL = -2;

  int idStart;
  int idEnd;
  int createdStart;
  int createdEnd;
  int textStart;
  int textEnd;

  void clear() {
    idStart = NONE;
    createdStart = NONE;
    textStart = NONE;
  }

  void id(JsonScanner in, boolean isText) {
    idEnd = in.valueEnd();
    idStart = idStart == NONE && isText ? in.valueStart() : UNUSUAL;
  }

  void created(JsonScanner in, boolean isNumber) {
    createdEnd = in.valueEnd();
    createdStart = createdStart == NONE && isNumber ? in.valueStart() : UNUSUAL;
  }

  void text(JsonScanner in, boolean isText) {
    textEnd = in.valueEnd();
    textStart = textStart == NONE && isText ? in.valueStart() : UNUSUAL;
  }
}
