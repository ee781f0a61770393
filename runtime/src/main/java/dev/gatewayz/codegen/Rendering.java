package dev.gatewayz.codegen;

import dev.gatewayz.CallOptions;
import dev.gatewayz.internal.json.JsonBytes;
import org.jspecify.annotations.Nullable;

/**
 * One prompt turning into one request: constant segments are copied, arguments are escaped, both
 * straight into the bytes that are sent. Used by one thread, once.
 *
 * <p>Every method that takes an argument also takes the name it has in the template, for the error
 * when it is {@code null}.
 */
public final class Rendering {
  private final Prompt prompt;
  private final JsonBytes json;
  private @Nullable CallOptions options;

  Rendering(Prompt prompt, JsonBytes json) {
    this.prompt = prompt;
    this.json = json;
  }

  /**
   * Demands an argument that is looked into, or shown under a condition only.
   *
   * @throws NullPointerException if {@code value} is {@code null}
   */
  public Rendering require(String name, @Nullable Object value) {
    present(name, value);
    return this;
  }

  /** Copies a constant segment of the prompt. */
  public Rendering raw(int segment) {
    json.raw(prompt.segment(segment));
    return this;
  }

  /**
   * Writes an argument's text, escaped.
   *
   * @throws NullPointerException if {@code value} is {@code null}
   */
  public Rendering text(String name, @Nullable CharSequence value) {
    json.escaped(present(name, value).toString());
    return this;
  }

  /**
   * Writes the text of a value that is not text itself: its {@code toString()}, escaped.
   *
   * @throws NullPointerException if {@code value} is {@code null}
   */
  public Rendering text(String name, @Nullable Object value) {
    json.escaped(present(name, value).toString());
    return this;
  }

  /** Writes a whole number. */
  public Rendering text(String name, long value) {
    json.raw(Long.toString(value));
    return this;
  }

  /** Writes a floating-point number, as {@link Float#toString(float)} does. */
  public Rendering text(String name, float value) {
    json.raw(Float.toString(value));
    return this;
  }

  /** Writes a floating-point number, as {@link Double#toString(double)} does. */
  public Rendering text(String name, double value) {
    json.raw(Double.toString(value));
    return this;
  }

  /** Writes {@code true} or {@code false}. */
  public Rendering text(String name, boolean value) {
    json.raw(value ? "true" : "false");
    return this;
  }

  /** Writes a character, escaped. */
  public Rendering text(String name, char value) {
    json.escaped(String.valueOf(value));
    return this;
  }

  /** Takes what the caller wants otherwise, for this call only; {@code null} changes nothing. */
  public Rendering options(@Nullable CallOptions options) {
    this.options = options;
    return this;
  }

  Prompt prompt() {
    return prompt;
  }

  JsonBytes json() {
    return json;
  }

  @Nullable CallOptions options() {
    return options;
  }

  private <T> T present(String name, @Nullable T value) {
    if (value == null) {
      throw new NullPointerException(
          "The argument \"" + name + "\" of the prompt " + prompt.id() + " is null.");
    }
    return value;
  }
}
