package dev.gatewayz.fault;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server's end of an HTTP/1.1 connection: whole requests come in, and any text goes out by
 * {@link #connection()}.
 */
public final class Http1Peer {
  private static final Pattern LENGTH =
      Pattern.compile("\r\ncontent-length: *([0-9]+)\r\n", Pattern.CASE_INSENSITIVE);
  private static final Pattern CHUNKED =
      Pattern.compile("\r\ntransfer-encoding: *chunked\r\n", Pattern.CASE_INSENSITIVE);

  private final RawConnection connection;

  private Http1Peer(RawConnection connection) {
    this.connection = connection;
  }

  /** A script in requests, as one for a connection. */
  public static ConnectionScript script(Http1Script script) {
    return connection -> script.play(new Http1Peer(connection));
  }

  /** The bytes below the requests. */
  public RawConnection connection() {
    return connection;
  }

  /**
   * Expects a whole request.
   *
   * @throws AssertionError if it does not come in time or the client closes the connection
   */
  public Http1Request expectRequest() {
    String head = connection.receiveUntil("\r\n\r\n");
    Matcher length = LENGTH.matcher(head);
    if (length.find()) {
      byte[] body = connection.receive(Integer.parseInt(length.group(1)));
      return new Http1Request(head, new String(body, StandardCharsets.UTF_8));
    }
    return new Http1Request(head, CHUNKED.matcher(head).find() ? chunks() : "");
  }

  private String chunks() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int size = chunkSize();
    while (size > 0) {
      body.writeBytes(connection.receive(size));
      connection.receiveUntil("\r\n");
      size = chunkSize();
    }
    connection.receiveUntil("\r\n");
    return body.toString(StandardCharsets.UTF_8);
  }

  private int chunkSize() {
    return Integer.parseInt(connection.receiveUntil("\r\n").strip(), 16);
  }

  /**
   * Answers a call for a chat completion as it should be answered, with the text {@code Hello}:
   * streamed if it asks for that.
   *
   * @param headers more lines for the head, each with its line end
   */
  public void answer(Http1Request request, String... headers) {
    byte[] body = Answers.to(request.body());
    connection.send(
        "HTTP/1.1 200 OK\r\nContent-Type: "
            + Answers.type(request.body())
            + "\r\nContent-Length: "
            + body.length
            + "\r\n"
            + String.join("", headers)
            + "\r\n");
    connection.send(body);
  }
}
