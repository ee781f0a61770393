package dev.gatewayz.chat;

import java.io.Serializable;

/**
 * A tool the model wants called. Wire: {@code {"id":…,"type":"function","function":{"name":…,
 * "arguments":…}}}.
 *
 * @param id the name of this call, to be repeated in the tool's answer
 * @param name the tool
 * @param arguments the arguments, as the JSON text the model wrote; a model may write nonsense
 */
public record ToolCall(String id, String name, String arguments) implements Serializable {

  /** Shows no arguments, which are words of the answer. */
  @Override
  public String toString() {
    return "ToolCall[" + id + ", " + name + ", " + arguments.length() + " characters]";
  }
}
