package dev.gatewayz.chat;

import java.util.Locale;

/** Who speaks a message. The gateway takes exactly these four roles. */
public enum Role {
  /** The instructions that stand above the conversation. */
  SYSTEM,
  /** The one who asks. */
  USER,
  /** The model. */
  ASSISTANT,
  /** What a tool returned to the model. */
  TOOL;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** {@return the name on the wire, as in {@code user}} */
  public String wireName() {
    return wireName;
  }
}
