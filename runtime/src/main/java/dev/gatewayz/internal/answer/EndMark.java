package dev.gatewayz.internal.answer;

/** The data of the event that ends a stream. */
final class EndMark {
  private static final String DONE = "[done]";

  private EndMark() {}

  /** Whether this is it; quotes, white space around it and what follows it do not count. */
  static boolean is(byte[] bytes, int offset, int length) {
    int at = offset;
    int end = offset + length;
    while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '"')) {
      at++;
    }
    if (end - at < DONE.length()) {
      return false;
    }
    for (int i = 0; i < DONE.length(); i++) {
      if (Character.toLowerCase((char) bytes[at + i]) != DONE.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
