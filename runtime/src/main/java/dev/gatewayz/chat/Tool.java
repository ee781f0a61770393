package dev.gatewayz.chat;

import dev.gatewayz.internal.syntax.JsonSyntax;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A function the model may ask to have called. Immutable. */
public final class Tool {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final String name;
  private final @Nullable String description;
  private final String parameters;
  private final boolean strict;

  private Tool(String name, @Nullable String description, String parameters, boolean strict) {
    this.name = requireName(name);
    this.description = description;
    this.parameters = JsonSyntax.requireValue("The schema of the tool " + name, parameters);
    this.strict = strict;
  }

  /**
   * {@return a function whose arguments follow the schema to the letter}
   *
   * @param name 1 to 64 letters, digits, {@code _} and {@code -}
   * @param description what it does and when to use it, for the model; {@code null} for none
   * @param parameters the JSON Schema of its arguments, as JSON text, in the strict form: every
   *     property required, and no others
   * @throws IllegalArgumentException if the name is none, or the schema is not JSON
   */
  public static Tool function(String name, @Nullable String description, String parameters) {
    return new Tool(name, description, parameters, true);
  }

  /** {@return the same function, whose arguments may follow the schema loosely} */
  public Tool loose() {
    return new Tool(name, description, parameters, false);
  }

  static String requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "The tool name \"" + name + "\" must have 1 to 64 letters, digits, _ and -.");
    }
    return name;
  }

  /** {@return the name by which the model asks for it} */
  public String name() {
    return name;
  }

  /** {@return what it does and when to use it, {@code null} if that is not said} */
  public @Nullable String description() {
    return description;
  }

  /** {@return the JSON Schema of its arguments, as JSON text} */
  public String parameters() {
    return parameters;
  }

  /** {@return whether the model's arguments must follow the schema to the letter} */
  public boolean strict() {
    return strict;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tool tool
        && name.equals(tool.name)
        && Objects.equals(description, tool.description)
        && parameters.equals(tool.parameters)
        && strict == tool.strict;
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, parameters, strict);
  }

  @Override
  public String toString() {
    return "Tool[" + name + "]";
  }
}
