package dev.gatewayz.internal.request;

import dev.gatewayz.internal.json.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A {@code multipart/form-data} body being written. Not thread-safe. */
public final class FormBody {
  private static final int ROOM_FOR_FIELDS = 1_024;

  private final String boundary = "gatewayz-" + UUID.randomUUID();
  private final JsonBytes bytes;

  /**
   * A form without fields.
   *
   * @param fileSize how large the file in it will be
   */
  public FormBody(int fileSize) {
    bytes = new JsonBytes(fileSize + ROOM_FOR_FIELDS);
  }

  /** Adds a field. */
  public FormBody field(String name, String value) {
    begin(name).raw("\r\n\r\n".getBytes(StandardCharsets.US_ASCII)).raw(utf8(value));
    return this;
  }

  /** Adds a file. */
  public FormBody file(String name, String fileName, String contentType, byte[] file) {
    String quoted = fileName.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    begin(name)
        .raw(utf8("; filename=\"" + quoted + "\"\r\ncontent-type: " + contentType + "\r\n\r\n"))
        .raw(file);
    return this;
  }

  private JsonBytes begin(String name) {
    String open = bytes.size() == 0 ? "--" : "\r\n--";
    return bytes.raw(
        utf8(open + boundary + "\r\ncontent-disposition: form-data; name=\"" + name + "\""));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  /** All of it; nothing may be added any more. */
  JsonBytes end() {
    return bytes.raw(utf8("\r\n--" + boundary + "--\r\n"));
  }
}
