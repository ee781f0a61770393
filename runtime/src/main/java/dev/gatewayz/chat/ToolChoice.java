package dev.gatewayz.chat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether and which tools a model may ask for. Wire name {@code tool_choice}. Immutable. */
public final class ToolChoice {
  private static final ToolChoice AUTO = new ToolChoice("auto", null);
  private static final ToolChoice NONE = new ToolChoice("none", null);
  private static final ToolChoice REQUIRED = new ToolChoice("required", null);

  private final String mode;
  private final @Nullable String tool;

  private ToolChoice(String mode, @Nullable String tool) {
    this.mode = mode;
    this.tool = tool;
  }

  /** {@return the choice that leaves it to the model, as without a choice} */
  public static ToolChoice auto() {
    return AUTO;
  }

  /** {@return the choice by which the model asks for no tool} */
  public static ToolChoice none() {
    return NONE;
  }

  /** {@return the choice that makes the model ask for at least one tool} */
  public static ToolChoice required() {
    return REQUIRED;
  }

  /**
   * {@return the choice that makes the model ask for one tool}
   *
   * @param tool its name
   * @throws IllegalArgumentException if this is no name of a tool
   */
  public static ToolChoice of(String tool) {
    return new ToolChoice("function", Tool.requireName(tool));
  }

  /** {@return {@code auto}, {@code none}, {@code required} or, for one tool, {@code function}} */
  public String mode() {
    return mode;
  }

  /** {@return the one tool, {@code null} if it is not about one} */
  public @Nullable String tool() {
    return tool;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ToolChoice choice
        && mode.equals(choice.mode)
        && Objects.equals(tool, choice.tool);
  }

  @Override
  public int hashCode() {
    return Objects.hash(mode, tool);
  }

  @Override
  public String toString() {
    return "ToolChoice[" + (tool == null ? mode : tool) + "]";
  }
}
