package dev.gatewayz.sample.http;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.io.JsonStringEncoder;

/** JSON that is being written, on one line. Not thread-safe. */
public final class JsonText {
  private final StringBuilder text = new StringBuilder();
  private final char closing;
  private boolean isFirst = true;

  private JsonText(char opening, char closing) {
    this.closing = closing;
    text.append(opening);
  }

  /** Begins an object. */
  public static JsonText object() {
    return new JsonText('{', '}');
  }

  /** Begins an array. */
  public static JsonText array() {
    return new JsonText('[', ']');
  }

  /** Adds a member. */
  public JsonText put(String name, String value) {
    return raw(name, quoted(value));
  }

  /** Adds a member. */
  public JsonText put(String name, long value) {
    return raw(name, Long.toString(value));
  }

  /** Adds a member. */
  public JsonText put(String name, JsonText value) {
    return raw(name, value.toString());
  }

  /** Adds a member whose JSON is there already: a number, for one. */
  public JsonText raw(String name, String json) {
    return element(quoted(name) + ':' + json);
  }

  /** Adds an element. */
  public JsonText add(String value) {
    return element(quoted(value));
  }

  /** Adds an element. */
  public JsonText add(JsonText value) {
    return element(value.toString());
  }

  private JsonText element(String json) {
    if (!isFirst) {
      text.append(',');
    }
    isFirst = false;
    text.append(json);
    return this;
  }

  private static String quoted(String value) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(value)) + '"';
  }

  byte[] bytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What was written, and its end. */
  @Override
  public String toString() {
    return text.toString() + closing;
  }
}
