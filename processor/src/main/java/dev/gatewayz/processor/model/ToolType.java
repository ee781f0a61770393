package dev.gatewayz.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * A type that has tools.
 *
 * @param java the class or interface
 */
public record ToolType(ClassName java, List<Tool> tools) {

  /** Copies the list. */
  public ToolType {
    tools = List.copyOf(tools);
  }
}
