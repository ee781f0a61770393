package dev.gatewayz.internal.answer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** How a server has packed a body. Nobody asked it to, but proxies do it all the same. */
enum ContentCoding {
  /** Not at all. */
  IDENTITY,
  /** By gzip. */
  GZIP,
  /** In a way that is not understood here. */
  UNKNOWN;

  /** The coding that a {@code content-encoding} header names. */
  static ContentCoding of(@Nullable String header) {
    if (header == null) {
      return IDENTITY;
    }
    return switch (header.strip().toLowerCase(Locale.ROOT)) {
      case "", "identity" -> IDENTITY;
      case "gzip", "x-gzip" -> GZIP;
      default -> UNKNOWN;
    };
  }

  /**
   * The body as it was before.
   *
   * @throws IOException if it is broken, has more than {@code limit} bytes, or cannot be undone
   */
  BodyBuffer undo(BodyBuffer packed, int limit) throws IOException {
    if (this == IDENTITY || packed.size() == 0) {
      // Where there is no body, as with status 304, there is nothing to undo.
      return packed;
    }
    if (this == UNKNOWN) {
      throw new IOException("the coding is not known");
    }
    BodyBuffer plain = new BodyBuffer(limit);
    byte[] piece = new byte[8_192];
    try (InputStream in =
        new GZIPInputStream(new ByteArrayInputStream(packed.bytes(), 0, packed.size()))) {
      for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
        if (!plain.append(piece, length)) {
          throw new IOException("there are more than " + limit + " bytes");
        }
      }
    }
    return plain;
  }
}
