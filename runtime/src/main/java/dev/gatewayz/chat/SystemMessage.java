package dev.gatewayz.chat;

/**
 * Instructions that stand above the conversation.
 *
 * @param content not blank, or the gateway refuses the request
 */
public record SystemMessage(String content) implements Message {
  @Override
  public Role role() {
    return Role.SYSTEM;
  }
}
