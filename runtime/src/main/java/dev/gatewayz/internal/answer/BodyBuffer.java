package dev.gatewayz.internal.answer;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** A body that is collected until it is whole, up to a limit. */
final class BodyBuffer {
  private static final int FIRST_SIZE = 1_024;

  private final int limit;
  private byte[] bytes;
  private int size;

  /** An empty buffer for at most {@code limit} bytes. */
  BodyBuffer(int limit) {
    this(limit, new byte[Math.min(FIRST_SIZE, limit)]);
  }

  /**
   * An empty buffer.
   *
   * @param bytes what it fills first
   */
  BodyBuffer(int limit, byte[] bytes) {
    this.limit = limit;
    this.bytes = bytes;
  }

  /** Appends what fits; returns whether everything did. */
  boolean append(ByteBuf data) {
    int length = makeRoom(data.readableBytes());
    data.getBytes(data.readerIndex(), bytes, size, length);
    size += length;
    return length == data.readableBytes();
  }

  /** Appends what fits of the first {@code length} bytes; returns whether everything did. */
  boolean append(byte[] data, int length) {
    int fitting = makeRoom(length);
    System.arraycopy(data, 0, bytes, size, fitting);
    size += fitting;
    return fitting == length;
  }

  /** Returns how many of so many more bytes the buffer has room for now. */
  private int makeRoom(int more) {
    int length = Math.min(more, limit - size);
    if (bytes.length - size < length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(limit, Math.max(size + length, size * 2L)));
    }
    return length;
  }

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }
}
