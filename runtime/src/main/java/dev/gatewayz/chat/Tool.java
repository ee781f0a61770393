package dev.gatewayz.chat;

import org.jspecify.annotations.Nullable;

/**
 * A function the model may ask to have called.
 *
 * @param name 1 to 64 letters, digits, {@code _} and {@code -}
 * @param description what it does and when to use it, for the model
 * @param parameters the JSON Schema of its arguments, as JSON text
 * @param strict whether the model's arguments must follow the schema to the letter
 */
public record Tool(String name, @Nullable String description, String parameters, boolean strict) {

  /** A function whose arguments follow the schema loosely. */
  public static Tool function(String name, String description, String parameters) {
    return new Tool(name, description, parameters, false);
  }
}
