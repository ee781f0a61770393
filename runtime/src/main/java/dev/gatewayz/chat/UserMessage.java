package dev.gatewayz.chat;

import java.util.List;

/**
 * What the one who asks says and shows.
 *
 * @param content at least one part
 */
public record UserMessage(List<ContentPart> content) implements Message {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is no part
   */
  public UserMessage {
    content = List.copyOf(content);
    if (content.isEmpty()) {
      throw new IllegalArgumentException("A user message needs at least one content part.");
    }
  }

  @Override
  public Role role() {
    return Role.USER;
  }
}
