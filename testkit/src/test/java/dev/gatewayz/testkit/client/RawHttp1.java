package dev.gatewayz.testkit.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An HTTP/1.1 connection in plain text: what is said and what is heard, byte by byte. */
public final class RawHttp1 implements AutoCloseable {
  private final Socket socket;
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

  public RawHttp1(int port) {
    try {
      socket = new Socket("127.0.0.1", port);
      socket.setSoTimeout(10_000);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public RawHttp1 say(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      return this;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public RawHttp1 get(String path) {
    return say("GET " + path + " HTTP/1.1\r\nHost: mock\r\n\r\n");
  }

  public RawHttp1 post(String path, String json) {
    return say(
        "POST "
            + path
            + " HTTP/1.1\r\nHost: mock\r\nContent-Type: application/json\r\nContent-Length: "
            + json.length()
            + "\r\n\r\n"
            + json);
  }

  /** Hears on until this has been heard, and returns all since the last time. */
  public String hear(String end) {
    while (!heard.toString(StandardCharsets.UTF_8).contains(end)) {
      if (!hearMore()) {
        throw new AssertionError("Closed after: " + heard.toString(StandardCharsets.UTF_8));
      }
    }
    return takeHeard();
  }

  /** Hears on until the connection is closed, and returns all since the last time. */
  public String hearToEnd() {
    while (hearMore()) {
      continue;
    }
    return takeHeard();
  }

  /** Hears on until the connection breaks. */
  public IOException hearBreak() {
    byte[] buffer = new byte[4096];
    try {
      while (socket.getInputStream().read(buffer) >= 0) {
        continue;
      }
    } catch (IOException e) {
      return e;
    }
    throw new AssertionError("The connection was closed in order.");
  }

  private boolean hearMore() {
    byte[] buffer = new byte[4096];
    try {
      int count = socket.getInputStream().read(buffer);
      if (count > 0) {
        heard.write(buffer, 0, count);
      }
      return count >= 0;
    } catch (IOException e) {
      throw new AssertionError("After: " + heard.toString(StandardCharsets.UTF_8), e);
    }
  }

  private String takeHeard() {
    String text = heard.toString(StandardCharsets.UTF_8);
    heard.reset();
    return text;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
