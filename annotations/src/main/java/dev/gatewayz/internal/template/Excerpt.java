package dev.gatewayz.internal.template;

/**
 * The line of a template that a finding is about, with carets below it. The compiler can only point
 * at the whole literal, so this is drawn into the message.
 *
 * @param source what the text is, as in {@code template} or {@code prompts/summary.mustache}
 * @param line the line, from 1
 * @param column the column, from 1, in characters as a reader counts them
 * @param text the whole line
 * @param length how many characters are marked
 */
public record Excerpt(String source, int line, int column, String text, int length) {
  private static final int WIDTH = 100;
  private static final String CUT = "...";

  /** Three lines: where, what, and the carets. */
  public String draw() {
    String gutter = "  " + source + " " + line + ":" + column + " | ";
    int[] characters = text.codePoints().map(Excerpt::visible).toArray();
    int from = 0;
    if (column - 1 + length > WIDTH) {
      from = Math.max(0, Math.min(column - 1 - WIDTH / 4, characters.length - WIDTH));
    }
    int to = Math.min(characters.length, from + WIDTH);
    String before = from > 0 ? CUT : "";
    String shown = before + new String(characters, from, to - from);
    int carets = Math.max(1, Math.min(length, to - (column - 1)));
    return gutter
        + shown
        + (to < characters.length ? CUT : "")
        + "\n"
        + " ".repeat(gutter.length() - 2)
        + "| "
        + " ".repeat(before.length() + column - 1 - from)
        + "^".repeat(carets);
  }

  /** Control characters would break the drawing, so a space or a question mark stands for them. */
  private static int visible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character == '\t' ? ' ' : '?';
      case Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR -> '?';
      default -> character;
    };
  }
}
