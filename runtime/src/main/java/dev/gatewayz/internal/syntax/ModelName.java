package dev.gatewayz.internal.syntax;

/**
 * The name of a model, as users of this library write it: {@code gatewayz/} and the name the
 * gateway knows.
 *
 * @param name with the prefix, as in {@code gatewayz/openai/gpt-4o-mini}
 */
public record ModelName(String name) {

  /** What every model name starts with. */
  public static final String PREFIX = "gatewayz/";

  /** The gateway's own router; here the prefix is part of the name. */
  private static final String ROUTER = "gatewayz/auto";

  /**
   * Checks the prefix.
   *
   * @throws IllegalArgumentException if it is missing or nothing follows it
   */
  public ModelName {
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "The model is blank; write one as in \"gatewayz/openai/gpt-4o-mini\".");
    }
    if (!name.startsWith(PREFIX)) {
      throw new IllegalArgumentException(
          "The model \"" + name + "\" lacks its prefix; write \"" + PREFIX + name + "\".");
    }
    if (name.length() == PREFIX.length()) {
      throw new IllegalArgumentException(
          "The model \""
              + name
              + "\" ends after its prefix; write one as in"
              + " \"gatewayz/openai/gpt-4o-mini\".");
    }
  }

  /** The name that a server sent, with the prefix put back unless it is there. */
  public static ModelName ofWire(String wireName) {
    return new ModelName(wireName.startsWith(PREFIX) ? wireName : PREFIX + wireName);
  }

  /** The name to send: the prefix is taken off once, but {@code gatewayz/auto} is sent whole. */
  public String wireName() {
    return name.equals(ROUTER) ? name : name.substring(PREFIX.length());
  }

  @Override
  public String toString() {
    return name;
  }
}
