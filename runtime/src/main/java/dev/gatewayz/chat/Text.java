package dev.gatewayz.chat;

import java.util.Objects;

/** A text inside a user message. Wire type {@code text}. Immutable. */
public final class Text implements ContentPart {
  private final String text;

  private Text(String text) {
    this.text = text;
  }

  /**
   * {@return a text}
   *
   * @param text any text; a blank one alone makes no message
   */
  public static Text of(String text) {
    return new Text(Objects.requireNonNull(text, "text"));
  }

  /** {@return the text} */
  public String text() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Text that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Shows the length alone, for texts are prompts. */
  @Override
  public String toString() {
    return "Text[" + text.length() + " characters]";
  }
}
