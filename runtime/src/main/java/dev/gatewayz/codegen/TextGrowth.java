package dev.gatewayz.codegen;

import dev.gatewayz.internal.json.IncrementalJson.Form;

/** A text that grows. Half of a character that takes two is not shown. */
final class TextGrowth extends Growth<String> {
  private final StringBuilder text = new StringBuilder();
  private char highSurrogate;

  TextGrowth(boolean takesNull) {
    super(takesNull);
  }

  @Override
  Form form(char first) {
    return first == '"' ? Form.PARTS : Form.UNFIT;
  }

  @Override
  boolean text(CharSequence source, int start, int end) {
    int before = text.length();
    if (highSurrogate != 0) {
      text.append(highSurrogate);
      highSurrogate = 0;
    }
    char last = source.charAt(end - 1);
    if (Character.isHighSurrogate(last)) {
      highSurrogate = last;
      text.append(source, start, end - 1);
    } else {
      text.append(source, start, end);
    }
    return text.length() > before;
  }

  @Override
  void end() {
    if (highSurrogate != 0) {
      text.append(highSurrogate);
    }
    super.end();
  }

  @Override
  String make() {
    return text.toString();
  }

  @Override
  long openCost() {
    return text.length();
  }
}
