package dev.gatewayz.testkit;

import java.nio.charset.StandardCharsets;

/** Server-sent events in bytes. */
final class Events {
  private Events() {}

  /** An event with this data; a line break in it makes two lines of data. */
  static byte[] event(String data) {
    return ("data: " + data.replace("\n", "\ndata: ") + "\n\n").getBytes(StandardCharsets.UTF_8);
  }
}
