package dev.gatewayz.internal.answer;

/** What the body of a response that should be a stream turns out to be. */
enum BodyForm {
  /** Nothing but white space, or a byte order mark, has come. */
  UNKNOWN,
  /** Events. */
  EVENTS,
  /** A document: an error as a rule, or an answer in one piece. */
  DOCUMENT;

  /** The form of a body that begins so. */
  static BodyForm of(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      switch (bytes[i]) {
        case ' ', '\n', '\r', '\t', (byte) 0xef, (byte) 0xbb, (byte) 0xbf -> {}
        case '{', '[', '<' -> {
          return DOCUMENT;
        }
        default -> {
          return EVENTS;
        }
      }
    }
    return UNKNOWN;
  }
}
