package dev.gatewayz.testkit;

/** Requests that tests send. */
final class Chats {
  static final String PATH = "/v1/chat/completions";
  static final String WHOLE =
      "{\"model\":\"a/b\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
  static final String STREAM =
      "{\"model\":\"a/b\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";

  private Chats() {}
}
