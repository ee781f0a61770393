package dev.gatewayz.chat;

import java.util.List;

/** What the one who asks says and shows. Immutable. */
public final class UserMessage implements Message {
  private final List<ContentPart> content;

  private UserMessage(List<ContentPart> content) {
    this.content = content;
  }

  static UserMessage of(List<? extends ContentPart> content) {
    List<ContentPart> parts = List.copyOf(content);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("A user message needs at least one content part.");
    }
    UserMessage message = new UserMessage(parts);
    if (message.isText()) {
      Message.requireText("user", message.text());
    }
    return message;
  }

  private boolean isText() {
    for (ContentPart part : content) {
      if (!(part instanceof Text)) {
        return false;
      }
    }
    return true;
  }

  /** {@return texts, images, sound and files, in this order; at least one} */
  public List<ContentPart> content() {
    return content;
  }

  @Override
  public Role role() {
    return Role.USER;
  }

  /** {@return the texts, one behind the other; empty if there is none} */
  public String text() {
    if (content.size() == 1 && content.get(0) instanceof Text words) {
      return words.text();
    }
    StringBuilder text = new StringBuilder();
    for (ContentPart part : content) {
      if (part instanceof Text words) {
        text.append(words.text());
      }
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UserMessage that && content.equals(that.content);
  }

  @Override
  public int hashCode() {
    return content.hashCode();
  }

  @Override
  public String toString() {
    return "UserMessage" + content;
  }
}
