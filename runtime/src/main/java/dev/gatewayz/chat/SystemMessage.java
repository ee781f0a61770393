package dev.gatewayz.chat;

/** Instructions that stand above the conversation. Immutable. */
public final class SystemMessage implements Message {
  private final String content;

  private SystemMessage(String content) {
    this.content = content;
  }

  static SystemMessage of(String content) {
    return new SystemMessage(Message.requireText("system", content));
  }

  /** {@return the instructions; not blank} */
  public String content() {
    return content;
  }

  @Override
  public Role role() {
    return Role.SYSTEM;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SystemMessage that && content.equals(that.content);
  }

  @Override
  public int hashCode() {
    return content.hashCode();
  }

  /** Shows the length alone, for instructions are prompts. */
  @Override
  public String toString() {
    return "SystemMessage[" + content.length() + " characters]";
  }
}
