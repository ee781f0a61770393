package dev.gatewayz.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** Events written in every way that the format allows and few servers use. */
final class OddFrames implements Iterator<byte[]> {
  private final Iterator<byte[]> events;
  private boolean begun;

  OddFrames(Iterator<byte[]> events) {
    this.events = events;
  }

  @Override
  public boolean hasNext() {
    return events.hasNext();
  }

  @Override
  public byte[] next() {
    String event = new String(events.next(), StandardCharsets.UTF_8);
    String odd =
        (begun ? "" : "\uFEFF")
            + ": a comment\r\n\r\ndata:\r\n\r\n"
            + event.replace("data: ", "data:").replace("\n", "\r\n");
    begun = true;
    return odd.getBytes(StandardCharsets.UTF_8);
  }
}
