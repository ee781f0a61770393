package dev.gatewayz.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.GZIPOutputStream;

/**
 * Pieces of a body, compressed. A stream's pieces can each be read when they have come, and one
 * more follows them that only ends the compression; a document's end with it.
 */
final class Gzip implements Iterator<byte[]> {
  private final Iterator<byte[]> plain;
  private final boolean stream;
  private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
  private final GZIPOutputStream compressor;
  private boolean closed;

  Gzip(Iterator<byte[]> plain, boolean stream) {
    this.plain = plain;
    this.stream = stream;
    try {
      this.compressor = new GZIPOutputStream(compressed, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean hasNext() {
    return !closed;
  }

  @Override
  public byte[] next() {
    if (closed) {
      throw new NoSuchElementException();
    }
    try {
      if (plain.hasNext()) {
        compressor.write(plain.next());
        compressor.flush();
      }
      if (!plain.hasNext() && !(stream && compressed.size() > 0)) {
        compressor.close();
        closed = true;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] piece = compressed.toByteArray();
    compressed.reset();
    return piece;
  }
}
