package dev.gatewayz.internal.wire;

/** The lines of an event that has a single line of data. */
final class EventLines {
  private EventLines() {}

  /** Where the data begins of a line that is named so; -1 if it is not. */
  static int dataIn(byte[] bytes, int start, int end) {
    boolean isData =
        end - start > 6
            && bytes[start] == 'd'
            && bytes[start + 1] == 'a'
            && bytes[start + 2] == 't'
            && bytes[start + 3] == 'a'
            && bytes[start + 4] == ':';
    return isData ? start + (bytes[start + 5] == ' ' ? 6 : 5) : -1;
  }

  /** The place behind the end of a line and a blank one, whether in LF or in CRLF; else -1. */
  static int afterBlank(byte[] bytes, int at, int end) {
    if (at + 2 <= end && bytes[at] == '\n' && bytes[at + 1] == '\n') {
      return at + 2;
    }
    boolean isBlank =
        at + 4 <= end
            && bytes[at] == '\r'
            && bytes[at + 1] == '\n'
            && bytes[at + 2] == '\r'
            && bytes[at + 3] == '\n';
    return isBlank ? at + 4 : -1;
  }
}
