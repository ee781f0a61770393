package dev.gatewayz.chat;

import java.io.Serializable;
import java.util.Map;

/**
 * A tool the model wants called. Wire: {@code {"id":…,"type":"function","function":{"name":…,
 * "arguments":…}}}.
 *
 * @param id the name of this call, to be repeated in the tool's answer
 * @param name the tool
 * @param arguments the arguments, as the JSON text the model wrote; a model may write nonsense
 * @param extra what the server wants back with the call, by wire name as JSON text, as in {@code
 *     extra_content} with the signature of a thought; none as a rule
 */
public record ToolCall(String id, String name, String arguments, Map<String, String> extra)
    implements Serializable {

  /**
   * Copies the map.
   *
   * @param id the id of the call
   * @param name the name of the tool
   * @param arguments what the tool is called with, as JSON text
   * @param extra further members by wire name, each as JSON text
   */
  public ToolCall {
    extra = Map.copyOf(extra);
  }

  /**
   * A call with nothing further.
   *
   * @param id the id of the call
   * @param name the name of the tool
   * @param arguments what the tool is called with, as JSON text
   */
  public ToolCall(String id, String name, String arguments) {
    this(id, name, arguments, Map.of());
  }

  /** Shows no arguments, which are words of the answer. */
  @Override
  public String toString() {
    return "ToolCall[" + id + ", " + name + ", " + arguments.length() + " characters]";
  }
}
