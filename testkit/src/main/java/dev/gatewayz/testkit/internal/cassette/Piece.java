package dev.gatewayz.testkit.internal.cassette;

import java.nio.charset.StandardCharsets;

/**
 * A part of an answer's body: an event of a stream, or all of a document.
 *
 * @param afterMillis how long after the part before, or the headers, it came
 * @param bytes not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Piece(long afterMillis, byte[] bytes) {
  /** The bytes as UTF-8. */
  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The same at the same time with another text. */
  Piece withText(String text) {
    return new Piece(afterMillis, text.getBytes(StandardCharsets.UTF_8));
  }
}
